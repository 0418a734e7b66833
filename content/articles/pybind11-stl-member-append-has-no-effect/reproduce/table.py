import json

import cart


def attempt(name, function):
    try:
        print(name, function())
    except TypeError:
        print(name, "TypeError")


c = cart.Cart()
c.items = [1, 2]
attempt("isinstance", lambda: isinstance(c.items, list))
attempt("json", lambda: json.dumps(c.items))


def add():
    c.items += [3]
    return list(c.items)


attempt("+=", add)
