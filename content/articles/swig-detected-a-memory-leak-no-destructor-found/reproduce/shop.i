%module shop
%{
#include "shop.h"
%}
struct Item;
%newobject make_item;
Item *make_item(int price);
