#include <chrono>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

PYBIND11_MODULE(sleeper, m) {
    m.def("nap", [](int ms) {
        py::gil_scoped_release nogil;
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    });
}
