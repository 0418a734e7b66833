from setuptools import Extension, setup

setup(name="length", version="1.0", ext_modules=[Extension("length", ["length.c"])])
