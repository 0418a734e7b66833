import ctypes

import numpy as np

ctypes.CDLL("./libfast.so")
print(np.float64(5e-324) * 1 == 0)
print(np.finfo(np.float32))
