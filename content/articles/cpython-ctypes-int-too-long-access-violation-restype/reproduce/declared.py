import ctypes

lib = ctypes.CDLL("./libstack.so")
lib.stack_new.argtypes = []
lib.stack_new.restype = ctypes.c_void_p
lib.stack_size.argtypes = [ctypes.c_void_p]
lib.stack_size.restype = ctypes.c_int

stack = lib.stack_new()
print(lib.stack_size(stack))
