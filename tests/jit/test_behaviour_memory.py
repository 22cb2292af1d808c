"""Nothing leaks: references, memory and code stay flat on every path that a call may take."""

from __future__ import annotations

import array
import gc
import sys
import warnings
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from jit.children import define, run

import jitney
from jitney import UnsupportedError, jit

np = pytest.importorskip("numpy")

NAMES = define(
    """
    import math
    import numpy as np

    @jit
    def add(x, y): return x + y
    @jit
    def pick(x, y, c): return x if c else y
    @jit
    def divide(a, b): return a // b
    @jit
    def root(x): return math.sqrt(x)
    @jit
    def item(a, i): return a[i]
    @jit
    def view(a, i): return a[i:]
    @jit
    def make(n):
        a = np.zeros(n)
        a[0] = 1.0
        return a
    @jit
    def make_and_drop(n):
        a = np.zeros(n)
        return a[n - 1] + 1
    @jit
    def make_and_fail(n):
        a = np.zeros(n)
        return a[n]
    @jit
    def same(x): return x
    @jit
    def optional(x=None): return None if x is None else x
    @jit
    def defaults(x, y=2.5): return x * y
    @jit
    def fail(x): raise ValueError("bad", x)
    @jit
    def shout(x):
        print(x)
        return x
    @jit
    def cube(n): return n * n * n
    @jit
    def write(a, n):
        a[0] = 1
        return n * n * n
    @jit
    def outer(a, i):
        b = np.zeros(3)
        return item(a, i) + b[0]
    @jit
    def read(x): return x + K
    @jit
    def refused(x): return {x}
    """,
    "<memory>",
    jit=jit,
    K=0,
)

INT, FLOAT, BYTES, MUTABLE = 12345678, 2.5, b"abc", bytearray(b"abc")
ARRAY, VIEW, FLOATS, INTS = array.array("i", [1, 2]), memoryview(MUTABLE), np.arange(10.0), np.arange(4, dtype="i4")
WATCHED = [INT, FLOAT, BYTES, MUTABLE, ARRAY, VIEW, FLOATS, INTS, int, float, np.ndarray, FLOATS.dtype, INTS.dtype]
if sys.version_info < (3, 12):
    WATCHED += [None, True, False, 1, 2, 3]


class Writer:
    def __init__(self, raises: bool) -> None:
        self.raises = raises

    def write(self, text: str) -> int:
        if self.raises:
            raise RuntimeError("no")
        return len(text)


def change_global() -> None:
    NAMES["K"] += 1
    assert NAMES["read"](1) == NAMES["K"] + 1


PATHS: dict[str, str | Callable[[], object]] = {
    "ints": "add(INT, INT)",
    "small ints": "add(1, 2)",
    "floats": "add(FLOAT, FLOAT)",
    "int and float": "add(INT, FLOAT)",
    "numpy scalars": "add(FLOATS[0], INTS[1])",
    "bool": "pick(True, False, True)",
    "default None": "optional()",
    "None": "optional(None)",
    "one of two types": "pick(INT, FLOAT, True)",
    "None or float": "pick(None, FLOAT, True)",
    "tuple": "same((INT, FLOAT, None, True))",
    "bytes": "item(BYTES, 1)",
    "bytearray": "item(MUTABLE, 1)",
    "array.array": "item(ARRAY, 1)",
    "memoryview": "item(VIEW, 1)",
    "ndarray": "item(FLOATS, 1)",
    "division by zero": "divide(INT, 0)",
    "domain error": "root(-1.0)",
    "index error": "item(FLOATS, 100)",
    "index error of bytes": "item(BYTES, 100)",
    "index error of memoryview": "item(VIEW, 100)",
    "view": "view(FLOATS, 2)",
    "view of ints": "view(INTS, 2)",
    "made": "make(100)",
    "made large": "make(100000)",
    "made and dropped": "make_and_drop(10)",
    "made, then an exception": "make_and_fail(10)",
    "array back": "same(FLOATS)",
    "bytes back": "same(BYTES)",
    "bytearray back": "same(MUTABLE)",
    "keyword": "defaults(x=INT)",
    "keyword and default": "defaults(INT, y=FLOAT)",
    "default": "defaults(FLOAT)",
    "missing argument": "defaults()",
    "too many": "defaults(1, 2, 3)",
    "unknown keyword": "defaults(1, q=INT)",
    "odd argument": "add([1], INT)",
    "long int": "add(2**80, INT)",
    "raise": "fail(INT)",
    "upcall": "shout(INT)",
    "bail-out": "cube(2**40)",
    "bail-out after writing": "write(MUTABLE, 2**40)",
    "callee": "outer(FLOATS, 1)",
    "exception in a callee": "outer(FLOATS, 100)",
    "refused": "refused(INT)",
    "global that changes": change_global,
}


