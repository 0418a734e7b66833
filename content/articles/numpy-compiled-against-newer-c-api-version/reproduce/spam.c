#include <Python.h>
#include <numpy/arrayobject.h>

static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_spam(void)
{
    import_array();
    return PyModule_Create(&def);
}
