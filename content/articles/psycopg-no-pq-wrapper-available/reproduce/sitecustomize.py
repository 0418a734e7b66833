"""Hides the libpq of this machine from Python."""

import ctypes.util

find_library = ctypes.util.find_library
ctypes.util.find_library = lambda name: None if name == "pq" else find_library(name)
