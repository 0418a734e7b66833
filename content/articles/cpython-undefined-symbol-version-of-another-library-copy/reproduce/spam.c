#include <Python.h>
double half(double);
static PyObject *f(PyObject *self, PyObject *arg) { return PyFloat_FromDouble(half(PyFloat_AsDouble(arg))); }
static PyMethodDef m[] = {{"half", f, METH_O, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, m};
PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
