import threading

import once

threads = [threading.Thread(target=once.work) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
