# cython: subinterpreters_compatible=shared_gil
def one():
    return 1
