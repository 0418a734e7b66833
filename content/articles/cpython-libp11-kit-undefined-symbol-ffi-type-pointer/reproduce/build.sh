mkdir -p system conda
gcc -shared -fPIC ffi.c -Wl,-soname,libffi.so.7,--version-script=seven.map -o system/libffi.so.7
gcc -shared -fPIC ffi.c -Wl,-soname,libffi.so.8,--version-script=eight.map -o conda/libffi.so.8.1.2
ln -sf libffi.so.8.1.2 conda/libffi.so.8
ln -sf libffi.so.8.1.2 conda/libffi.so.7
gcc -shared -fPIC kit.c system/libffi.so.7 -Wl,-soname,libp11-kit.so.0 -o system/libp11-kit.so.0
includes=$(python3-config --includes)
gcc -shared -fPIC $includes spam.c system/libp11-kit.so.0 -Wl,-rpath-link,system -o spam.so
