from numba.pycc import CC

cc = CC("checks")


@cc.export("half", "i8(i8)")
def half(n):
    if n % 2:
        raise ValueError("odd", n)
    return n // 2


@cc.export("root", "i8(i8)")
def root(n):
    if n < 0:
        raise ValueError("negative", n)
    return int(n ** 0.5)


if __name__ == "__main__":
    cc.compile()
