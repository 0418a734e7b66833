import holder


def f():
    return h


h = holder.Holder()
h.item = f
