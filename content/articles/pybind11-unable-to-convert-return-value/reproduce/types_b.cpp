#include "point.h"
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <vector>

namespace py = pybind11;

PYBIND11_MODULE(types_b, m) {
    m.def("points", [] { return std::vector<Point>(2); });
}
