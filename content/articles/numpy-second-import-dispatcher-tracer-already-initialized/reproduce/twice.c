#include <Python.h>

static void import_numpy(void)
{
    Py_Initialize();
    PyObject *numpy = PyImport_ImportModule("numpy");
    if (!numpy)
        PyErr_Print();
    Py_XDECREF(numpy);
    Py_Finalize();
}

int main(void)
{
    import_numpy();
    import_numpy();
    return 0;
}
