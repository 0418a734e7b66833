extern int ffi_type_pointer;
int kit(void) { return ffi_type_pointer; }
