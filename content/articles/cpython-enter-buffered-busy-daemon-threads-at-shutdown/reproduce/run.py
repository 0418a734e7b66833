import atexit
import threading
import time

exiting = threading.Event()


def work():
    exiting.wait()
    while True:
        print("working" * 100)


threading.Thread(target=work, daemon=True).start()


@atexit.register
def last():
    exiting.set()
    time.sleep(0.5)
