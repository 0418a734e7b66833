import os
import tempfile

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.errors import CompileError


class BuildExt(build_ext):
    def has_flag(self, flag):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "flag.cpp")
            with open(source, "w") as file:
                file.write("int main() { return 0; }\n")
            try:
                self.compiler.compile([source], folder, extra_postargs=[flag])
            except CompileError:
                return False
        return True

    def build_extensions(self):
        if not self.has_flag("-std=c++11"):
            raise RuntimeError("Unsupported compiler -- at least C++11 support is needed!")
        super().build_extensions()


setup(
    name="spam",
    version="1.0",
    ext_modules=[Extension("spam", ["spam.cpp"], language="c++")],
    cmdclass={"build_ext": BuildExt},
)
