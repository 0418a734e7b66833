#include <pybind11/pybind11.h>
namespace py = pybind11;

struct Options { int level = 1; };
int run(Options options) { return options.level; }

PYBIND11_MODULE(spam, m) {
  py::class_<Options>(m, "Options").def(py::init<>());
  m.def("run", &run, py::arg("options") = Options());
}
