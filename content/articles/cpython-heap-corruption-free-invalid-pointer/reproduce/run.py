import spill

spill.fill(2020)
print("nothing noticed")
text = [bytes(5000) for number in range(9)]
spill.drop()
