import subprocess
import sys

CRASH = "import ctypes; ctypes.string_at(b'spam')"

print(subprocess.run([sys.executable, "-c", CRASH]).returncode)
subprocess.run([sys.executable, "-c", CRASH], check=True)
