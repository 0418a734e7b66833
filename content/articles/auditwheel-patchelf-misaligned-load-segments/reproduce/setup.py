from setuptools import Extension, setup

demo = Extension("demo", ["demo.c"], libraries=["twice"], library_dirs=["."])
setup(name="demo", version="1.0", py_modules=[], ext_modules=[demo])
