#include <dlfcn.h>
#include <stdio.h>
int main(int argc, char **argv) {
  void *library = dlopen(argv[argc - 1], RTLD_NOW);
  if (!library) { fprintf(stderr, "cannot load plug-in: %s\n", dlerror()); return 1; }
  return 0;
}
