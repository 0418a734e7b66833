%module stats

%inline %{
int twice(int x) { return 2 * x; }

double half(double x) { return x / 2; }

double total(double *values, int n)
{
    double sum = 0;
    for (int i = 0; i < n; i++)
        sum += values[i];
    return sum;
}
%}
