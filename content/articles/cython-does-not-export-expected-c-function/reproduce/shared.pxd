cdef int twice(int x)
