import numpy
from setuptools import Extension, setup

setup(name="shape", version="1.0", py_modules=[], ext_modules=[Extension("shape", ["shape.c"], include_dirs=[numpy.get_include()])])
