#include <pybind11/pybind11.h>

namespace py = pybind11;

void keep(const py::object &o) {
    py::object copy = o;
    py::gil_scoped_release unlocked;
    py::gil_scoped_acquire locked;
    copy = py::none();
}

PYBIND11_MODULE(demo, m) {
    m.def("keep", &keep);
}
