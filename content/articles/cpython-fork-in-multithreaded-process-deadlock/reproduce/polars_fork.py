import multiprocessing as mp
import sys

import polars  # noqa: F401


def work():
    pass


if __name__ == "__main__":
    child = mp.get_context(sys.argv[1]).Process(target=work)
    child.start()
    child.join()
