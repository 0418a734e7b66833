#include <pybind11/gil_safe_call_once.h>
#include <pybind11/pybind11.h>

namespace py = pybind11;

PYBIND11_MODULE(once, m) {
    m.def("work", [] {
        PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> storage;
        auto &mod = storage
                        .call_once_and_store_result(
                            [] { return py::object(py::module_::import("slow")); })
                        .get_stored();
        return py::str(mod.attr("__name__"));
    });
}
