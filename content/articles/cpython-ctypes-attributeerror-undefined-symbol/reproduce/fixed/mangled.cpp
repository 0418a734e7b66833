extern "C" int count_start() { return 1; }
extern "C" int reset_counter() { return 2; }
