#include <Python.h>
const char *shelf_name(void);

static PyObject *name(PyObject *self, PyObject *args) { return PyUnicode_FromString(shelf_name()); }

static PyMethodDef methods[] = {{"name", name, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, methods};

PyMODINIT_FUNC PyInit_spam(void) { return PyModule_Create(&module); }
