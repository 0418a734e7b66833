#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <vector>

namespace py = pybind11;

PYBIND11_MODULE(nostl, m) {
    m.def("numbers", [] { return std::vector<int>{1, 2, 3}; });
    m.def("null_handle", [] { return py::handle(); });
}
