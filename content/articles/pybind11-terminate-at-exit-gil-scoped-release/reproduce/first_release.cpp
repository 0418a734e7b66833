#include <chrono>
#include <pybind11/pybind11.h>
#include <thread>

#ifdef PYBIND11_MODULE
#define MODULE(m) PYBIND11_MODULE(sleeper, m)
#define END
#else                        // pybind11 before 2.2
#ifndef PYBIND11_PLUGIN      // pybind11 1.0
#define PYBIND11_PLUGIN PYBIND_PLUGIN
#endif
#define MODULE(m) PYBIND11_PLUGIN(sleeper) { pybind11::module m("sleeper");
#define END return m.ptr(); }
#endif

MODULE(m) {
    m.def("nap", [](int ms) {
        pybind11::gil_scoped_release nogil;
        std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    });
}
END
