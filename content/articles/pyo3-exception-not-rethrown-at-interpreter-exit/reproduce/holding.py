import time

import returning

returning.start_holding()
time.sleep(0.3)
big = [{i: str(i)} for i in range(300_000)]
