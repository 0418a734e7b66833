import ctypes
import importlib.util
import pathlib
import sys

package = pathlib.Path(importlib.util.find_spec("h5py").origin).parent
for name in ["libaec-*", "libsz-*", "libhdf5-*"]:
    library = ctypes.CDLL(str(next((package.parent / "h5py.libs").glob(name))))
library.H5check_version(*map(int, sys.argv[1].split(".")))
print("the check passed")
