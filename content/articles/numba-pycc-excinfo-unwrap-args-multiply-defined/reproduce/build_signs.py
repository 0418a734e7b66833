from numba.pycc import CC

cc = CC("signs")


@cc.export("a", "u8(u8)")
def a(n):
    if n > 1:
        raise ValueError("unsigned", n)
    return n


@cc.export("b", "i8(i8)")
def b(n):
    if n < 0:
        raise ValueError("signed", n)
    return n


if __name__ == "__main__":
    cc.compile()
