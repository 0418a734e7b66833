python -m numpy.f2py hello.f90 -m hello
F2PY=$(python -c 'import numpy.f2py; print(numpy.f2py.get_include())')
NP=$(python -c 'import numpy; print(numpy.get_include())')
PY=$(python -c 'import sysconfig; print(sysconfig.get_path("include"))')
EXT=$(python -c 'import sysconfig; print(sysconfig.get_config_var("EXT_SUFFIX"))')
gfortran -shared -fPIC -O2 -I$F2PY -I$NP -I$PY hello.f90 hello-f2pywrappers.f \
    hellomodule.c $F2PY/fortranobject.c -o hello$EXT
