import numpy as np
from numba import cuda

cuda.to_device(np.arange(5, dtype=np.float32))
