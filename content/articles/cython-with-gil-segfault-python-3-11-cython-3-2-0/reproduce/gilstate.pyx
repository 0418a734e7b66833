# cython: language_level=3

cdef void work(long *n) noexcept nogil:
    with nogil:
        n[0] += 1

def run(long rounds):
    cdef long n = 0, i
    with nogil:
        for i in range(rounds):
            work(&n)
    return n
