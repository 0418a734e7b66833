#include <Python.h>

typedef enum { false, true } boolean;
typedef unsigned char bool;

static int (*callback)();

static PyObject *call(PyObject *self, PyObject *args) {
  bool found = callback ? callback(1) : false;
  return PyBool_FromLong(found);
}

static PyMethodDef methods[] = {{"call", call, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, methods};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
