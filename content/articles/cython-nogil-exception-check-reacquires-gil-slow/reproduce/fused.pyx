ctypedef fused number:
    float
    double
cdef number f(number x) nogil:
    return x / 2

def halve(double x):
    return f(x)
