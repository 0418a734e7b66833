import threading

import arr

threads = [threading.Thread(target=arr.work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
