#include <Python.h>

static PyObject *half(PyObject *self, PyObject *arg) {
    double x = PyFloat_AsDouble(arg);
    PyFPE_START_PROTECT("divide", return NULL)
    x = x / 2;
    PyFPE_END_PROTECT(x)
    return PyFloat_FromDouble(x);
}
static PyMethodDef methods[] = {{"half", half, METH_O, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "fpe", NULL, -1, methods};
PyMODINIT_FUNC PyInit_fpe(void) { return PyModule_Create(&module); }
