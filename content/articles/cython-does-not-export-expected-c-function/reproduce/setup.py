import sys

from Cython.Build import cythonize
from setuptools import setup

names = [name for name in sys.argv if name.endswith(".pyx")]
sys.argv = [name for name in sys.argv if name not in names]
setup(name="client", ext_modules=cythonize(names, language_level=3, force=True, quiet=True))
