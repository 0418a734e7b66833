#include <Python.h>
int EVP_new(void);
static PyObject *f(PyObject *self, PyObject *unused) { return PyLong_FromLong(EVP_new()); }
static PyMethodDef m[] = {{"f", f, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, m};
PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
