#include <nanobind/nanobind.h>
#include <nanobind/stl/bind_vector.h>
#include <vector>

NB_MAKE_OPAQUE(std::vector<int>)

namespace nb = nanobind;

struct Cart {
    std::vector<int> items;
};

void add_item(std::vector<int> &v, int x) { v.push_back(x); }

NB_MODULE(cart, m) {
    nb::bind_vector<std::vector<int>>(m, "VectorInt");
    nb::class_<Cart>(m, "Cart").def(nb::init<>()).def_rw("items", &Cart::items);
    m.def("add_item", &add_item);
}
