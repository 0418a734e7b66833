#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <vector>

namespace py = pybind11;

struct Cart {
    std::vector<int> items;
};

void add_item(std::vector<int> &v, int x) { v.push_back(x); }

PYBIND11_MODULE(cart, m) {
    py::class_<Cart>(m, "Cart").def(py::init<>()).def_readwrite("items", &Cart::items);
    m.def("add_item", &add_item);
}
