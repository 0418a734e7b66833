import multiprocessing as mp
import os
import pty
import threading
import time


def work():
    pass


if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
    child = mp.get_context("fork").Process(target=work)
    child.start()
    child.join()
    pid, fd = pty.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
