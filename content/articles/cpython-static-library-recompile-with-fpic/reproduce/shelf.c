static int count = 3;
const char *shelf_name(void) { return "shelf"; }
int *shelf_count(void) { return &count; }
