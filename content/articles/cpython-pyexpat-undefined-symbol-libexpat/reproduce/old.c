int XML_GetErrorCode(void *parser) { return 0; }
