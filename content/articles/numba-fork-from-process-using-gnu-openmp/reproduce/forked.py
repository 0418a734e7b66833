import multiprocessing as mp
import sys

import numpy as np
from numba import njit, prange, threading_layer


@njit(parallel=True)
def total(a):
    s = 0.0
    for i in prange(a.size):
        s += a[i]
    return s


if __name__ == "__main__":
    ctx = mp.get_context(sys.argv[1])
    total(np.ones(1000))
    print(threading_layer(), flush=True)
    p = ctx.Process(target=total, args=(np.ones(1000),))
    p.start()
    p.join()
    print("exit code", p.exitcode)
