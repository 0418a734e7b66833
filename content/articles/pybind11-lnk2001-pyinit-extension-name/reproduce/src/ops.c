/* The function that the module macro would define. */
__declspec(dllexport) void *PyInit_ops(void) { return 0; }
