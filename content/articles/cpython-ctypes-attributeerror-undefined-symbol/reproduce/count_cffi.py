from cffi import FFI

ffi = FFI()
ffi.cdef("int count_start(void); int reset_counter(void);")
lib = ffi.dlopen("./libcount.so.2")
print(lib.reset_counter())
