from scipy.linalg.cython_blas cimport ddot
