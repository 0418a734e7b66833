import nonebug

for number in range(1000000):
    nonebug.log()
print("done")
