cimport numpy as np

def ndim(np.ndarray a):
    return a.ndim
