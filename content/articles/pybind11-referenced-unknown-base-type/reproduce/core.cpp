#include <pybind11/pybind11.h>
struct Base {
  virtual ~Base() = default;
};
PYBIND11_MODULE(core, m) { pybind11::class_<Base>(m, "Base"); }
