from .clib cimport sqrt

def root(double x):
    return sqrt(x)
