"""Ends the interpreter, with many extension modules loaded; the argument says how."""
import ctypes, faulthandler, os, signal, sys, threading, time
faulthandler.enable()
kind, *modules = sys.argv[1:]
for name in modules:
    try:
        __import__(name)
    except ImportError as error:
        print(name, error)

def work(lock):
    with lock:
        pass

def crash_here():
    if kind == "segfault":
        ctypes.string_at(0)
    elif kind == "bus":
        os.kill(os.getpid(), signal.SIGBUS)
    elif kind == "abort":
        os.abort()
    elif kind == "fpe":
        os.kill(os.getpid(), signal.SIGFPE)
    elif kind == "illegal":
        os.kill(os.getpid(), signal.SIGILL)
    elif kind == "no-gil":
        ctypes.CDLL(None).PyInterpreterState_Get()
    elif kind == "no-gil-2":
        ctypes.CDLL(None).PyList_New(3)
    elif kind == "no-gil-3":
        ctypes.CDLL(None).PyErr_Occurred()
    elif kind == "refcount":
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(kind)); ctypes.c_ssize_t.from_address(id(None)).value = 1
        del sys.modules["threading"]; [None for _ in range(99)]
    elif kind == "fatal":
        ctypes.pythonapi.Py_FatalError(b"the sample clock stopped")
    elif kind == "dump":
        lock = threading.Lock(); lock.acquire()
        for _ in range(3):
            threading.Thread(target=work, args=(lock,), daemon=True).start()
        faulthandler.dump_traceback(all_threads=True)
        faulthandler.dump_traceback_later(1, exit=True); time.sleep(9)
    elif kind == "recursion":
        sys.setrecursionlimit(10**9)
        f = lambda n: f(n + 1) + [f(n)][0]
        import json; x = []
        for _ in range(10**6): x = [x]
        repr(x)
    elif kind == "thread":
        t = threading.Thread(target=ctypes.string_at, args=(1,)); t.start(); t.join()
    elif kind == "idle":
        lock = threading.Lock(); lock.acquire()
        for _ in range(3):
            threading.Thread(target=work, args=(lock,), daemon=True).start()
        time.sleep(60)

crash_here()
