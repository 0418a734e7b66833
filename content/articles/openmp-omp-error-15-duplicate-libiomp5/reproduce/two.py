import ctypes
import sys

first = ctypes.CDLL(sys.argv[1])
print("first:", first.omp_get_max_threads(), flush=True)

second = ctypes.CDLL(sys.argv[2])
print("second:", second.omp_get_max_threads(), flush=True)
