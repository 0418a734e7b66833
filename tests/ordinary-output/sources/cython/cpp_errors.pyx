# distutils: language = c++
# cython: language_level=3, boundscheck=False, unknown_directive=True
from libcpp.vector cimport vector
from libcpp.string cimport string
cdef vector[int] v
def f():
    cdef vector[string] w
    w.push_back(3)
    v.push_back(b"x")
    return w.lenght()
