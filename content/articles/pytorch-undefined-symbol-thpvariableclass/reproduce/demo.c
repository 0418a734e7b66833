#include <Python.h>

extern PyObject *THPVariableClass;

static PyObject *is_tensor(PyObject *self, PyObject *x)
{
    return PyBool_FromLong(PyObject_IsInstance(x, THPVariableClass));
}

static PyMethodDef methods[] = {{"is_tensor", is_tensor, METH_O, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods};

PyMODINIT_FUNC PyInit_demo(void)
{
    return PyModule_Create(&module);
}
