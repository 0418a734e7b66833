%module demo
%{
static void split(double x, int *whole, double *frac) { *whole = (int)x; *frac = x - *whole; }
%}
%typemap(in, numinputs=0) int *whole (int tmp) { $1 = &tmp; }
%typemap(argout) int *whole {
    $result = SWIG_Python_AppendOutput($result, PyLong_FromLong(*$1));
}
%typemap(in, numinputs=0) double *frac (double tmp) { $1 = &tmp; }
%typemap(argout) double *frac {
    $result = SWIG_Python_AppendOutput($result, PyFloat_FromDouble(*$1));
}
void split(double x, int *whole, double *frac);
