#include <Python.h>

static PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", nullptr, -1, nullptr};

PyMODINIT_FUNC PyInit_spam() { return PyModule_Create(&module); }
