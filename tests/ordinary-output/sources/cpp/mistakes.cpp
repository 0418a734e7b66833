#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace audio {
struct Shape { virtual double area() const = 0; virtual ~Shape() = default; };
struct Square : Shape { double side; };
class Locked { int secret; public: Locked(int); };
template <typename T> T twice(T value) { return value.doubled() + helper_of(3); }
template <typename T> struct Holder { typename T::element item; };
}
struct Forward;
int six(int, int, int, int, int, int);

int undeclared() { return vecotr_size + mix(3); }
int no_member(std::vector<int> v) { return v.length() + v.f; }
audio::Square abstract() { return audio::Square(); }
int secret(audio::Locked l) { return l.secret; }
audio::Locked no_default() { audio::Locked l; return l; }
std::string no_conversion(std::vector<int> v) { std::string s = v; return s; }
int template_error() { return audio::twice(3); }
audio::Holder<int> holder;
int incomplete(Forward *f) { return f->size; }
int few() { return six(1, 2, 3, 4, 5); }
void unsortable() { std::map<std::vector<int>, int> m; std::vector<audio::Locked> v; std::sort(v.begin(), v.end()); }
void copied() { std::unique_ptr<int> a(new int(3)); auto b = a; std::cout << b << std::vector<int>() << "\n"; }
auto lambda = [](int a) { return a + outside; };
const int fixed = 2;
void assign() { fixed = 3; const std::string s; s.push_back('x'); }
std::strng misspelled() { return 3; }
int narrowing{3.7};
class Twice {}; class Twice {};
static_assert(sizeof(int) == 8, "int must have 64 bits");
void missing() { int a = 3
}
