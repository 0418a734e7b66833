import ctypes

ctypes.CDLL("libgomp.so.1", mode=ctypes.RTLD_GLOBAL)  # as a library built with GCC does
import mkl

print("child: imported mkl")
