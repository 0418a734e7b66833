import ctypes, os, sys, threading, warnings
import pytest
import helper

@pytest.fixture
def rate(): return 44100
@pytest.fixture
def broken(): raise OSError("the fixture has no device")
@pytest.fixture
def leaves_badly():
    yield 3
    raise RuntimeError("tear-down failed")
def test_passes(rate): assert rate == 44100
def test_number(): assert helper.mix(2, 3) == 6
def test_list(): assert [1, 2, 3, 4] == [1, 2, 4, 3]
def test_dict(): assert {"a": 1, "b": 2} == {"a": 1, "b": 3, "c": 4}
def test_text(): assert "one\ntwo\nthree" == "one\n2\nthree"
def test_raises():
    with pytest.raises(ValueError, match="sample"): helper.fail()
def test_not_raised():
    with pytest.raises(ValueError): helper.mix(1, 2)
def test_error(broken): pass
def test_tear_down(leaves_badly): pass
def test_missing_fixture(no_such_fixture): pass
def test_warns(): warnings.warn("mix() is deprecated, use blend()", DeprecationWarning)
def test_resource(): open(__file__)
def test_thread():
    t = threading.Thread(target=helper.fail); t.start(); t.join()
def test_unraisable():
    class A:
        def __del__(self): raise RuntimeError("in a finalizer")
    A()
@pytest.mark.skip(reason="needs a GPU")
def test_skip(): pass
@pytest.mark.xfail(strict=True)
def test_strict(): pass
@pytest.mark.unknown_mark
def test_mark(): pass
@pytest.mark.parametrize("n", range(12))
def test_many(n): assert n % 4
def test_import():
    import no_such_dependency
def test_numpy():
    np = pytest.importorskip("numpy"); np.testing.assert_allclose(np.arange(5.0), np.arange(5.0) + [0, 0, 1e-3, 0, 0])
def test_crash():
    if os.environ.get("CRASH"): ctypes.string_at(0)
def test_return(): return 3
