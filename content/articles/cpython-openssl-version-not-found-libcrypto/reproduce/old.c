int EVP_old(void) { return 1; }
