int count_start(void) { return 1; }
