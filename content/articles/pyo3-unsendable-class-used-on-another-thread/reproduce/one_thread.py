import threading
from concurrent.futures import ThreadPoolExecutor

import owned

local = threading.local()


def use():
    local.counter = owned.Counter()
    print(local.counter.get())


thread = threading.Thread(target=use)
thread.start()
thread.join()

with ThreadPoolExecutor(max_workers=1) as pool:
    counters = {}
    pool.submit(lambda: counters.update(a=owned.Counter())).result()
    print(pool.submit(lambda: counters["a"].get()).result())
    pool.submit(counters.clear).result()
print("end")
