#include <Python.h>
#include <numpy/arrayobject.h>

#if NPY_ABI_VERSION < 0x02000000
#define PyDataType_ELSIZE(descr) ((descr)->elsize)
#define PyDataType_SET_ELSIZE(descr, size) ((descr)->elsize = (size))
#define PyDataType_ALIGNMENT(descr) ((descr)->alignment)
#define PyDataType_SUBARRAY(descr) ((descr)->subarray)
#define PyDataType_FIELDS(descr) ((descr)->fields)
#define PyDataType_NAMES(descr) ((descr)->names)
#define PyDataType_GetArrFuncs(descr) ((descr)->f)
#endif

npy_intp size(PyArray_Descr *desc)
{
    return PyDataType_ELSIZE(desc);
}
