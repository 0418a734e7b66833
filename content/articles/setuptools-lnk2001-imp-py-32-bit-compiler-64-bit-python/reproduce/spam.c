extern __declspec(dllimport) int PyDict_Type;
int *type(void) { return &PyDict_Type; }
