import ctypes
import os
import runpy
import sys

ctypes.CDLL(os.path.join(sys.prefix, "lib", "libtbb.so.12"))
runpy.run_path("par.py")
