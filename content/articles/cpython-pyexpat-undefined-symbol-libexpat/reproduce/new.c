int XML_SetReparseDeferralEnabled(void *parser, unsigned char enabled) { return 1; }
