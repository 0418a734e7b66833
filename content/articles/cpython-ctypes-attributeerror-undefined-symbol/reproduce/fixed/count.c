int count_start(void) { return 1; }
int reset_counter(void) { return 2; }
