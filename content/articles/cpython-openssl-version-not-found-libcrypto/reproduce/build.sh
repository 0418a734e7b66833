mkdir -p new old
gcc -shared -fPIC new.c -Wl,-soname,libcrypto.so.3,--version-script=new.map -o new/libcrypto.so.3
gcc -shared -fPIC old.c -Wl,-soname,libcrypto.so.3,--version-script=old.map -o old/libcrypto.so.3
includes=$(python3-config --includes)
gcc -shared -fPIC $includes spam.c new/libcrypto.so.3 -Wl,-rpath,$PWD/new -o spam.so
