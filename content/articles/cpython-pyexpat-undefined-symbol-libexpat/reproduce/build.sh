mkdir -p new old
gcc -shared -fPIC -Wl,-soname,libexpat.so.1 new.c -o new/libexpat.so.1
gcc -shared -fPIC -Wl,-soname,libexpat.so.1 old.c -o old/libexpat.so.1
includes=$(python3-config --includes)
gcc -shared -fPIC $includes pyexpat.c new/libexpat.so.1 -Wl,-rpath,$PWD/new -o pyexpat.so
