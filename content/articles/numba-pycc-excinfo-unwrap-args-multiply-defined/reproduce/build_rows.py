from numba.pycc import CC

cc = CC("rows")


@cc.export("copy_row", "void(f8[:, :], f8[:, :], i8)")
def copy_row(dst, src, i):
    dst[i, :] = src[i, :]


@cc.export("copy_head", "void(f8[:], f8[:], i8)")
def copy_head(dst, src, n):
    dst[:n] = src[:n]


if __name__ == "__main__":
    cc.compile()
