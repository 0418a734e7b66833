"""Starts a process on import, without the usual guard."""
import multiprocessing
multiprocessing.set_start_method("spawn")
def work(): print("working")
p = multiprocessing.Process(target=work); p.start(); p.join()
