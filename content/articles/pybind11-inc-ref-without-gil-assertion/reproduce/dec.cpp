#include <pybind11/pybind11.h>

namespace py = pybind11;

void drop(py::object o) {
    py::gil_scoped_release unlocked;
    py::object last = std::move(o);
}

PYBIND11_MODULE(dec, m) {
    m.def("drop", &drop);
}
