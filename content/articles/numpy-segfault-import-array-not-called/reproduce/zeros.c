#include <Python.h>
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#include <numpy/arrayobject.h>

static PyObject *three(PyObject *self, PyObject *args)
{
    npy_intp shape[1] = {3};
    return PyArray_SimpleNew(1, shape, NPY_DOUBLE);
}

static PyMethodDef methods[] = {{"three", three, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "zeros", NULL, -1, methods};

PyMODINIT_FUNC PyInit_zeros(void)
{
    return PyModule_Create(&module);
}
