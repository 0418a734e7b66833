#include <Python.h>

static PyObject *size(PyObject *self, PyObject *args)
{
    const char *text;
    int n;

    if (!PyArg_ParseTuple(args, "s#", &text, &n))
        return NULL;
    return PyLong_FromLong(n);
}

static PyMethodDef methods[] = {
    {"size", size, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "lens", NULL, -1, methods};

PyMODINIT_FUNC PyInit_lens(void)
{
    return PyModule_Create(&module);
}
