from array import array
import walrus_attr

data = array("d", [1.5, 2.5])
h = walrus_attr.Holder(data)
for i in range(3):
    print(i, h.first(), flush=True)
