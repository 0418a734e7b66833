#include <Python.h>
#include <c10/util/Exception.h>
#include <string>

static PyObject *check(PyObject *, PyObject *arg) {
  TORCH_CHECK(PyLong_AsLong(arg) > 0, std::string("must be positive"));
  Py_RETURN_NONE;
}
static PyMethodDef methods[] = {{"check", check, METH_O, nullptr}, {}};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", nullptr, -1, methods};
PyMODINIT_FUNC PyInit_demo() { return PyModule_Create(&module); }
