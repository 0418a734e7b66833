import numpy
from setuptools import Extension, setup

setup(
    name="spam",
    version="1.0",
    ext_modules=[Extension("spam", ["spam.c"], include_dirs=[numpy.get_include()])],
)
