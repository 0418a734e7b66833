import os
from setuptools import Extension, setup
from Cython.Build import cythonize
import numpy
names = os.environ.get("MODULES", "fine").split()
setup(
    name="own-cython-modules",
    version="0.1",
    py_modules=[],
    ext_modules=cythonize(
        [Extension(n, [n + ".pyx"], include_dirs=[numpy.get_include()], extra_compile_args=["-Wall", "-Wextra"]) for n in names],
        annotate=True,
    ),
)
