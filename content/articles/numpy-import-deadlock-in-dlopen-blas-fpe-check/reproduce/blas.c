#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>

static void *worker(void *arg) { dlsym(RTLD_DEFAULT, "some_kernel"); return arg; }

void scipy_cblas_dgemm64_(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, worker, NULL);
    pthread_join(thread, NULL);
}
