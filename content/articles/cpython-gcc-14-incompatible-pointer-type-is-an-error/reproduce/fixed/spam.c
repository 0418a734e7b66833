#include <Python.h>

static PyObject *builtins(PyObject *self, PyObject *args) {
  PyObject *names = PyEval_GetBuiltins();
  return Py_NewRef(names);
}

static PyMethodDef methods[] = {{"builtins", builtins, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, methods};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
