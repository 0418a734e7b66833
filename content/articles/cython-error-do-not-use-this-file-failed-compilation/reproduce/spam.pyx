def area(int w, int h):
    cdef int *p = <int *> (w * h
    return w * h
