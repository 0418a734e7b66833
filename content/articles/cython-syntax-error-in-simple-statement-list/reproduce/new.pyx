def show(x):
    print(x, end="")
