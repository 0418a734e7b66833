#include <Python.h>
int kit(void);
static PyObject *f(PyObject *self, PyObject *unused) { return PyLong_FromLong(kit()); }
static PyMethodDef m[] = {{"f", f, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, m};
PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
