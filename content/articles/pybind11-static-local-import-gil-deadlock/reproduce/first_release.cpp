#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#ifdef PYBIND11_MODULE
#define MODULE(m) PYBIND11_MODULE(arr, m)
#define END
#else                        // pybind11 before 2.2
#ifndef PYBIND11_PLUGIN      // pybind11 1.0
#define PYBIND11_PLUGIN PYBIND_PLUGIN
#endif
#define MODULE(m) PYBIND11_PLUGIN(arr) { pybind11::module m("arr");
#define END return m.ptr(); }
#endif

MODULE(m) {
    m.def("work", [] {
        static const double values[3] = {};
        return pybind11::array(3, values);
    });
}
END
