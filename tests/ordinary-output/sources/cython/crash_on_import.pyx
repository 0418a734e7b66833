# cython: language_level=3
cdef int *nothing = NULL
LEVEL = nothing[0]
