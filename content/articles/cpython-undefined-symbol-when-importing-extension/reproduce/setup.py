import os

from setuptools import Extension, setup

libraries = os.environ.get("EXTRA_LIBRARIES", "").split()
setup(
    name="spam",
    ext_modules=[
        Extension("spam", ["spam.cpp", "shape.cpp"], language="c++", libraries=libraries)
    ],
)
