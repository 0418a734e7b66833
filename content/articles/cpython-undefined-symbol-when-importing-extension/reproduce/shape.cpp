#include "shape.h"
double Shape::area() const { return 2.0; }
