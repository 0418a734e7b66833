import ctypes
import sys

ctypes.CDLL(sys.argv[1] + "/lib/libc10.so", ctypes.RTLD_GLOBAL)
import demo

print("ok")
