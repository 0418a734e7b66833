import numpy as np
from numba import njit, prange


@njit(parallel=True)
def inner(a):
    s = 0.0
    for i in prange(a.size):
        s += a[i]
    return s


@njit(cache=True)
def outer(a):
    return inner(a) + 1.0


@njit(parallel=True)
def start_threads(n):
    s = 0
    for i in prange(n):
        s += i
    return s


start_threads(1)
print(outer(np.ones(1000)))
