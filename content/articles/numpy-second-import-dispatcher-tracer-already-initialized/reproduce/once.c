#include <Python.h>

static void import_numpy(void)
{
    PyObject *numpy = PyImport_ImportModule("numpy");
    if (!numpy)
        PyErr_Print();
    Py_XDECREF(numpy);
}

int main(void)
{
    Py_Initialize();
    import_numpy();
    import_numpy();
    Py_Finalize();
    return 0;
}
