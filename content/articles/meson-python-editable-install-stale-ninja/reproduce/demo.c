#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo"};

PyMODINIT_FUNC PyInit_demo(void)
{
    return PyModule_Create(&module);
}
