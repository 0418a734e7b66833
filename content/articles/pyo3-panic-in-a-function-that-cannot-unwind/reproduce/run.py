import ctypes

lib = ctypes.CDLL("out/debug/libspam.so")
print(lib.half(4))
print(lib.half(3))
