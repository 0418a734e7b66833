import configparser

from setuptools import setup

parser = configparser.SafeConfigParser()
with open("setup.cfg") as file:
    parser.readfp(file)

setup(name="spam", version=parser.get("spam", "release"), py_modules=[])
