#include <pybind11/pybind11.h>
namespace py = pybind11;
struct Sample { Sample() = delete; int rate; Sample(const Sample &) = delete; };
PYBIND11_MODULE(mistakes, m) {
  py::class_<Sample>(m, "Sample").def(py::init<int, int>()).def("gone", &Sample::gone);
  m.def("copy", [](Sample s) { return s; });
  m.def("f", undeclared_function);
  m.def("g", [](int a) { return a }, py::arg("a") = );
}
