from setuptools import Extension, setup

setup(
    name="needs-compiler",
    version="1.0",
    ext_modules=[Extension("needs_compiler", ["needs_compiler.c"])],
)
