from setuptools import setup
from setuptools_rust import Binding, RustExtension

setup(
    name="demo",
    version="0.1.0",
    rust_extensions=[RustExtension("demo", binding=Binding.NoBinding)],
)
