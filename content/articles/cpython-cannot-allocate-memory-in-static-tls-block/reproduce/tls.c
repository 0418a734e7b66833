__thread char big[8000] __attribute__((tls_model("initial-exec")));
int first(void) { return big[0]; }
