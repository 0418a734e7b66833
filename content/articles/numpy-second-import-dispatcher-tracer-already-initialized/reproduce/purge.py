import sys

import numpy

for name in list(sys.modules):
    if name.partition(".")[0] == "numpy":
        del sys.modules[name]

import numpy
