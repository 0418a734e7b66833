#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "empty", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_empty(void)
{
    return PyModule_Create(&module);
}
