"""Raises, and prints, the everyday exceptions of the interpreter and its standard library."""
import asyncio, ctypes, importlib, json, os, pickle, socket, sqlite3, struct, subprocess, sys, tempfile, threading, traceback, warnings
warnings.simplefilter("always")

class Slotted:
    __slots__ = ("a",)
class Meta(type): pass
def generator(): yield 1
def recursive(n): return recursive(n + 1)
async def never_awaited(): await asyncio.sleep(0)
def in_thread():
    thread = threading.Thread(target=lambda: 1 / 0); thread.start(); thread.join()
def group():
    raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])
def chained():
    try:
        {}["rate"]
    except KeyError as error:
        raise RuntimeError("no rate was configured") from error
def during():
    try:
        int("x")
    except ValueError:
        undefined_name
async def tasks():
    async def fail(): raise OSError("the sample clock stopped")
    task = asyncio.create_task(fail()); await asyncio.sleep(0.01); del task
    async with asyncio.timeout(0.01): await asyncio.sleep(9)

cases = [
    lambda: 1 / 0, lambda: int("a"), lambda: [][3], lambda: {}["a"], lambda: None.append(1), lambda: "a" + 1,
    lambda: undefined_name, lambda: Slotted().b, lambda: Slotted()(), lambda: Meta(), lambda: len(3), lambda: print(nothing=3),
    lambda: recursive(0), lambda: json.loads("{x"), lambda: open("/no/such/file"), lambda: os.listdir("/etc/passwd"), lambda: b"\xff".decode(),
    lambda: "é".encode("ascii"), lambda: pickle.dumps(lambda: 1), lambda: pickle.dumps(threading.Lock()), lambda: pickle.loads(b"xyz"),
    lambda: struct.unpack("i", b"a"), lambda: importlib.import_module("no_such_package.sub"), lambda: importlib.import_module("json.no_such"),
    lambda: exec("from json import no_such_name"), lambda: exec("import no_such_module"), lambda: exec("x = (1"), lambda: exec("print 1"), lambda: exec("if 1:\nx"),
    lambda: subprocess.run(["no-such-program"]), lambda: subprocess.run(["meson", "setup", "."], env={"PATH": "/nowhere"}),
    lambda: subprocess.run(["ninja"], env={"PATH": "/nowhere"}), lambda: subprocess.run(["llvm-config", "--version"], env={"PATH": "/nowhere"}),
    lambda: subprocess.run(["false"], check=True), lambda: subprocess.run([sys.executable, "-c", "import os; os.abort()"], check=True),
    lambda: subprocess.run(["sleep", "9"], timeout=0.1), lambda: socket.create_connection(("127.0.0.1", 9)), lambda: sqlite3.connect(":memory:").execute("select x"),
    lambda: ctypes.CDLL("libnothing.so.3"), lambda: ctypes.CDLL(None).no_such_symbol, lambda: (ctypes.c_char * 3).from_buffer(b"abc"),
    lambda: memoryview(b"abc").__setitem__(0, 1), lambda: memoryview(bytearray(4)).cast("d"), lambda: bytearray(b"a").extend(memoryview(bytearray(4))[::2].cast("i")),
    lambda: asyncio.run(tasks()), lambda: never_awaited(), in_thread, chained, during, lambda: generator().send(3), lambda: next(iter([])), lambda: exec("import distutils"),
    lambda: exec("import imp, asyncore"), lambda: warnings.warn("the old mixer is deprecated", DeprecationWarning), lambda: exec("assert 1 == 2, 'version mismatch, 1.2 != 1.3'"),
    lambda: open(tempfile.mkstemp()[1]).write("x"), lambda: exec("'\\d'"), lambda: exec("x is 3 if (x := 3) is 3 else 0"), lambda: float("1e400").as_integer_ratio(), lambda: bytes(2**62),
    lambda: (2**64).to_bytes(4, "big"), lambda: ctypes.c_int("a"), lambda: type("A", (int, str), {}), lambda: type("B", (bool,), {}), lambda: super(int), lambda: object.__new__(int), group if sys.version_info > (3, 11) else chained,
]
for case in cases:
    try:
        case()
    except BaseException:
        traceback.print_exc()
