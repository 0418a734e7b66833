// Programs that end badly, each for a reason of its own.
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <mutex>
#include <pthread.h>
#include <stdexcept>
#include <thread>
#include <vector>
#include <unistd.h>
static int slow() { static int value = [] { sleep(60); return 3; }(); return value; }
static void *swallow(void *) { try { pthread_exit(nullptr); } catch (...) { } return nullptr; }
static void *other(void *) { return reinterpret_cast<void *>(static_cast<long>(slow())); }
struct Throwing { ~Throwing() noexcept(false) { throw std::runtime_error("from a destructor"); } };
struct Base { virtual void act() = 0; Base() { indirect(); } void indirect() { act(); } };
struct Derived : Base { void act() override {} };
static void no_throw() noexcept { throw std::logic_error("not allowed here"); }
int main(int, char **argv) {
  std::string kind = argv[1];
  if (kind == "thread") { std::thread t([] { sleep(1); }); }
  if (kind == "exception") throw std::runtime_error("no such sample rate");
  if (kind == "int") throw 42;
  if (kind == "at") return std::vector<int>(3).at(7);
  if (kind == "noexcept") no_throw();
  if (kind == "pure") { Derived d; }
  if (kind == "destructor") { try { Throwing t; throw 3; } catch (int) { } }
  if (kind == "alloc") { std::vector<char> v(static_cast<size_t>(1) << 62); }
  if (kind == "swallow") { pthread_t t; pthread_create(&t, nullptr, swallow, nullptr); pthread_join(t, nullptr); }
  if (kind == "static") { pthread_t a, b; pthread_create(&a, nullptr, other, nullptr); usleep(200000); pthread_create(&b, nullptr, other, nullptr); pthread_join(b, nullptr); }
  if (kind == "deadlock") { std::mutex m; m.lock(); m.lock(); }
  return 0;
}
