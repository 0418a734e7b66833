from setuptools import Extension, setup

setup(
    name="spam",
    version="1.0",
    packages=["spam"],
    package_data={"spam": ["*.so.1"]},
    ext_modules=[Extension("spam._spam", ["_spam.c"], extra_link_args=["spam/libegg.so.1"])],
)
