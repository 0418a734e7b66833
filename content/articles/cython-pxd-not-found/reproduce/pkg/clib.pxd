cdef extern from "math.h":
    double sqrt(double)
