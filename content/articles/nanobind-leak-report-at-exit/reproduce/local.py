import holder


def f():
    return 1


def main():
    h = holder.Holder()
    h.item = f


main()
