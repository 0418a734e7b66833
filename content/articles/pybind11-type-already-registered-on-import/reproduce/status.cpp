#include <pybind11/pybind11.h>

namespace py = pybind11;

enum class A { ok };
enum class B { ok };

PYBIND11_MODULE(status, m) {
    py::enum_<A>(m, "StatusCode").value("ok", A::ok);
    py::enum_<B>(m, "StatusCode").value("ok", B::ok);
}
