#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "needs_compiler", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_needs_compiler(void)
{
    return PyModule_Create(&module);
}
