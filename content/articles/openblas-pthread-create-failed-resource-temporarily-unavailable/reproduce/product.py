import numpy as np

print("imported", flush=True)
a = np.ones((1000, 1000))
a @ a
