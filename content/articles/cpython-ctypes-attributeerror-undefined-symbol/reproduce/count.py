import ctypes

lib = ctypes.CDLL("./libcount.so.2")
lib.count_start.argtypes = []
lib.reset_counter.argtypes = []
print(lib.reset_counter())
