import importlib.util
import pathlib
import shutil

source = pathlib.Path(importlib.util.find_spec("numpy").origin).parent
shutil.copytree(source, "demo/numpy")
for file in pathlib.Path("demo/numpy").glob("*core/_multiarray_umath*"):
    file.unlink()
