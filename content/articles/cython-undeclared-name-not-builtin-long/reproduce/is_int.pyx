def is_int(v):
    return isinstance(v, (int, long))
