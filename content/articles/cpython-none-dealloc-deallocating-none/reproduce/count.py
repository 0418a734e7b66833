import sys

import nonebug

before = sys.getrefcount(None)
for number in range(1000):
    nonebug.log()
print(sys.getrefcount(None) - before)
