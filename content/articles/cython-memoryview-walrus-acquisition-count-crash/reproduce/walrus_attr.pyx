cdef class Holder:
    cdef double[:] a

    def __init__(self, double[:] a):
        self.a = a

    def first(self):
        return (b := self.a)[0]
