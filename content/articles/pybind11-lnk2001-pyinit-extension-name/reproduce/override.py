from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext


class BuildLibrary(build_ext):
    def get_export_symbols(self, ext):
        return ext.export_symbols


setup(
    name="pkg",
    packages=[],
    cmdclass={"build_ext": BuildLibrary},
    ext_modules=[Extension("pkg.libdemo", ["src/ops.c"])],
)
