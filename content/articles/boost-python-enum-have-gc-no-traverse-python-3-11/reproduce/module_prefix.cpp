// The library does not export this function, which enum.cpp calls for the name of the module.
#include <boost/python.hpp>

namespace boost { namespace python { namespace objects {

object module_prefix() { return scope().attr("__name__"); }

}}}
