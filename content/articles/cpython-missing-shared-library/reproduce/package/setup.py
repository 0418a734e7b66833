from setuptools import Extension, setup

setup(
    name="needs-maxmind",
    version="1.0",
    ext_modules=[Extension("needs_maxmind", ["needs_maxmind.c"], libraries=["maxminddb"])],
)
