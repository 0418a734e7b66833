#include <Python.h>

int twice(void);

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "demo"};

PyMODINIT_FUNC PyInit_demo(void) {
    PyObject *m = PyModule_Create(&module);
    PyModule_AddIntConstant(m, "twice", twice());
    return m;
}
