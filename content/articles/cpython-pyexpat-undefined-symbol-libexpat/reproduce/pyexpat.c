#include <Python.h>
int XML_SetReparseDeferralEnabled(void *parser, unsigned char enabled);
static PyObject *defer(PyObject *self, PyObject *unused) {
  return PyBool_FromLong(XML_SetReparseDeferralEnabled(NULL, 1));
}
static PyMethodDef methods[] = {{"defer", defer, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "pyexpat", NULL, -1, methods};
PyMODINIT_FUNC PyInit_pyexpat(void) { return PyModule_Create(&module); }
