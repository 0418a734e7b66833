import os

import numpy as np
from total import outer

print(outer(np.ones(1000)), flush=True)
os._exit(0)  # llvmlite 0.26 and 0.27 can crash when the interpreter ends
