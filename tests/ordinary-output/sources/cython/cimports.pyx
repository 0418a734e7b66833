# cython: language_level=3
cimport no_such_package
from no_such_module cimport thing
from libc.stdlib cimport malloc, no_such_name
include "no_such_file.pxi"
cimport numpy as np
from fine cimport Meter
