import cart

c = cart.Cart()
c.items.append(1)
print(c.items, type(c.items), c.items is c.items)
c.items = [1, 2]
c.items.extend([3])
print(c.items)
cart.add_item(c.items, 4)
print(c.items)
