import numba
import numpy as np
from numba import njit, prange


@njit(parallel=True)
def total(a):
    s = 0.0
    for i in prange(a.size):
        s += a[i]
    return s


print(total(np.ones(1000)))
print(numba.threading_layer())
