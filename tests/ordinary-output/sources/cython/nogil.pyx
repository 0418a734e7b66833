# cython: language_level=3
from cython.parallel import prange
cdef int work(object o) nogil:
    return o + 1
def f(values):
    cdef int i, n = 0
    cdef list names = []
    with nogil:
        names.append(3)
        print("x")
        n = len(values)
        raise ValueError("no")
    for i in prange(10, nogil=True):
        values[i] = 2
        break
    with nogil:
        with nogil: n = 3
