#include <Python.h>

PyObject *to_object(void) { return 0 + PyLong_AsLong(Py_None); }

long to_long(void) { return PyLong_FromLong(1); }

int undeclared(void) { return spam_size(1); }
