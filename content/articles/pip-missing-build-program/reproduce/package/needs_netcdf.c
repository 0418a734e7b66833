#include <Python.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "needs_netcdf", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_needs_netcdf(void)
{
    return PyModule_Create(&module);
}
