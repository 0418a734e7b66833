import numpy
from Cython.Build import cythonize
from setuptools import Extension, setup

spam = Extension("spam", ["spam.pyx"], include_dirs=[numpy.get_include()])
setup(name="spam", version="1.0", ext_modules=cythonize([spam]))
