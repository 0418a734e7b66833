# cython: language_level=3
cimport cython

cdef cython.pymutex lock
cdef long total = 0

cdef void work() noexcept nogil:
    global total
    with lock:
        total += 1

def run(long rounds):
    cdef long i
    with nogil:
        for i in range(rounds):
            work()
