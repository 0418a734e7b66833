# sh lacking.sh PATTERN ARGUMENTS: runs Python with a standard library without the files of the pattern.
set -e
pattern=$1
shift
base=$(python -c "import sys; print(sys.base_prefix)")
lib=lib/$(basename "$base"/lib/python3.*)
rm -rf lacking
mkdir -p "lacking/$lib/lib-dynload"
for file in "$base/$lib"/* "$base/$lib"/lib-dynload/*; do
    case "${file##*/}" in
    lib-dynload) ;;
    $pattern*) ;;
    *) ln -s "$file" "lacking${file#"$base"}" ;;
    esac
done
export PYTHONHOME="$PWD/lacking" PYTHONDONTWRITEBYTECODE=1
exec "$base/bin/python3" "$@"
