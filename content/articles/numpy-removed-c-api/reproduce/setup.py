import numpy
from setuptools import Extension, setup

flags = Extension("flags", ["flags.c"], include_dirs=[numpy.get_include()])
setup(name="flags", version="1.0", ext_modules=[flags])
