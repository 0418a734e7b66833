#include <nanobind/nanobind.h>

namespace nb = nanobind;

struct Holder {
    nb::object item;
};

NB_MODULE(holder, m) {
    nb::class_<Holder>(m, "Holder")
        .def(nb::init<>())
        .def_rw("item", &Holder::item);
}
