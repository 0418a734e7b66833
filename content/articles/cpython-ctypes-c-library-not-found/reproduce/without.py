import ctypes.util
import importlib
import sys

# As on a machine without the library.
ctypes.util.find_library = lambda name: None
importlib.import_module(sys.argv[1])
