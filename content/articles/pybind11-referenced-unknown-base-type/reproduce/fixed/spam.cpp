#include <pybind11/pybind11.h>
struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {};
PYBIND11_MODULE(spam, m) {
  pybind11::class_<Base>(m, "Base");
  pybind11::class_<Derived, Base>(m, "Derived");
}
