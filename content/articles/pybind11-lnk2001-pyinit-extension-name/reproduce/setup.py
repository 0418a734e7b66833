from setuptools import Extension, setup

setup(
    name="pkg",
    packages=[],
    ext_modules=[Extension("pkg/backend/ops", ["src/ops.c"])],
)
