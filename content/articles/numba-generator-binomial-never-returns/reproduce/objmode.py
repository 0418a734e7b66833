import numpy as np
from numba import njit, objmode


@njit
def draw(gen, n, p, size):
    with objmode(x="int64[:]"):
        x = gen.binomial(n, p, size)
    return x


plain = np.random.default_rng(0).binomial(700, 0.1, 100)
print("equal" if (draw(np.random.default_rng(0), 700, 0.1, 100) == plain).all() else "differs")
