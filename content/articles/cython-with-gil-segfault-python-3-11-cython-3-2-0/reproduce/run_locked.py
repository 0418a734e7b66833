import threading
import locked

for _ in range(20):
    threads = [threading.Thread(target=locked.run, args=(100_000,)) for _ in range(6)]
    for t in threads:
        t.start()
    while any(t.is_alive() for t in threads):
        sum(len(str(i)) for i in range(1000))
print("done")
