import sys

import joblib
import numpy as np
import total

OPTIONS = {"mmap_mode=c": {"mmap_mode": "c"}, "max_nbytes=None": {"max_nbytes": None}}

big = np.zeros(200_000)
options = OPTIONS[sys.argv[1]] if len(sys.argv) > 1 else {}
jobs = (joblib.delayed(total.total)(big) for _ in range(2))
print(joblib.Parallel(n_jobs=2, **options)(jobs))
