# sh no_ctypes.sh ARGUMENTS: runs Python with a standard library without _ctypes, as a build without the libffi
# headers leaves it.
set -e
base=$(python -c "import sys; print(sys.base_prefix)")
lib=lib/$(basename "$base"/lib/python3.*)
if [ ! -d lacking ]; then
    mkdir -p "lacking/$lib/lib-dynload"
    for file in "$base/$lib"/* "$base/$lib"/lib-dynload/*; do
        case "$file" in
        */lib-dynload | */_ctypes.*) ;;
        *) ln -s "$file" "lacking${file#"$base"}" ;;
        esac
    done
fi
PYTHONPATH=$(python -c "import sysconfig; print(sysconfig.get_path('purelib'))")
export PYTHONPATH PYTHONHOME="$PWD/lacking"
exec "$base/bin/python3" "$@"
