#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
