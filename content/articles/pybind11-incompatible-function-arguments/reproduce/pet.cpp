#include <pybind11/pybind11.h>
#include <string>
struct Pet {
  std::string name;
};
PYBIND11_MODULE(pet, m) {
  pybind11::class_<Pet>(m, "Pet")
      .def(pybind11::init([](std::string name) { return Pet{name}; }))
      .def("rename", [](Pet &pet, std::string name) { pet.name = name; });
}
