from setuptools import Extension, setup
from Cython.Build import cythonize

ext = Extension(
    "lost",
    ["lost.pyx"],
    extra_compile_args=["-fopenmp"],
    extra_link_args=["-fopenmp"],
)
setup(name="lost", ext_modules=cythonize([ext]))
