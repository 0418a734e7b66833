# cython: language_level=3
from cython.parallel import prange

cdef int find_else(int *a, int n, int x) nogil:
    cdef int i
    for i in prange(n):
        if a[i] == x:
            return i
    else:
        return -1

cdef int find_array(int *a, int n, int x) nogil:
    cdef int i
    cdef int[1] found
    found[0] = -1
    for i in prange(n):
        if a[i] == x:
            found[0] = i
            break
    return found[0]

def run():
    cdef int[4] a = [3, 1, 4, 1]
    print("find_else returned", find_else(a, 4, 4))
    print("find_array returned", find_array(a, 4, 4))
