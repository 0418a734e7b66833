"""Moves the DLLs of psycopg2 out of the package, to a folder that only PATH names."""

import importlib.util
import pathlib
import shutil

package = pathlib.Path(importlib.util.find_spec("psycopg2").origin).parent
shutil.move(package.parent / "psycopg2.libs", "dlls")
