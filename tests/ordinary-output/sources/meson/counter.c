#define PY_SSIZE_T_CLEAN
#include <Python.h>
static PyObject *count(PyObject *self, PyObject *args) {
  Py_ssize_t start, stop;
  if (!PyArg_ParseTuple(args, "nn", &start, &stop)) return NULL;
  return PyLong_FromSsize_t(stop - start);
}
static PyObject *broken(PyObject *self, PyObject *ignored) { return NULL; }
static PyObject *both(PyObject *self, PyObject *ignored) { PyErr_SetString(PyExc_ValueError, "no"); Py_RETURN_NONE; }
static PyObject *crash(PyObject *self, PyObject *ignored) { return *(PyObject **)(size_t)8; }
static PyMethodDef methods[] = {
  {"count", count, METH_VARARGS, "Counts."}, {"broken", broken, METH_NOARGS, NULL},
  {"both", both, METH_NOARGS, NULL}, {"crash", crash, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "counter", "Counts.", -1, methods};
PyMODINIT_FUNC PyInit_counter(void) { return PyModule_Create(&module); }
