#include <Python.h>
#include <numpy/arrayobject.h>

npy_intp size(PyArray_Descr *desc)
{
    return desc->elsize;
}
