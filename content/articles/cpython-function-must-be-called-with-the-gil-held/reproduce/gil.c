#include <Python.h>
static PyObject *state(PyObject *self, PyObject *unused) {
  Py_BEGIN_ALLOW_THREADS
  PyThreadState_Get();
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}
static PyMethodDef methods[] = {{"state", state, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "gil", NULL, -1, methods};
PyMODINIT_FUNC PyInit_gil(void) { return PyModule_Create(&module); }
