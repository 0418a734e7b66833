# cython: language_level=3
from cython.parallel import prange

cdef int find_prange(int *a, int n, int x) nogil:
    cdef int i
    for i in prange(n):
        if a[i] == x:
            return i
    return -1

cdef int find_range(int *a, int n, int x) nogil:
    cdef int i
    for i in range(n):
        if a[i] == x:
            return i
    return -1

def run():
    cdef int[4] a = [3, 1, 4, 1]
    print("find_prange returned", find_prange(a, 4, 4))
    print("find_range returned", find_range(a, 4, 4))
