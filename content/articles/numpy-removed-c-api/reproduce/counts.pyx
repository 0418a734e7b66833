cimport numpy as cnp

cdef cnp.int_t count = 0
