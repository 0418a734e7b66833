#include <Python.h>

PyObject *one(void)
{
    return PyLong_FromLong(1);
}
