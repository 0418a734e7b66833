"""Multiplies two matrices with MKL in a process that has already started the OpenMP runtime of LLVM."""

import ctypes
import sys

ROW_MAJOR, NO_TRANSPOSE = 101, 111
N = 500

runtime = ctypes.CDLL("libomp.so.5")
print("runtime:", runtime.omp_get_max_threads(), flush=True)

Matrix = ctypes.c_double * (N * N)
Real, Int = ctypes.c_double, ctypes.c_int
dgemm = ctypes.CDLL(sys.argv[1]).cblas_dgemm
dgemm.argtypes = [Int] * 6 + [Real, Matrix, Int, Matrix, Int, Real, Matrix, Int]

a, b, c = Matrix(*[1.0] * (N * N)), Matrix(*[1.0] * (N * N)), Matrix()
dgemm(ROW_MAJOR, NO_TRANSPOSE, NO_TRANSPOSE, N, N, N, 1.0, a, N, b, N, 0.0, c, N)
print("product:", c[0])
