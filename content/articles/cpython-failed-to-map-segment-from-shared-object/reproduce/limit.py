import resource

pages = int(open("/proc/self/statm").read().split()[0])
size = pages * resource.getpagesize() + 8000
resource.setrlimit(resource.RLIMIT_AS, (size, size))
import spam
