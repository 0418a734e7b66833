/* Starts Python with the home that the argument names. */
#include <Python.h>
int main(int argc, char **argv) {
  PyConfig config;
  PyConfig_InitPythonConfig(&config);
  PyConfig_SetBytesString(&config, &config.home, argv[1]);
  PyStatus status = Py_InitializeFromConfig(&config);
  if (PyStatus_Exception(status)) Py_ExitStatusException(status);
  return PyRun_SimpleString("print('works')");
}
