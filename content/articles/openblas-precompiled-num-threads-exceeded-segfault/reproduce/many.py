import os
import sys
import threading

import numpy as np

n = int(sys.argv[1])
a = np.ones((200, 2000))
b = np.ones((2000, 2000))
barrier = threading.Barrier(n)


def work():
    barrier.wait()
    # let the other threads start their product first
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)
    a @ b


threads = [threading.Thread(target=work) for _ in range(n)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
