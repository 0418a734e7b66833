#include <Python.h>
static PyObject *nul(PyObject *self, PyObject *unused) { Py_RETURN_NONE; }
static PyObject *setx(PyObject *self, PyObject *unused) {
  PyErr_SetString(PyExc_ValueError, "bad");
  return NULL;
}
static PyMethodDef methods[] = {
    {"nul", nul, METH_NOARGS, NULL}, {"setx", setx, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "se", NULL, -1, methods};
PyMODINIT_FUNC PyInit_se(void) { return PyModule_Create(&module); }
