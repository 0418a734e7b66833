#include <pybind11/pybind11.h>
#include <pybind11/stl_bind.h>
#include <vector>

PYBIND11_MAKE_OPAQUE(std::vector<int>)

namespace py = pybind11;

struct Cart {
    std::vector<int> items;
};

void add_item(std::vector<int> &v, int x) { v.push_back(x); }

PYBIND11_MODULE(cart, m) {
    py::bind_vector<std::vector<int>>(m, "VectorInt");
    py::implicitly_convertible<py::list, std::vector<int>>();   // keep c.items = [1, 2]
    py::class_<Cart>(m, "Cart").def(py::init<>()).def_readwrite("items", &Cart::items);
    m.def("add_item", &add_item);
}
