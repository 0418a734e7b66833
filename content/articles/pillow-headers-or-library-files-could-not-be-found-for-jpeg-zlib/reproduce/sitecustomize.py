"""Hides jpeglib.h of this machine from Python."""

import os.path

isfile = os.path.isfile
os.path.isfile = lambda path: os.path.basename(path) != "jpeglib.h" and isfile(path)
