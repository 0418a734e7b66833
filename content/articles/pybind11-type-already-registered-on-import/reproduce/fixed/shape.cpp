#include <pybind11/pybind11.h>

namespace py = pybind11;

struct Shape {
    int sides = 4;
};

PYBIND11_MODULE(MODNAME, m) {
    py::class_<Shape>(m, "Shape", py::module_local()).def(py::init<>()).def_readwrite("sides", &Shape::sides);
    m.def("sides", [](const Shape &s) { return s.sides; });
}
