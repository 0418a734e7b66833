#include <Python.h>
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "bad", NULL, -1, NULL};
PyMODINIT_FUNC PyInit_bad(void) {
  PyObject *m = PyModule_Create(&module);
  PyObject *needed = PyImport_ImportModule("missing_module");
  Py_XDECREF(needed);
  return m;
}
