#include <pybind11/pybind11.h>

PYBIND11_MODULE(shop, m) {
    m.def("price", [] { return 42; });
}
