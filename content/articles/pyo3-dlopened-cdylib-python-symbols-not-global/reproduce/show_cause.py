try:
    import numpy  # noqa: F401
except ImportError as error:
    print("ImportError:", error.__cause__ or error.__context__)
