int rate(void) { return 44100; }
