from setuptools import Extension, setup

setup(
    name="needs-ev",
    version="1.0",
    ext_modules=[Extension("needs_ev", ["needs_ev.c"], libraries=["ev"])],
)
