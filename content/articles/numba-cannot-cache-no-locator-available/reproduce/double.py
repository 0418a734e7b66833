from numba import njit


@njit(cache=True)
def double(x):
    return x * 2


print(double(21))
