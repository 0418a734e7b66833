# sh build.sh FOLDER NAME...: links spam.so with libmkl_NAME of the folder
lib=$1
shift
for name; do libs="$libs $lib/libmkl_$name.so.*"; done
gcc -shared -fPIC spam.c -o spam.so -Wl,--no-as-needed $libs -Wl,-rpath,"$lib" -lm -ldl -lpthread
