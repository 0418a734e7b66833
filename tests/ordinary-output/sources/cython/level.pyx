def f(a, b):
    return a / b
class A: pass
print f(1, 2)
