import subprocess
from setuptools import setup
subprocess.check_output(["own-config", "--libs"])
setup(name="own-command", version="0.1")
