#include <boost/python.hpp>
#include <boost/python/suite/indexing/vector_indexing_suite.hpp>
#include <vector>

struct Dog {
    int age = 3;
};

Dog make_dog() { return Dog(); }

std::vector<int> numbers() { return {1, 2, 3}; }

BOOST_PYTHON_MODULE(animals)
{
    using namespace boost::python;
    class_<Dog>("Dog").def_readwrite("age", &Dog::age);
    class_<std::vector<int>>("IntVector").def(vector_indexing_suite<std::vector<int>>());
    def("make_dog", make_dog);
    def("numbers", numbers);
}
