import sys

import _xxsubinterpreters as interpreters

second = interpreters.create()
interpreters.run_string(second, f"import sys; sys.path[:] = {sys.path!r}; import {sys.argv[1]}")
