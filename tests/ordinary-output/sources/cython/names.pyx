# cython: language_level=3
cdef int a = undefined_name
def f(x):
    cdef UnknownType y = x
    cdef int n = undefined_call(x) + unicode(x) + xrange
    print(missing)
    return buffer_of(n)
