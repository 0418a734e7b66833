int EVP_old(void) { return 1; }
int EVP_new(void) { return 2; }
