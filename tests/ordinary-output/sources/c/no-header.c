#include "samples/rate_table.h"
int main(void) { return RATE; }
