#include <Python.h>

static PyObject *length(PyObject *self, PyObject *text)
{
    return PyLong_FromSsize_t(PyUnicode_GET_SIZE(text));
}

static PyMethodDef methods[] = {{"length", length, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "length", NULL, -1, methods};

PyMODINIT_FUNC PyInit_length(void)
{
    return PyModule_Create(&module);
}
