import traceback
import own_pyo3 as m
for call in [lambda: m.checked(20), lambda: m.checked(-1), lambda: m.checked("a"), lambda: m.checked(), lambda: m.checked(2**40), lambda: m.Meter("x"), lambda: m.Meter(1.0).scale(300), lambda: m.Meter(1.0).missing, lambda: setattr(m.Meter(1.0), "level", 2), lambda: m.panics("unwrap"), lambda: m.panics("index"), lambda: m.panics("equal"), lambda: m.panics("expect"), lambda: m.panics("x"), lambda: m.calls(lambda: 1 / 0), lambda: m.calls(3), lambda: m.missing]:
    try:
        call()
    except BaseException:
        traceback.print_exc()
