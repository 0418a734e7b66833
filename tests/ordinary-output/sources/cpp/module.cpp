#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <stdexcept>
namespace py = pybind11;
struct Sample { int rate; };
struct Other { int x; };
static int spare(int a) { int b; return a; }
PYBIND11_MODULE(sampling, m) {
  py::class_<Sample>(m, "Sample").def(py::init<int>()).def_readwrite("rate", &Sample::rate);
  m.def("scale", [](const Sample &s, double by) { return s.rate * by; }, py::arg("sample"), py::arg("by"));
  m.def("total", [](const std::vector<int> &v) { int sum = 0; for (int x : v) sum += x; return sum; });
  m.def("mean", [](py::array_t<double, py::array::c_style> a) { return a.at(0); });
  m.def("fail", [] { throw std::runtime_error("the sample clock stopped"); });
  m.def("range", [] { throw py::index_error("sample 9 of 3"); });
  m.def("cast", [](py::object o) { return o.cast<int>(); });
  m.def("attribute", [](py::object o) { return o.attr("missing_name"); });
  m.def("import_missing", [] { py::module_::import("no_such_module_here"); });
}
