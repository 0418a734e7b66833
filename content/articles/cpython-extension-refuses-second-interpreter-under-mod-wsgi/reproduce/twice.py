import importlib
import sys

import _xxsubinterpreters as interpreters

name = sys.argv[1]
importlib.import_module(name)
print("main interpreter: ok", flush=True)
second = interpreters.create(isolated=False)
interpreters.run_string(second, f"import sys; sys.path[:] = {sys.path!r}; import {name}")
print("second interpreter: ok")
