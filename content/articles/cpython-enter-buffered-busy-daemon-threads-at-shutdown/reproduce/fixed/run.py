import atexit
import threading
import time

exiting = threading.Event()
stop = threading.Event()


def work():
    exiting.wait()
    while not stop.is_set():
        print("working" * 100)


thread = threading.Thread(target=work, daemon=True)
thread.start()


@atexit.register
def last():
    exiting.set()
    time.sleep(0.5)
    stop.set()
    thread.join()
