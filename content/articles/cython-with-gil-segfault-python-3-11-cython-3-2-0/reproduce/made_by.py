import pathlib
import re
import sys
import sysconfig

folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_path("platlib"))
for file in sorted([*folder.rglob("*.so"), *folder.rglob("*.pyd")]):
    found = re.search(rb"_cython_3_(1_[3-8]|2_[01])(?![0-9])", file.read_bytes())
    if found:
        print(file.relative_to(folder), "3." + found[1].decode().replace("_", "."))
