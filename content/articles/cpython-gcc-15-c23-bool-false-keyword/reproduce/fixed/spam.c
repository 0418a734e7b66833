#include <Python.h>
#include <stdbool.h>

static int (*callback)(int);

static PyObject *call(PyObject *self, PyObject *args) {
  bool found = callback ? callback(1) : false;
  return PyBool_FromLong(found);
}

static PyMethodDef methods[] = {{"call", call, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, methods};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
