import faulthandler, threading, primp

faulthandler.dump_traceback_later(15, exit=True)
barrier = threading.Barrier(8)


def worker():
    barrier.wait()
    primp.Client(impersonate="random", impersonate_os="random", timeout=5)


for _ in range(8):
    threading.Thread(target=worker).start()
