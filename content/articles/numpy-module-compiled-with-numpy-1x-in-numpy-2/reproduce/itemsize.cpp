#include <pybind11/numpy.h>

PYBIND11_MODULE(itemsize, module) {
  module.def("of", [](pybind11::array array) { return array.dtype().itemsize(); });
}
