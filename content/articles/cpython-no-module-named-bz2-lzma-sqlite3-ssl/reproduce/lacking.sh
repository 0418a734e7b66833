# sh lacking.sh ARGUMENTS: runs Python with a standard library without five optional modules, as a build without the
# headers of their libraries leaves it.
set -e
base=$(python -c "import sys; print(sys.base_prefix)")
lib=lib/$(basename "$base"/lib/python3.*)
if [ ! -d lacking ]; then
    mkdir -p "lacking/$lib/lib-dynload"
    for file in "$base/$lib"/* "$base/$lib"/lib-dynload/*; do
        case "$file" in
        */lib-dynload | */_bz2.* | */_lzma.* | */_sqlite3.* | */_ssl.* | */_tkinter.*) ;;
        *) ln -s "$file" "lacking${file#"$base"}" ;;
        esac
    done
fi
PYTHONPATH=$(python -c "import sysconfig; print(sysconfig.get_path('purelib'))")
# The links to __pycache__ lead to the complete Python.
export PYTHONPATH PYTHONHOME="$PWD/lacking" PYTHONDONTWRITEBYTECODE=1
exec "$base/bin/python3" "$@"
