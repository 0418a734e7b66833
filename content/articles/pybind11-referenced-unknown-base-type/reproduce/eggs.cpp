#include <pybind11/pybind11.h>
struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {};
PYBIND11_MODULE(eggs, m) { pybind11::class_<Derived, Base>(m, "Derived"); }
