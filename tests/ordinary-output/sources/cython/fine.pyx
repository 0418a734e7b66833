# cython: language_level=3
cimport numpy as cnp
cdef extern from "math.h" nogil:
    double sqrt(double x)
cdef class Meter:
    cdef public double level
    cdef int unused
    def __init__(self, double level): self.level = level
    cpdef double root(self): return sqrt(self.level)
def total(double[:] values):
    cdef Py_ssize_t i
    cdef double sum_ = 0
    for i in range(values.shape[0]): sum_ += values[i]
    return sum_
def longs(long[:] values): return values[0]
def pairs(int[:, ::1] values): return values[0, 0]
def old_style(cnp.ndarray[cnp.float64_t, ndim=1] values): return values[0]
def divide(int a, int b): return a // b
def crash(size_t address): return (<int *> address)[0]
def typed(Meter m not None, int count, str name=None): return m.level * count
