from numba import cuda, float32


def double(x):
    i = cuda.grid(1)
    if i < x.size:
        x[i] *= 2


ptx, _ = cuda.compile_ptx(double, (float32[:],), cc=(7, 0))
print(ptx.splitlines()[6:12])
