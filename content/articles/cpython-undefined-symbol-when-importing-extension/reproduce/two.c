#include <Python.h>
static PyObject *no(PyObject *self, PyObject *unused) { Py_RETURN_FALSE; }
static PyMethodDef methods[] = {{"no", no, METH_NOARGS, NULL}, {NULL}};
#if PY_MAJOR_VERSION >= 3
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "two", NULL, -1, methods};
PyMODINIT_FUNC PyInit_two(void) { return PyModule_Create(&module); }
#else
PyMODINIT_FUNC inittwo(void) { Py_InitModule("two", methods); }
#endif
