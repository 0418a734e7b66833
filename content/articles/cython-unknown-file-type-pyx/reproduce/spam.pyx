def total(double x):
    return x + 1
