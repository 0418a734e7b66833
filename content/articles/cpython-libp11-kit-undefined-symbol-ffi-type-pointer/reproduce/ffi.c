int ffi_type_pointer = 1;
