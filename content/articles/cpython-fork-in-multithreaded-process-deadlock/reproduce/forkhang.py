import multiprocessing as mp
import sys
import threading
import time

lock = threading.Lock()


def holder():                    # stands for any thread of a library
    while True:
        with lock:
            time.sleep(0.05)
        time.sleep(0.001)


def work():                      # runs in the child
    with lock:
        pass


if __name__ == "__main__":
    context = mp.get_context(sys.argv[1])
    threading.Thread(target=holder, daemon=True).start()
    for i in range(100):
        child = context.Process(target=work, daemon=True)
        child.start()
        child.join(5)
        if child.exitcode is None:
            print(f"child {i} (pid {child.pid}) hangs")
            break
    else:
        print("100 children finished")
