#include <Python.h>

static PyModuleDef_Slot slots[] = {
#ifdef DECLARE
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};
static struct PyModuleDef module = {.m_base = PyModuleDef_HEAD_INIT, .m_name = "plain", .m_slots = slots};

PyMODINIT_FUNC PyInit_plain(void)
{
    return PyModuleDef_Init(&module);
}
