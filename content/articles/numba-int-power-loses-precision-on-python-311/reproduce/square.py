import sys

import numba
import numpy as np
from numba import njit


@njit
def square(x):
    return x**2


@njit
def ufunc(x):
    return np.power(x, 2)


@njit
def product(x):
    return x * x


print("Python", sys.version.split()[0], "Numba", numba.__version__)
for x in (94906267, 3037000499):
    print("want", x * x, "**", square(x), "np.power", ufunc(x), "x * x", product(x))
