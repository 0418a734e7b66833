import table

for name in ("array", "option", "nested", "cow", "vec_u16", "vec_i8"):
    print(name, getattr(table, name)())
print("field", table.Color().rgb)
