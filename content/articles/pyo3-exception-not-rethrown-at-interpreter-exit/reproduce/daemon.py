import threading

import returning


def work():
    while True:
        returning.wait()


threading.Thread(target=work, daemon=True).start()
big = [{i: str(i)} for i in range(1_000_000)]   # makes finalization slow
