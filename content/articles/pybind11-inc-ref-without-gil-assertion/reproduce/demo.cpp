#include <pybind11/pybind11.h>

namespace py = pybind11;

void keep(const py::object &o) {
    py::gil_scoped_release unlocked;
    py::object copy = o;
}

PYBIND11_MODULE(demo, m) {
    m.def("keep", &keep);
}
