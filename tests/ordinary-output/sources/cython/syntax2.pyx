# cython: language_level=3
cdef int f(int a) except -1
  return a
	return a
cdef struct X
  int y
if 1
  print "old"
