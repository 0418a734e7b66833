#include <pybind11/pybind11.h>
#include <vector>
int total(const std::vector<int> &v) {
  int sum = 0;
  for (int x : v) sum += x;
  return sum;
}
PYBIND11_MODULE(spam, m) { m.def("total", &total); }
