#include <nanobind/nanobind.h>
#include <nanobind/stl/vector.h>
#include <vector>

namespace nb = nanobind;

struct Cart {
    std::vector<int> items;
};

void add_item(std::vector<int> &v, int x) { v.push_back(x); }

NB_MODULE(cart, m) {
    nb::class_<Cart>(m, "Cart").def(nb::init<>()).def_rw("items", &Cart::items);
    m.def("add_item", &add_item);
}
