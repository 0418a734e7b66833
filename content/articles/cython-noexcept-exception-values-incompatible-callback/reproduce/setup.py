from setuptools import setup
from Cython.Build import cythonize

setup(name="sorting", version="1.0", ext_modules=cythonize(["sorting.pyx"], language_level=3))
