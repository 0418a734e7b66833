#include <Python.h>
#include <numpy/arrayobject.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "flags", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_flags(void)
{
    PyObject *flags = PyModule_Create(&module);
    PyModule_AddIntConstant(flags, "contiguous", NPY_C_CONTIGUOUS);
    return flags;
}
