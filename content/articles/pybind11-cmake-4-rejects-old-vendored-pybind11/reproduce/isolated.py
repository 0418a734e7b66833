import subprocess

from setuptools import setup

subprocess.run(["cmake", "-G", "Ninja", "-S", ".", "-B", "build"], check=True)
setup(name="demo", version="1.0", packages=[])
