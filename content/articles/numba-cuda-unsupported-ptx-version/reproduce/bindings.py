from cuda.bindings import nvjitlink
from numba import cuda, float32


def add_one(a):
    i = cuda.grid(1)
    if i < a.size:
        a[i] += 1


ptx, _ = cuda.compile_ptx(add_one, (float32[:],), cc=(7, 5))
linker = nvjitlink.create(1, ["-arch=sm_75"])
nvjitlink.add_data(linker, nvjitlink.InputType.PTX, ptx.encode(), len(ptx), "ptx")
nvjitlink.complete(linker)
print("linked")
