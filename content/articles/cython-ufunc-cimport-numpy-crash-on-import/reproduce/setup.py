import numpy
from setuptools import Extension, setup
from Cython.Build import cythonize

setup(
    name="halve",
    version="1.0",
    ext_modules=cythonize(
        [Extension("halve", ["halve.pyx"], include_dirs=[numpy.get_include()])],
        language_level=3,
    ),
)
