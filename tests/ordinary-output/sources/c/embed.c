#include <Python.h>
int main(void) {
  Py_Initialize();
  PyObject *text = PyUnicode_FromStringAndSize("abc", 3);
  if (!PyUnicode_Check(text)) PyErr_SetString(PyExc_TypeError, "no text");
  PyGILState_STATE state = PyGILState_Ensure();
  PyGILState_Release(state);
  Py_DECREF(text);
  return PyErr_Occurred() == PyExc_SystemError;
}
