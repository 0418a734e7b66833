#include <nanobind/nanobind.h>
#include <nanobind/stl/unique_ptr.h>

namespace nb = nanobind;

struct Pet {};

static Pet *first = new Pet();

std::unique_ptr<Pet> adopt() {
    return std::unique_ptr<Pet>(first);  // each call gives away the same object
}

NB_MODULE(pets, m) {
    nb::class_<Pet>(m, "Pet");
    m.def("adopt", &adopt);
}
