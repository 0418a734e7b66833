import time

import guard

guard.start()
time.sleep(0.1)
print("done")
