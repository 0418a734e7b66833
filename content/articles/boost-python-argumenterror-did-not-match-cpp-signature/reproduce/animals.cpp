#include <boost/python.hpp>
#include <string>

int add(int a, int b) { return a + b; }

std::string greet(const std::string &name) { return "hello " + name; }

BOOST_PYTHON_MODULE(animals)
{
    boost::python::def("add", add);
    boost::python::def("greet", greet);
}
