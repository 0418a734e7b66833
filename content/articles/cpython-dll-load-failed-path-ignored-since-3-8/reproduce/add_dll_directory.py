import os

os.add_dll_directory(os.path.abspath("dlls"))
import psycopg2  # noqa: E402

print(psycopg2.__version__)
