struct Item { int price; };
inline Item *make_item(int price) { return new Item{price}; }
