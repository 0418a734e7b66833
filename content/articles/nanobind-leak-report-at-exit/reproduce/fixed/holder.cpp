#include <nanobind/nanobind.h>

namespace nb = nanobind;

struct Holder {
    nb::object item;
};

int holder_traverse(PyObject *self, visitproc visit, void *arg) {
    Py_VISIT(Py_TYPE(self));
    if (nb::inst_ready(self))
        Py_VISIT(nb::inst_ptr<Holder>(self)->item.ptr());
    return 0;
}

int holder_clear(PyObject *self) {
    nb::inst_ptr<Holder>(self)->item.reset();
    return 0;
}

PyType_Slot holder_slots[] = {
    {Py_tp_traverse, (void *) holder_traverse},
    {Py_tp_clear, (void *) holder_clear},
    {0, nullptr},
};

NB_MODULE(holder, m) {
    nb::class_<Holder>(m, "Holder", nb::type_slots(holder_slots))
        .def(nb::init<>())
        .def_rw("item", &Holder::item);
}
