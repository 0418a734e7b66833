import threading
import gilstate

threads = [threading.Thread(target=gilstate.run, args=(100_000,)) for _ in range(12)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("done")
