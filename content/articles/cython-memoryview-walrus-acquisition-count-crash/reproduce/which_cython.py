import re
import sys

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        print(path, set(re.findall(rb"_cython_\d\w*", file.read())))
