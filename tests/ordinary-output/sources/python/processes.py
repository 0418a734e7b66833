"""Lets multiprocessing and concurrent.futures fail; the argument says how."""
import multiprocessing, os, signal, sys, time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, wait

def end(code): os._exit(code)
def kill(_): os.kill(os.getpid(), signal.SIGSEGV)
def fail(x): raise ValueError(f"sample {x} is out of range")
def large(x): return lambda: x
def slow(x): time.sleep(30)
class Unpicklable(Exception):
    def __init__(self, a, b): super().__init__(a)
def odd(x): raise Unpicklable(1, 2)

if __name__ == "__main__":
    kind = sys.argv[1]
    if kind == "broken":
        with ProcessPoolExecutor(2) as pool: print(list(pool.map(end, [3, 4])))
    elif kind == "killed":
        with ProcessPoolExecutor(2) as pool: pool.submit(kill, 1).result()
    elif kind == "error":
        with ProcessPoolExecutor(2) as pool: print(list(pool.map(fail, range(3))))
    elif kind == "pickle":
        with ProcessPoolExecutor(2) as pool: print(pool.submit(lambda: 1).result())
    elif kind == "result":
        with multiprocessing.Pool(2) as pool: print(pool.map(large, [1]))
    elif kind == "odd":
        with ProcessPoolExecutor(2) as pool: print(pool.submit(odd, 1).result())
    elif kind == "pool":
        with multiprocessing.Pool(2) as pool: print(pool.map(fail, [1, 2]))
    elif kind == "spawn":
        multiprocessing.set_start_method("spawn"); p = multiprocessing.Process(target=fail, args=(3,)); p.start(); p.join(); sys.exit(p.exitcode)
    elif kind == "timeout":
        with multiprocessing.Pool(2) as pool: pool.apply_async(slow, (1,)).get(timeout=0.3)
    elif kind == "manager":
        with multiprocessing.Manager() as manager: manager.dict()["nothing"]
    elif kind == "shared":
        from multiprocessing import shared_memory
        block = shared_memory.SharedMemory(create=True, size=100); shared_memory.SharedMemory(name="no_such_block")
    elif kind == "interrupt":
        with multiprocessing.Pool(2) as pool:
            r = pool.map_async(slow, range(4)); time.sleep(1); os.kill(0, signal.SIGINT); r.get()
