from setuptools import setup

setup(name="egg", version="1.0", py_modules=[], libraries=[("egg", {"sources": ["egg.c"]})])
