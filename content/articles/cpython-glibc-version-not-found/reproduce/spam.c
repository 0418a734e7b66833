#include <Python.h>
#include <stdio.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "spam", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_spam(void)
{
    puts("spam");
    return PyModule_Create(&module);
}
