#include <Python.h>
#include <lber.h>

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "needs_ldap", NULL, -1, NULL};

PyMODINIT_FUNC PyInit_needs_ldap(void)
{
    return PyModule_Create(&module);
}
