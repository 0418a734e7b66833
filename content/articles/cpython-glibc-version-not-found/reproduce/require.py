def elf_hash(name):
    value = 0
    for byte in name:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value.to_bytes(4, "little")


old, new = b"GLIBC_2.2.5", b"GLIBC_2.43"
data = open("spam.so", "rb").read().replace(elf_hash(old), elf_hash(new))
open("spam.so", "wb").write(data.replace(old + b"\0", new + b"\0\0"))
