#include <Python.h>
#include <thread>
struct Guard {
  PyGILState_STATE state = PyGILState_Ensure();
  ~Guard() { PyGILState_Release(state); }
};
static PyObject *start(PyObject *, PyObject *) {
  std::thread([] {
    Guard guard;
    PyRun_SimpleString("import time\nwhile True: time.sleep(0.01)");
  }).detach();
  Py_RETURN_NONE;
}
static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "guard", NULL, -1, methods};
PyMODINIT_FUNC PyInit_guard(void) { return PyModule_Create(&module); }
