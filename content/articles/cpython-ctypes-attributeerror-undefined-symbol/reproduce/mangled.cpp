int count_start() { return 1; }
int reset_counter() { return 2; }
