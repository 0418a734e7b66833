import cffi

cffi.FFI()
