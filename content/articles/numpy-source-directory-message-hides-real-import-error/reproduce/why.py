import traceback

try:
    import numpy
    print("works", numpy.__version__, numpy.__file__)
except ImportError as error:
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__
    print("REAL ERROR:", type(error).__name__, error)
    traceback.print_tb(error.__traceback__)
