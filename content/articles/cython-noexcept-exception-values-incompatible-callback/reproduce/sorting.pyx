from libc.stdlib cimport qsort

cdef int compare(const void *a, const void *b) nogil:
    return (<const int *>a)[0] - (<const int *>b)[0]

def sort(int[::1] x):
    qsort(&x[0], x.shape[0], sizeof(int), compare)
