from Cython.Build import cythonize
from setuptools import setup

setup(name="spam", version="1.0", ext_modules=cythonize("spam.pyx"))
