import resource
import sys

import numpy as np
from numba import float64, guvectorize, njit
from numba.core.runtime import rtsys


@guvectorize([(float64[:], float64[:])], "(n)->(n)", nopython=True)
def double(x, out):
    for i in range(x.shape[0]):
        out[i] = 2 * x[i]


@njit
def step(n):
    x = np.ones(n)
    out = np.empty(n)
    double(x, out)
    return out[0]


def direct(n):
    x = np.ones(n)
    out = np.empty(n)
    double(x, out)
    return out[0]


call = {"njit": step, "direct": direct}[sys.argv[1]]
for i in range(3001):
    call(10_000)
    if i % 1000 == 0:
        stats = rtsys.get_allocation_stats()
        mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{i:5} peak {mib} MiB, live {stats.alloc - stats.free}", flush=True)
