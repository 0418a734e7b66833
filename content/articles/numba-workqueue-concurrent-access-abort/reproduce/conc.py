from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numba import njit, prange, threading_layer


@njit(parallel=True)
def total(a):
    s = 0.0
    for i in prange(a.size):
        s += a[i]
    return s


a = np.ones(1_000_000)
total(a)
print(threading_layer(), flush=True)

with ThreadPoolExecutor(2) as pool:
    print(sum(pool.map(total, [a] * 1000)))
