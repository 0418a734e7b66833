%module more
%inline %{
#include <cstdint>
#include <vector>
std::vector<double> values() { return {1, 2}; }
int64_t size() { return 3; }
%}
