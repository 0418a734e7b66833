#include <boost/python.hpp>

enum Color { red, green };

BOOST_PYTHON_MODULE(colors)
{
    boost::python::enum_<Color>("Color").value("red", red).value("green", green);
}
