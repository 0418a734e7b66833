#include <Python.h>

static PyObject *fire(PyObject *self, PyObject *callback)
{
    return PyEval_CallObject(callback, NULL);
}

static PyMethodDef methods[] = {
    {"fire", fire, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "hook", NULL, -1, methods};

PyMODINIT_FUNC PyInit_hook(void)
{
    return PyModule_Create(&module);
}
