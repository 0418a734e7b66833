#include <Python.h>
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>

PyObject *three(PyObject *self, PyObject *args);

static PyMethodDef methods[] = {{"three", three, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "pair", NULL, -1, methods};

PyMODINIT_FUNC PyInit_pair(void)
{
    import_array();
    return PyModule_Create(&module);
}
