def f(:
    return
cdef class
for in x
