#include <Python.h>

int egg(void);

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_spam", NULL, -1, NULL};

PyMODINIT_FUNC PyInit__spam(void)
{
    PyObject *self = PyModule_Create(&module);
    if (self)
        PyModule_AddIntConstant(self, "number", egg());
    return self;
}
