#include <Python.h>
static PyObject *log_it(PyObject *self, PyObject *unused) { return Py_None; }
static PyMethodDef methods[] = {{"log", log_it, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "nonebug", NULL, -1, methods};
PyMODINIT_FUNC PyInit_nonebug(void) { return PyModule_Create(&module); }
