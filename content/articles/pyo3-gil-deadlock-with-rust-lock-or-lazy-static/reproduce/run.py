import faulthandler
import threading
import once

faulthandler.dump_traceback_later(5, exit=True)
threads = [threading.Thread(target=once.bad) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(once.bad())
