/* Stands for the function that the module macro defines. */
__declspec(dllexport) void *PyInit_ops(void) { return 0; }
