#include <pybind11/pybind11.h>

namespace py = pybind11;

PYBIND11_MODULE(once, m) {
    m.def("work", [] {
        static py::object mod = py::module_::import("slow");
        return py::str(mod.attr("__name__"));
    });
}
