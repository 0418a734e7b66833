try:
    import numpy  # noqa: F401
except ImportError as error:
    while error.__cause__ or error.__context__:
        error = error.__cause__ or error.__context__
    print("ImportError:", error)
