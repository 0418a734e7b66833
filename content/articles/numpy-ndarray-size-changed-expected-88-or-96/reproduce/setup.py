import numpy
from setuptools import Extension, setup
from Cython.Build import cythonize

setup(
    name="spam",
    version="1.0",
    ext_modules=cythonize(
        [Extension("spam", ["spam.pyx"], include_dirs=[numpy.get_include()])],
        language_level=3,
    ),
)
