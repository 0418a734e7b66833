#include <Python.h>
#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION
#define PY_ARRAY_UNIQUE_SYMBOL mypackage_ARRAY_API
#define NO_IMPORT_ARRAY
#include <numpy/arrayobject.h>

PyObject *three(PyObject *self, PyObject *args)
{
    npy_intp shape[1] = {3};
    return PyArray_ZEROS(1, shape, NPY_DOUBLE, 0);
}
