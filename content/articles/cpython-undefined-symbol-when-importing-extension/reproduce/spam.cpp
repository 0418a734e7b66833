#include <Python.h>
#include "shape.h"
static PyObject *area(PyObject *, PyObject *) { return PyFloat_FromDouble(Shape().area()); }
static PyMethodDef methods[] = {{"area", area, METH_NOARGS, nullptr}, {nullptr}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", nullptr, -1, methods};
PyMODINIT_FUNC PyInit_spam() { return PyModule_Create(&module); }
