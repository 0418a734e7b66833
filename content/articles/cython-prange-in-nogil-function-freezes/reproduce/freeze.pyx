# cython: language_level=3
from cython.parallel import prange

cdef void work(double[:] out, Py_ssize_t i) nogil:
    out[i] = i * 2.0

cdef void fill(double[:] out) nogil:
    cdef Py_ssize_t i
    for i in prange(out.shape[0]):
        work(out, i)

def run(double[:] out):
    fill(out)
