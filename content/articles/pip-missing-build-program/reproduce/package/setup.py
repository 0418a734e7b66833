import subprocess

from setuptools import Extension, setup

flags = subprocess.check_output(["nc-config", "--cflags"], text=True).split()
setup(
    name="needs-netcdf",
    version="1.0",
    ext_modules=[Extension("needs_netcdf", ["needs_netcdf.c"], extra_compile_args=flags)],
)
