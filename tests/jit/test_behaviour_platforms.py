"""Where things are missing: unknown layouts of objects, no NumPy, no code for the platform, compiling switched off."""

from __future__ import annotations

import pytest
from jit.children import run

WORKOUT = """
import array, math, warnings
from jitney import UnsupportedError, jit

@jit
def total(a, start=0):
    s = start
    for x in a:
        s += x
    return s

@jit
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)

@jit(nogil=True)
def root(x):
    return math.sqrt(x)

@jit
def pick(x, y, c):
    return x if c else (x, y)

@jit
def fill(a, v):
    for i in range(len(a)):
        a[i] = v

K = 1
@jit
def read(x):
    return x + K

def raised(f, *arguments, **keywords):
    try:
        f(*arguments, **keywords)
    except Exception as error:
        names = []
        trace = error.__traceback__
        while trace:
            names.append((trace.tb_frame.f_code.co_name, trace.tb_lineno))
            trace = trace.tb_next
        return type(error), str(error), names[1:]

def check(f, *arguments, **keywords):
    expected, got = f.py_func(*arguments, **keywords), f(*arguments, **keywords)
    assert type(expected) is type(got) and repr(expected) == repr(got), (f, arguments, got)

for _ in range(3):
    for a in (b"abc", bytearray(b"xyz"), array.array("d", [0.5, -0.0]), memoryview(b"12"), (1, 2.5, True), b""):
        check(total, a), check(total, a, 2.5), check(total, a=a, start=7), check(total, start=1, a=a)
    check(factorial, 20), check(factorial, 30)
    check(root, 2.0), check(root, x=9)
    check(pick, 1, 2.5, True), check(pick, 1, None, False), check(pick, None, 1, True)
    a = array.array("h", [1, 2, 3])
    fill(a, -5)
    assert a.tolist() == [-5, -5, -5]
    K += 1
    check(read, 1)
    for f, *arguments in ((root, -1.0), (root,), (fill, a, 40000), (fill, b"ab", 1), (total, None), (total, 1, 2, 3)):
        if f.__name__ != "total" or len(arguments) == 3:
            assert raised(f, *arguments) == raised(f.py_func, *arguments) != None, (f, arguments)
print("fine")
"""


@pytest.mark.parametrize("layout", ["", "unknown"])
def test_layouts(layout: str) -> None:
    assert run("import warnings\nwarnings.simplefilter('ignore')\n" + WORKOUT, JITNEY_LAYOUT=layout) == "fine\n"


def test_without_numpy() -> None:
    code = """
import sys, warnings
warnings.simplefilter("ignore")

class Blocker:
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] == "numpy":
            raise ModuleNotFoundError("No module named 'numpy'", name="numpy")

sys.meta_path.insert(0, Blocker())
"""
    assert run(code + WORKOUT + "assert 'numpy' not in sys.modules\n") == "fine\n"


DECORATE = """
import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    from jitney import jit, njit
    def f(x): return [x]
    assert jit(f) is f and jit(nogil=True)(f) is f and jit("int64(int64)")(f) is f and njit(f)(1) == [1]
    class Holder:
        @jit
        @staticmethod
        def s(x): return x
        @jit
        @classmethod
        def c(cls, x): return x
    assert Holder.s(1) == Holder.c(1) == 1
    for wrong in (lambda: jit(wrong=1), lambda: jit(print)):
        try:
            wrong()
        except TypeError:
            pass
        else:
            raise AssertionError(wrong)
assert all(warning.filename == "<child>" for warning in caught)
import sys
assert "jitney.dispatch" not in sys.modules and "ctypes" not in sys.modules
print(*[warning.message for warning in caught])
"""


def test_switched_off() -> None:
    assert run(DECORATE, JITNEY_DISABLE="1") == "\n"


@pytest.mark.parametrize(
    ("pretend", "name"),
    [
        ("import os; uname = (*os.uname()[:4], 'aarch64'); os.uname = lambda: os.uname_result(uname)", "aarch64"),
        ("import sys; sys.platform = 'win32'", "win32"),
        ("import sys; sys.implementation.name = 'pypy'", "pypy"),
    ],
)
def test_other_platforms(pretend: str, name: str) -> None:
    said = run(f"{pretend}\n{DECORATE}")
    assert said.count("\n") == 1 and said.count("jitney: no machine code for") == 1 and name in said


def test_no_source() -> None:
    """As with `python -c`."""
    code = """
import sys
exec(compile("from jitney import jit\\nf = jit(lambda x: x + 1)", "<nowhere>", "exec"), globals())
try:
    f(1)
except Exception as error:
    print(type(error).__name__, error)
"""
    said = run(code)
    assert said.startswith("UnsupportedError <lambda>: its source is needed") and "file, a notebook" in said
