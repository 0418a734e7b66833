/* Uses macros of NumPy's headers only, so it needs no import_array(). */
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <Python.h>
#include <numpy/arrayobject.h>
static PyObject *is_complex(PyObject *self, PyObject *number) {
  int spare;
  return PyBool_FromLong(PyTypeNum_ISCOMPLEX((int)PyLong_AsLong(number)));
}
static PyMethodDef methods[] = {{"is_complex", is_complex, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "arrays", NULL, -1, methods};
PyMODINIT_FUNC PyInit_arrays(void) { return PyModule_Create(&module); }
