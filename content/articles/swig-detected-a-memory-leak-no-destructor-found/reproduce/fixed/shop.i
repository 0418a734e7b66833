%module shop
%{
#include "shop.h"
%}
%newobject make_item;
%include "shop.h"
