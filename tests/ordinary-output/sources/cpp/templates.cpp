// A wall of candidates from the standard library.
#include <algorithm>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <tuple>
#include <vector>
struct Sample { int rate; };
int main() {
  std::vector<Sample> samples{{3}, {2}};
  std::sort(samples.begin(), samples.end());
  std::cout << samples[0] << samples;
  std::map<Sample, int> counts; counts[Sample{1}] = 2;
  std::function<int(std::string)> f = [](Sample s) { return s.rate; };
  std::thread t([](int a, int b) { return a + b; }, 1);
  auto pair = std::make_tuple(1, "x"); std::get<5>(pair);
  std::transform(samples.begin(), samples.end(), counts.begin(), [](const std::string &s) { return s; });
}
