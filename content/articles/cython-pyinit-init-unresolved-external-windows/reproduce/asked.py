import setuptools
from setuptools import Distribution, Extension
from setuptools.command.build_ext import build_ext

ext = Extension("pkg.__init__", [])
print(setuptools.__version__, build_ext(Distribution()).get_export_symbols(ext))
