import os

import numba


@numba.njit
def pid():
    return os.getpid()


pid()
