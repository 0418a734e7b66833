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


if __name__ == "__main__":
    print(outer(np.ones(1000)))
