#include <Python.h>
static PyObject *null(PyObject *self, PyObject *unused) {
  volatile const char *text = "text";
  return PyLong_FromLong(text[0]);
}
static PyObject *overflow(PyObject *self, PyObject *unused) {
  volatile char *text = malloc(48);
  for (int i = 0; i < 48; i++) text[i] = 'x';
  free((void *)text);
  Py_RETURN_NONE;
}
static PyMethodDef methods[] = {
    {"null", null, METH_NOARGS, NULL}, {"overflow", overflow, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "boom", NULL, -1, methods};
PyMODINIT_FUNC PyInit_boom(void) { return PyModule_Create(&module); }