def runner(path: str | Callable[[], object]) -> Callable[[], object]:
    call = eval(f"lambda: {path}", {**NAMES, **globals()}) if isinstance(path, str) else path

    def once() -> None:
        try:
            call()
        except (Exception, RuntimeWarning):
            pass

    return once


def counts() -> list[int]:
    gc.collect()
    return [sys.getrefcount(thing) for thing in WATCHED]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.filterwarnings("ignore")
def test_references(path: str) -> None:
    call = runner(PATHS[path])
    before_stdout, sys.stdout = sys.stdout, Writer(False)  # type: ignore[assignment]
    try:
        for _ in range(30):
            call()
        before, blocks = counts(), sys.getallocatedblocks()
        for _ in range(400):
            call()
        after, blocks = counts(), sys.getallocatedblocks() - blocks
    finally:
        sys.stdout = before_stdout
    grown = [(thing, y - x) for thing, x, y in zip(WATCHED, before, after, strict=True) if y - x > 100]
    # Compiling again and again fills the interpreter's own cache of attributes.
    assert not grown and blocks < (1200 if path == "refused" else 350), (grown, blocks)


def test_exceptions_in_upcalls() -> None:
    before_stdout, sys.stdout = sys.stdout, Writer(True)  # type: ignore[assignment]
    try:
        call = runner("shout(INT)")
        call()
        before = counts()
        for _ in range(400):
            call()
        grown = [y - x for x, y in zip(before, counts(), strict=True)]
    finally:
        sys.stdout = before_stdout
    assert max(grown) < 100


def test_resident_memory_is_flat() -> None:
    """Over a hundred thousand calls, exceptions and arrays among them."""
    code = """
    import numpy as np
    from jitney import jit

    @jit
    def work(a, i):
        b = np.zeros(1000)
        b[0] = a[i]
        return b[1:]

    def resident():
        return int(open("/proc/self/statm").read().split()[1]) * 4096

    a = np.arange(5.0)
    def rounds(n):
        for i in range(n):
            work(a, 1)
            if i % 20 == 0:
                try:
                    work(a, 9)
                except IndexError:
                    pass
    rounds(3000)
    before = resident()
    rounds(100_000)
    print(resident() - before < 3_000_000)
    """
    assert run(code) == "True\n"


def fresh(source: str) -> Any:
    return define(source, "<fresh>", jit=jit, np=np)["make"]()


PLAIN = """
def make():
    @jit
    def f(a, n):
        s = 0
        for i in range(n):
            s += a[i]
        return s
    return f
"""
RECURSIVE = """
def make():
    @jit
    def f(a, n):
        return a[n] + f(a, n - 1) if n else 0
    return f
"""
MUTUAL = """
def make():
    @jit
    def f(a, n):
        return a[n] + g(a, n - 1) if n else 0
    @jit
    def g(a, n):
        return f(a, n)
    return f
"""


@pytest.mark.parametrize("source", [PLAIN, RECURSIVE, MUTUAL], ids=["plain", "recursive", "mutual"])
def test_dropped_functions_give_their_code_back(source: str) -> None:
    def use() -> weakref.ref[Any]:
        f = fresh(source)
        f(b"abc", 2), f(a=FLOATS, n=1), f(b"\xff" * 5, 3)
        with pytest.raises(IndexError):
            f(b"abc", 9)
        return weakref.ref(f)

    gone = [use()]
    gc.collect()
    before = jitney.memory_stats()
    gone += [use() for _ in range(10)]
    gc.collect()
    after = jitney.memory_stats()
    assert not any(reference() for reference in gone)
    assert (after.blocks, after.text_used) == (before.blocks, before.text_used)


def test_recompiling_a_living_function_keeps_little() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        change_global()
        before = jitney.memory_stats().blocks
        for _ in range(50):
            change_global()
        assert jitney.memory_stats().blocks - before < 15


def test_an_exception_of_an_array_that_nobody_else_has() -> None:
    """The array lives until the exception has been made."""

    @jit
    def f(a: Any) -> Any:
        return int(np.zeros(len(a)))

    @jit
    def g(a: Any) -> Any:
        b = np.zeros(len(a))
        c = b
        return range(b) if c.ndim else 0

    a = np.zeros(3)
    for _ in range(200):
        for function in (f, g):
            with pytest.raises((TypeError, UnsupportedError)):  # older NumPys make ints of some arrays
                function(a)
