#include <stdio.h>

void cblas_dgemm(int, int, int, int, int, int, double, const double *, int, const double *, int,
                 double, double *, int);

void spam(void) {
  double a[4] = {1, 2, 3, 4}, c[4];
  cblas_dgemm(102, 111, 111, 2, 2, 2, 1.0, a, 2, a, 2, 0.0, c, 2);
  printf("%g %g %g %g\n", c[0], c[1], c[2], c[3]);
}
