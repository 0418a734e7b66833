#include <nanobind/nanobind.h>
#include <nanobind/stl/unique_ptr.h>

namespace nb = nanobind;

struct Pet {};

std::unique_ptr<Pet> adopt() {
    return std::make_unique<Pet>();
}

NB_MODULE(pets, m) {
    nb::class_<Pet>(m, "Pet");
    m.def("adopt", &adopt);
}
