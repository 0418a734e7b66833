#include <chrono>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

static void nap(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

PYBIND11_MODULE(sleeper, m) {
    m.def("nap_disarm", [](int ms) {
        py::gil_scoped_release nogil;
        nap(ms);
        nogil.disarm();
    });
    m.def("nap_macro", [](int ms) {
        Py_BEGIN_ALLOW_THREADS
        nap(ms);
        Py_END_ALLOW_THREADS
    });
    m.def("nap_guard", &nap, py::call_guard<py::gil_scoped_release>());
    m.def("nap_catch", [](int ms) {
        try {
            Py_BEGIN_ALLOW_THREADS
            nap(ms);
            Py_END_ALLOW_THREADS
        } catch (...) {
        }
    });
    m.def("nap_wait", [](int ms) {
        py::gil_scoped_release nogil;
        nap(ms);
        while (_Py_IsFinalizing()) {
            std::this_thread::sleep_for(std::chrono::hours(1));
        }
    });
}
