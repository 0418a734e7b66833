cdef void step(double *x) nogil:
    x[0] = x[0] * 0.5 + 1.0

cdef void step_noexcept(double *x) noexcept nogil:
    x[0] = x[0] * 0.5 + 1.0

def run(long n):
    cdef double x = 0
    cdef long i
    with nogil:
        for i in range(n):
            step(&x)
    return x

def run_noexcept(long n):
    cdef double x = 0
    cdef long i
    with nogil:
        for i in range(n):
            step_noexcept(&x)
    return x
