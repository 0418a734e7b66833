import ctypes
import os
import pathlib
import sysconfig

# Lazily, because the BLAS that bm3d and bm4d need is empty here.
dlopen = ctypes.CDLL(None).dlopen
dlopen.argtypes = [ctypes.c_char_p, ctypes.c_int]
dlopen.restype = ctypes.c_void_p
for file in sorted(pathlib.Path(sysconfig.get_paths()["platlib"]).rglob("*.so*")):
    dlopen(bytes(file), os.RTLD_LAZY)
print(float("5e-324") * 1 == 0)
