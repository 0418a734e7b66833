import time

time.sleep(0.5)      # any I/O releases the GIL
VALUE = 42
