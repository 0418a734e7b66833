import ctypes

PR_SET_MDWE = 65
if ctypes.CDLL(None).prctl(PR_SET_MDWE, 1, 0, 0, 0):
    raise SystemExit("this kernel cannot deny executable memory")
import spam
