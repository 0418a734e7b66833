import threading
import time

import sleeper


class Slow:
    def __del__(self, sleep=time.sleep):
        sleep(1)             # the shutdown takes a while and gives up the GIL meanwhile


keep = Slow()
threading.Thread(target=sleeper.nap, args=(300,), daemon=True).start()
print("main is done")
