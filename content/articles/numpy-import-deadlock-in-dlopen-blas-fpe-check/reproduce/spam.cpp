#include <Python.h>

static PyObject *early = PyImport_ImportModule("numpy");   // inside dlopen()

static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&def); }
