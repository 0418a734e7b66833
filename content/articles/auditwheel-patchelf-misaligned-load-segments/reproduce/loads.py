import struct
import sys

for path in sys.argv[1:]:
    data = open(path, "rb").read()
    (start,) = struct.unpack_from("<Q", data, 32)
    size, count = struct.unpack_from("<HH", data, 54)
    for i in range(count):
        at = start + i * size
        kind, _, offset, address, _, _, _, align = struct.unpack_from("<IIQQQQQQ", data, at)
        if kind == 1 and align and (address - offset) % align:
            print(f"{path}: offset {offset:#x} address {address:#x} align {align:#x}: misaligned")
