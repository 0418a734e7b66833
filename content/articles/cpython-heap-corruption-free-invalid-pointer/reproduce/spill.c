#include <Python.h>
static char *kept;
static PyObject *fill(PyObject *self, PyObject *arg) {
  kept = malloc(2000);
  memset(kept, 'x', PyLong_AsLong(arg));
  Py_RETURN_NONE;
}
static PyObject *drop(PyObject *self, PyObject *unused) {
  free(kept);
  Py_RETURN_NONE;
}
static PyObject *shift(PyObject *self, PyObject *unused) {
  free(kept + 8);
  Py_RETURN_NONE;
}
static PyMethodDef methods[] = {
    {"fill", fill, METH_O, NULL}, {"drop", drop, METH_NOARGS, NULL}, {"shift", shift, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spill", NULL, -1, methods};
PyMODINIT_FUNC PyInit_spill(void) { return PyModule_Create(&module); }
