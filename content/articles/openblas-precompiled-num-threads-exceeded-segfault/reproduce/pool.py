import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

n = int(sys.argv[1])
a = np.ones((200, 2000))
b = np.ones((2000, 2000))

with ThreadPoolExecutor(max_workers=32) as pool:
    results = list(pool.map(lambda _: a @ b, range(n)))
print("done")
