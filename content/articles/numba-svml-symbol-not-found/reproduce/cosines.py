import os

import numpy as np
from numba import njit


@njit
def cosines(a):
    out = np.empty_like(a)
    for i in range(a.size):
        out[i] = np.cos(a[i])
    return out


print(cosines(np.zeros(64, np.float32)).sum(), flush=True)
os._exit(0)  # llvmlite 0.22 and 0.23 can crash when the interpreter ends
