import ctypes

lib = ctypes.CDLL("./libstack.so")
stack = lib.stack_new()
print(lib.stack_size(stack))
