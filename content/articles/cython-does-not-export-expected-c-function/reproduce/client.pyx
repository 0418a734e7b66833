from shared cimport twice

def run():
    return twice(3)
