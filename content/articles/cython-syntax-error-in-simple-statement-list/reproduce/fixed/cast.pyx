def size(x):
    return sizeof(unsigned int)
