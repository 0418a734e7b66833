import faulthandler
import sys

import numpy as np
from numba import njit


@njit
def draw(gen, n, p, size):
    return gen.binomial(n, p, size)


n = int(sys.argv[1])
faulthandler.dump_traceback_later(20, exit=True)
for seed in range(3):
    compiled = draw(np.random.default_rng(seed), n, 0.1, 100)
    plain = np.random.default_rng(seed).binomial(n, 0.1, 100)
    print(n, seed, "equal" if (compiled == plain).all() else "differs", flush=True)
