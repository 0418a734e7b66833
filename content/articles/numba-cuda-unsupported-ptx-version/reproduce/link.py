from numba import cuda, float32
from pynvjitlink.api import NvJitLinker


def add_one(a):
    i = cuda.grid(1)
    if i < a.size:
        a[i] += 1


ptx, _ = cuda.compile_ptx(add_one, (float32[:],), cc=(7, 5))
NvJitLinker("-arch=sm_75").add_ptx(ptx.encode(), "ptx")
print("linked")
