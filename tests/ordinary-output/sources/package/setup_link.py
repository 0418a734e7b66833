from setuptools import Extension, setup
setup(name="own-link", version="0.1", packages=["own_package"], package_dir={"": "src"}, ext_modules=[Extension("own_package._counter", ["src/own_package/counter.c"], libraries=["no_such_library"])])
