import re
import sys
import zipfile

for wheel in sys.argv[1:]:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".pyd"):
                print(re.findall(rb"python3\w*\.dll", archive.read(name)))
