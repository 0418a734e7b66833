print("my experiments with numpy")
import numpy as np
x = np.array([1])
