import importlib
import sys

name = sys.argv[1]
before = set(sys.modules)
importlib.import_module(name)
for module in set(sys.modules) - before:
    del sys.modules[module]
importlib.import_module(name)
print("imported twice")
