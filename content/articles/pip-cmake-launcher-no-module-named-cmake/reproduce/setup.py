import subprocess

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext


class CMakeBuild(build_ext):
    def build_extension(self, ext):
        subprocess.check_call(["cmake", "--version"])


setup(
    name="spam",
    version="1.0",
    ext_modules=[Extension("spam", [])],
    cmdclass={"build_ext": CMakeBuild},
)
