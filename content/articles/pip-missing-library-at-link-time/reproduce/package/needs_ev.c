#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "needs_ev", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_needs_ev(void)
{
    return PyModule_Create(&module);
}
