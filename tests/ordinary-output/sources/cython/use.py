"""Misuses the module fine; the argument says how."""
import faulthandler, sys
import numpy as np
kind = sys.argv[1]
if kind == "hidden":
    sys.modules["numpy"] = None
import fine
faulthandler.enable()
calls = {
    "dtype": lambda: fine.total(np.arange(3)),
    "float": lambda: fine.total(np.zeros(3, np.float32)),
    "longlong": lambda: fine.longs(np.zeros(3, np.longlong)),
    "short": lambda: fine.longs(np.zeros(3, np.int16)),
    "dimensions": lambda: fine.total(np.zeros((3, 3))),
    "order": lambda: fine.pairs(np.zeros((3, 3), np.intc, order="F")),
    "object": lambda: fine.total([1.0, 2.0]),
    "none": lambda: fine.total(None),
    "old": lambda: fine.old_style(np.zeros(3, np.float32)),
    "old-list": lambda: fine.old_style([1]),
    "zero": lambda: fine.divide(1, 0),
    "overflow": lambda: fine.divide(2**40, 1),
    "string": lambda: fine.divide("a", 1),
    "arguments": lambda: fine.divide(1),
    "keyword": lambda: fine.divide(1, c=2),
    "class": lambda: fine.typed(3, 1),
    "none-class": lambda: fine.typed(None, 1),
    "attribute": lambda: fine.Meter(2.0).unused,
    "pickle": lambda: __import__("pickle").dumps(fine.Meter(2.0)),
    "subscript": lambda: fine.missing_function(),
    "crash": lambda: fine.crash(8),
    "hidden": lambda: print(fine),
}
if kind != "all":
    calls[kind]()
else:
    import traceback
    for name, call in calls.items():
        if name not in ("crash", "hidden"):
            try:
                call()
            except BaseException:
                traceback.print_exc()
