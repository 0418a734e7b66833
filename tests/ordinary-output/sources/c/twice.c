int twice(void) { return 1; } int table[2] = {1, 2};
