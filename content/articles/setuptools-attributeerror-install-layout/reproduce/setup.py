from setuptools import setup

setup(name="spam", version="1.0", py_modules=["spam"])
