#include <cstdint>
#include <pybind11/pybind11.h>
#include <pybind11/stl_bind.h>
#include <vector>

namespace py = pybind11;

PYBIND11_MAKE_OPAQUE(std::vector<unsigned int>)

PYBIND11_MODULE(aliases, m) {
    py::bind_vector<std::vector<unsigned int>>(m, "VectorUint");
    py::bind_vector<std::vector<std::uint32_t>>(m, "VectorUint32");
}
