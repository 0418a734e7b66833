# cython: language_level=3
cdef struct Pair:
    int a
    double b
cdef class Meter:
    cdef double level
    cdef int read(self, int count): return count
ctypedef int (*callback)(int) noexcept
cdef int two(int a, int b): return a + b
cdef void run():
    cdef Pair p
    cdef int *q = 3.5
    cdef Meter m = Meter()
    p.missing = 3
    q = p
    m.nothing = 2
    m.read(1, 2, 3)
    two(1)
    cdef callback c = two
    cdef str s = 3
    cdef list l = {}
    cdef char *t = "abc"
    return 3
def g(Pair *p, int[:] v, **kw) -> int:
    v.foo = 3
    del v
    &kw
    return v[0, 1, 2]
