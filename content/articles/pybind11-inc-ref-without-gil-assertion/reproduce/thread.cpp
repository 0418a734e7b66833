#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

void run(py::function f) {
    py::gil_scoped_release unlocked;
    std::thread([&f] { py::function copy = f; }).join();
}

PYBIND11_MODULE(demo, m) {
    m.def("run", &run);
}
