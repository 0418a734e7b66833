#include <Python.h>

const char *MMDB_lib_version(void);

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "needs_maxmind", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_needs_maxmind(void)
{
    PyObject *self = PyModule_Create(&module);
    if (self)
        PyModule_AddStringConstant(self, "version", MMDB_lib_version());
    return self;
}
