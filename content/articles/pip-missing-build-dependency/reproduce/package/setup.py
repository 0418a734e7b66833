from setuptools import setup
import numpy

setup(name="needs-numpy", version="1.0", description=numpy.__version__)
