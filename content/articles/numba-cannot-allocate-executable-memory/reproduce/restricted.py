import ctypes

PR_SET_MDWE = 65
assert ctypes.CDLL(None).prctl(PR_SET_MDWE, 1, 0, 0, 0) == 0, "Linux 6.3 or later"

import numba
