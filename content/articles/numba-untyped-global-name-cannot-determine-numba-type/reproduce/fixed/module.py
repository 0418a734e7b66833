import os

import numba


@numba.njit
def pid():
    with numba.objmode(y="int64"):
        y = os.getpid()
    return y


pid()
