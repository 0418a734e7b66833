#include <memory>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

void run(py::function f) {
    std::shared_ptr<py::function> held(new py::function(std::move(f)), [](py::function *p) {
        py::gil_scoped_acquire gil;
        delete p;
    });
    py::gil_scoped_release unlocked;
    std::thread([held] {
        py::gil_scoped_acquire gil;
        (*held)();
    }).join();
}

PYBIND11_MODULE(demo, m) {
    m.def("run", &run);
}
