#include <pybind11/pybind11.h>
#include <condition_variable>
#include <mutex>
#include <thread>

void wait() {
    std::mutex m;
    std::condition_variable cv;
    bool done = false;
    std::thread t([&] { std::lock_guard<std::mutex> l(m); done = true; cv.notify_one(); });
    std::unique_lock<std::mutex> l(m);
    while (!done) cv.wait(l);
    l.unlock();
    t.join();
}

PYBIND11_MODULE(spam, m) { m.def("wait", &wait); }
