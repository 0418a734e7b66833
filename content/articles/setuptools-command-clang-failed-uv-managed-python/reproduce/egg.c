int egg(void) { return 42; }
