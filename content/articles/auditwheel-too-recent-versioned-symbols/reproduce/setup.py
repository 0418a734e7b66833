from setuptools import Extension, setup

setup(name="spin", version="1.0", ext_modules=[Extension("spin", ["spin.c"])])
