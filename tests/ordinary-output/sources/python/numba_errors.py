"""Functions that Numba refuses, warns about or fails in; prints each traceback."""
import os, sys, traceback, warnings
import numpy as np
import numba
from numba import jit, njit, prange, stencil, typed, types, vectorize, guvectorize, objmode  # noqa
from numba.experimental import jitclass
from numba.extending import intrinsic, overload
class Own:
    def __init__(self): self.x = 3
own = Own()
reflected = [[1, 2], [3]]
@njit
def undefined(): return nothing_here + 1
@njit
def mixed(flag):
    if flag: x = 3
    else: x = "a"
    return x
@njit
def attribute(a): return a.no_such_attribute
@njit
def unsupported(a): return np.no_such(a)
@njit
def own_object(o): return o.x
@njit
def global_object(): return own.x
@njit
def call_python(a): return sorted(a, key=str) + open("x")
@njit
def with_dict(): return {"a": 1, "b": "c"}
@njit
def nested_list(): return [[1], ["a"]]
@njit
def try_finally(a):
    try:
        return a[0]
    except (ValueError, KeyError) as error:
        print(error)
@njit
def generators(n): return sum(i for i in range(n)) + (yield n)
@njit
def index(a): return a["x"]
@njit
def operator(a, b): return a + b
@njit
def fstring(a): return f"{a:>10.3f}"
@njit
def none(a):
    if a > 3: return None
    return a
@njit
def empty():
    x = []
    return x
@njit
def out_of_bounds(a): return a[9] // 0
@njit
def raises(a):
    if a: raise ValueError("sample", a)
    assert a > 3, "too small"
@njit(parallel=True)
def parallel(a):
    total = 0.0
    for i in prange(a.shape[0]): total += a[i]
    return total
@njit(parallel=True)
def no_parallel(a): return a
@njit(parallel=True, fastmath=True)
def diagnostics(a, b):
    c = a + b * 2 - np.sin(a)
    for i in prange(c.shape[0]):
        c[i] += np.sum(a)
    return c.mean()
@jit(forceobj=True)
def object_mode(o): return o.x
@jit
def fallback(o): return o.x
@jit(nopython=False)
def loops(o):
    y = o.x
    for i in range(3): y += i
    return y
@njit
def reflected_list(l): return l[0]
@njit
def recursion(n): return recursion(n - 1)
@njit
def closure(n):
    def inner(): return n
    return inner
@njit
def array_types(n): return np.array([1, "a"]) + np.zeros(n, dtype="nothing")
@njit
def shape(a): return np.dot(a, a) + np.concatenate(a)
@njit
def set_item(t): t[0] = 3
@njit
def star(*args, **kwargs): return kwargs
@njit
def with_block():
    with open("x") as f: return f.read()
@njit
def class_inside():
    class A: pass
    return A
@njit
def unify(n):
    a = np.zeros(3)
    for i in range(n):
        a = a.sum()
    return a
@njit
def contiguous(a, b): return a.T @ b[::2]
@njit
def string_ops(s): return s.encode() + s % 3
@intrinsic
def bad_intrinsic(typingctx, a):
    def codegen(context, builder, sig, args): return builder.add(args[0], "x")
    return types.int64(types.int64), codegen
@njit
def lowering(a): return bad_intrinsic(a)
@overload(len)
def own_len(x):
    if isinstance(x, types.Complex):
        return lambda x, y: 3
@njit
def bad_overload(x): return len(x)
a = np.arange(6.0)
cases = [lambda: undefined(), lambda: mixed(True), lambda: attribute(a), lambda: unsupported(a), lambda: own_object(own), lambda: global_object(), lambda: call_python(a), lambda: with_dict(), lambda: nested_list(), lambda: try_finally(a), lambda: generators(3), lambda: index(a), lambda: operator(a, "x"), lambda: operator((1,), 3), lambda: fstring(3.0), lambda: none(3), lambda: empty(),
    lambda: out_of_bounds(np.arange(3)), lambda: raises(2), lambda: raises(0), lambda: parallel(a), lambda: no_parallel(a), lambda: (diagnostics(a, a), diagnostics.parallel_diagnostics(level=4)), lambda: object_mode(own), lambda: object_mode(3), lambda: fallback(own), lambda: loops(own), lambda: reflected_list([1, 2]), lambda: reflected_list(reflected), lambda: recursion(3), lambda: closure(3), lambda: array_types(3), lambda: shape(np.zeros((2, 3))), lambda: set_item((1, 2)), lambda: star(1, a=2), lambda: with_block(), lambda: class_inside(), lambda: unify(3), lambda: contiguous(np.zeros((4, 4)), np.zeros((8, 4))), lambda: string_ops("x"), lambda: lowering(3), lambda: bad_overload(1j),
    lambda: njit("int64(int64)")(lambda a: "x")(3), lambda: njit("nothing(int64)")(lambda a: a), lambda: njit("int64(int64)")(lambda a: a)("x"), lambda: vectorize(["float64(float64)"])(lambda x: x + "a")(3), lambda: vectorize(lambda x: x, target="nothing"), lambda: guvectorize(["(float64[:], float64[:])"], "(n)->(m)")(lambda x, y: None), lambda: guvectorize(["(float64[:])"], "(n),(m)->()")(lambda x: None)(a),
    lambda: jitclass([("x", types.int64)])(Own)().y, lambda: jitclass([("x", "int64")])(Own), lambda: jitclass([("z", types.float64)])(type("E", (), {"__init__": lambda self: None}))().z.real, lambda: typed.List([1, "a"]), lambda: typed.Dict.empty(types.int64, types.float64)[3], lambda: typed.List()[0], lambda: stencil(lambda a: a[0] + b)(a), lambda: jit(nopythn=True)(lambda: 1), lambda: njit(3), lambda: njit(cache=True, parallel="x")(lambda: 1)(), lambda: jit(target="gpu")(lambda: 1)(), lambda: numba.set_num_threads(999), lambda: numba.threading_layer(), lambda: numba.typeof(own), lambda: numba.from_dtype(np.dtype("O")), lambda: numba.cfunc("int64(int64)")(lambda x: x + "a"), lambda: numba.jit_module(nopython=True), lambda: operator.inspect_types(), lambda: print(parallel.inspect_llvm(parallel.signatures[0])[:3000]), lambda: numba.carray(3, 3), lambda: numba.literally(3)]
warnings.simplefilter("always")
only = sys.argv[1:]
for case in cases:
    try:
        case()
    except BaseException:
        traceback.print_exc()
