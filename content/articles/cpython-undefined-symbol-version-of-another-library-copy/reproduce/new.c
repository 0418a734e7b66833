double twice(double x) { return 2 * x; }
double half(double x) { return x / 2; }
