import numba


class C:
    radius = 2.0


@numba.njit
def double(x):
    return x + x


double(C().radius)
