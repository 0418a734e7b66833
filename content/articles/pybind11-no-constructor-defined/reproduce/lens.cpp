#include <pybind11/pybind11.h>
namespace py = pybind11;

struct Lens { double focus = 50; };

PYBIND11_MODULE(lens, m) {
  py::class_<Lens>(m, "Lens").def_readwrite("focus", &Lens::focus);
  m.def("default_lens", [] { return Lens(); });
}
