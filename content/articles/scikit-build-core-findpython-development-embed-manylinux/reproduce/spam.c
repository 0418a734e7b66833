#include <Python.h>

static struct PyModuleDef spam = {PyModuleDef_HEAD_INIT, .m_name = "spam", .m_size = 0};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&spam); }
