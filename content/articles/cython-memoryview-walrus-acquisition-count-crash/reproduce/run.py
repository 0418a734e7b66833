from array import array
import walrus

data = array("d", [1.5, 2.5])
for i in range(3):
    print(i, walrus.first(data), flush=True)
