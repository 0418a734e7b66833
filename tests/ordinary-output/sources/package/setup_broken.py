from setuptools import Extension, setup
setup(name="own-broken", version="0.1", py_modules=[], ext_modules=[Extension("own_broken", ["src/own_package/missing.c"], libraries=["no_such_library"])])
