import ctypes

ctypes.CDLL("./libtls.so")
print("loaded")
