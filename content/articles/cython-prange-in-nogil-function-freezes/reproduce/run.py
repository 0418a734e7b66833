from array import array
import freeze

data = array("d", [0.0] * 1000)
for i in range(100):
    freeze.run(data)
print("done", data[999])
