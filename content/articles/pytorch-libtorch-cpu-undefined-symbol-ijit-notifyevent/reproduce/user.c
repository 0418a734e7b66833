extern int iJIT_NotifyEvent(int event, void *data);

/* The address in a table makes the loader look the symbol up at once. */
int (*notify)(int, void *) = iJIT_NotifyEvent;
