"""Imports one compiled module of each package, and prints why it fails."""

import importlib

for name in (
    "lxml.etree regex zstandard tiktoken xxhash hiredis uvloop asyncpg pymssql kiwisolver httptools"
    " confluent_kafka greenlet"
).split():
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(error)
