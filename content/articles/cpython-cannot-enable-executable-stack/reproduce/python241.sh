# Runs the Python of the environment with the glibc that glibc241.sh has fetched.
libraries=$PWD/glibc/usr/lib/$(gcc -print-multiarch)
program=$(readlink -f "$(command -v python)")
path=$libraries:$(dirname "$program")/../lib:/usr/lib/$(gcc -print-multiarch)
exec "$libraries"/ld-linux-*.so.* --library-path "$path" "$program" "$@"
