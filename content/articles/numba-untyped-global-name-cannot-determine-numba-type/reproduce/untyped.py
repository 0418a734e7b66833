import numba


def py(x):
    return x


@numba.njit
def g(x):
    return py(x)


g(1)
