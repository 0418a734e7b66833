#include <boost/python.hpp>
#include <vector>

struct Dog {
    int age = 3;
};

Dog make_dog() { return Dog(); }

std::vector<int> numbers() { return {1, 2, 3}; }

BOOST_PYTHON_MODULE(animals)
{
    using namespace boost::python;
    def("make_dog", make_dog);
    def("numbers", numbers);
}
