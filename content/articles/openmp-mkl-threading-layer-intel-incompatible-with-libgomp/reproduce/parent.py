import subprocess
import sys

import mkl

sys.exit(subprocess.run([sys.executable, "child.py"]).returncode)
