# Builds two copies of libnum.so, of which only one defines "half", and an extension that needs it.
mkdir -p new old
gcc -shared -fPIC new.c -Wl,--version-script=num.map -o new/libnum.so
gcc -shared -fPIC old.c -Wl,--version-script=num.map -o old/libnum.so
gcc -shared -fPIC $(python3-config --includes) spam.c -Lnew -lnum -Wl,-rpath,$PWD/new -o spam.so
