#include "point.h"
#include <pybind11/pybind11.h>

namespace py = pybind11;

PYBIND11_MODULE(types_a, m) {
    py::class_<Point>(m, "Point");
}
