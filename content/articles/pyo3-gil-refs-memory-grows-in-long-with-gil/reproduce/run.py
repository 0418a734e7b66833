import resource
import grow


def rss():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * resource.getpagesize() // 2**20


def make():
    return bytes(1000)


print("before", rss(), "MiB")
grow.call_many(make, 500_000)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print("after ", rss(), "MiB, peak", peak, "MiB")
