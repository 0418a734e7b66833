from setuptools import setup
with open("VERSION") as file:
    setup(name="own-raises", version=file.read())
