#include <pybind11/pybind11.h>
#include <optional>
#ifdef WITH_STL
#include <pybind11/stl.h>
#endif
namespace py = pybind11;

int run(std::optional<int> size) { return size.value_or(0); }

PYBIND11_MODULE(stl, m) { m.def("run", &run, py::arg("size") = std::nullopt); }
