#include <Python.h>

static PyObject *parse(PyObject *self, PyObject *args)
{
    const char *text;
    struct { int n; int next; } v = {0, 42};

    if (!PyArg_ParseTuple(args, "s#", &text, &v.n))
        return NULL;
    return Py_BuildValue("(ii)", v.n, v.next);
}

static PyMethodDef methods[] = {
    {"parse", parse, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "pair", NULL, -1, methods};

PyMODINIT_FUNC PyInit_pair(void)
{
    return PyModule_Create(&module);
}
