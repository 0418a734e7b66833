import resource
import sys

import greenlet

print("Python", sys.version.split()[0], "greenlet", greenlet.__version__)
for step in range(5):
    for _ in range(20_000):
        greenlet.greenlet(lambda: None).switch()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{(step + 1) * 20_000:7} greenlets, peak {peak} MB")
