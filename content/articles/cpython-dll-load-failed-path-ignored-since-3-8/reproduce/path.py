import os

os.environ["PATH"] = os.path.abspath("dlls") + os.pathsep + os.environ["PATH"]
import psycopg2  # noqa: E402, F401
