from setuptools import Extension, setup

spam = Extension("spam", ["spam.c"], library_dirs=["."], libraries=["shelf"])
setup(name="spam", version="1.0", ext_modules=[spam])
