from setuptools import Extension, setup
from Cython.Build import cythonize

ext = Extension(
    "freeze",
    ["freeze.pyx"],
    extra_compile_args=["-fopenmp"],
    extra_link_args=["-fopenmp"],
)
setup(name="freeze", ext_modules=cythonize([ext]))
