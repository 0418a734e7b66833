#include <Python.h>
#include <pthread.h>

static void *work(void *arg) { return arg; }

static PyObject *run(PyObject *self, PyObject *args)
{
    pthread_t thread;
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"run", run, METH_NOARGS, NULL}, {NULL}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "spin", NULL, -1, methods};

PyMODINIT_FUNC PyInit_spin(void) { return PyModule_Create(&module); }
