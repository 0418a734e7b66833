#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
static void *wait_for(void *mutex) { pthread_mutex_lock(mutex); return NULL; }
static int recurse(int n) { volatile char page[4096]; page[0] = (char)n; return recurse(n + 1) + page[0]; }
int main(int argc, char **argv) {
  const char *kind = argc > 1 ? argv[1] : "null";
  volatile int *nothing = NULL;
  if (!strcmp(kind, "null")) return *nothing;
  if (!strcmp(kind, "trap")) __builtin_trap();
  if (!strcmp(kind, "abort")) abort();
  if (!strcmp(kind, "stack")) return recurse(0);
  if (!strcmp(kind, "free")) { char *p = malloc(8); free(p); free(p); }
  if (!strcmp(kind, "overflow")) { char *p = malloc(8); memset(p, 1, 4000); free(p); malloc(5000); }
  if (!strcmp(kind, "leak")) { char *p = malloc(123); p = NULL; return p != NULL; }
  if (!strcmp(kind, "uninitialized")) { int *p = malloc(4); if (*p) puts("yes"); free(p); }
  if (!strcmp(kind, "after")) { char *p = malloc(8); free(p); return p[3]; }
  if (!strcmp(kind, "shift")) { int s = argc + 40; printf("%d\n", 1 << s); return 0; }
  if (!strcmp(kind, "deadlock")) {
    static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    pthread_t thread;
    pthread_mutex_lock(&mutex);
    pthread_create(&thread, NULL, wait_for, &mutex);
    pthread_join(thread, NULL);
  }
  return 0;
}
