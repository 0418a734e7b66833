import sqlite3

connection = sqlite3.connect(":memory:")
connection.enable_load_extension(True)
print("extensions can be loaded")
