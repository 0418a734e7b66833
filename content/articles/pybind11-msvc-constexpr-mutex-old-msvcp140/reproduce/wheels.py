"""Prints which mutex functions each extension imports, and the version of each msvcp140.dll, from Windows wheels."""

import glob
import zipfile

import pefile

for name in sorted(glob.glob("*.whl")):
    wheel = zipfile.ZipFile(name)
    for member in wheel.namelist():
        file = member.rsplit("/", 1)[-1].lower()
        if file == "_c.cp311-win_amd64.pyd":
            pe = pefile.PE(data=wheel.read(member))
            imports = [i.name.decode() for dll in pe.DIRECTORY_ENTRY_IMPORT for i in dll.imports if i.name]
            print(member, *sorted(i for i in imports if i.startswith("_Mtx_")))
        elif file.startswith("msvcp140") and file.endswith(".dll"):
            version = pefile.PE(data=wheel.read(member)).VS_FIXEDFILEINFO[0]
            print(member, f"{version.FileVersionMS >> 16}.{version.FileVersionMS & 0xFFFF}")
