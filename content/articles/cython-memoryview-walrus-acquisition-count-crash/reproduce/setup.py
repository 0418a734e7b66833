from setuptools import Extension, setup
from Cython.Build import cythonize

setup(
    name="walrus",
    version="1.0",
    ext_modules=cythonize([Extension("walrus", ["walrus.pyx"])], language_level=3),
)
