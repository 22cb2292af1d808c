"""Small functions that become part of their callers: what the interpreter does, tracebacks and bail-outs included."""

from __future__ import annotations

import linecache
import sys
from typing import Any

import pytest
from jit.support import NAMESPACE, Case, decorated, difference, eval_arguments, outcome

from jitney import jit, prange, tiers
from jitney.frontend import lowering, session

try:
    import numpy as np
except ImportError:
    np = None  # type: ignore[assignment]

needs_numpy = pytest.mark.skipif(np is None, reason="needs NumPy")


def made(source: str, **namespace: Any) -> dict[str, Any]:
    """The globals of a module of that source."""
    filename = f"<case inlining {hash(source)}>"
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    found = {**NAMESPACE, "jit": jit, "prange": prange, "__name__": "case", **namespace}
    exec(compile(source, filename, "exec"), found)
    return found


def calls(function: Any) -> bool:
    """Whether its machine code calls another jitted function."""
    return " call " in function.inspect_ir()


CASES = [
    Case(
        "def g(a, b):\n    if a == 7:\n        raise ValueError('seven', a, b)\n    return a // b, a % b\n"
        "def h(a, b):\n    q, r = g(a, b)\n    return (\n        q +\n        r * b)\n"
        "def f(n, b):\n    s = 0\n    for i in range(n):\n        s += h(i, b)\n    return s\n",
        ("5, 3", "20, 3", "3, 0", "0, 0", "20, -2", "8, 2**62", "7, 2.5", "9, 0.5", "3, True"),
    ),
    Case(  # a write, then an exception, or too large an int
        "def put(a, i, x):\n    a[i] = x\n    a[i + 1] = x + 1\n    return x * x\n"
        "def f(a, x):\n    s = 0\n    for i in range(len(a)):\n        s = put(a, i, x + s)\n    return s\n",
        ("bytearray(3), 0", "bytearray(0), 0", "array('q', [1, 2]), 5", "bytearray(4), 254", "bytearray(4), -1"),
    ),
    Case(  # beyond 64 bits, early and late
        "def g(x, y):\n    return x * y + 1\ndef f(n, k):\n    s = 1\n    for i in range(n):\n        s = g(s, k)\n"
        "    return s\n",
        ("10, 3", "41, 3", "100, 3", "64, 2", "63, -2", "3, 2.5", "2, 2**63"),
    ),
    Case(  # masked outside, inside
        "def g(x, y):\n    return x + y\ndef r(x, k):\n    return (x << k | x >> 32 - k) & 0xFFFFFFFF\n"
        "def f(x, y, k):\n    return g(x, y) & 0xFFFFFFFF, g(x, y) & 0xFFFFFFFFFFFFFFFF, r(x, 7), r(x, k), r(5, 31)\n",
        (
            "1, 2, 3",
            "2**63 - 1, 2**63 - 1, 3",
            "-2**63, -1, 32",
            "5, 2**63, 0",
            "1, 1, 33",
            "1, 1, -1",
            "2**64 - 1, 1, 4",
        ),
    ),
    Case(  # results of several types, and returns in several places
        "def g(x):\n    if x > 3:\n        return x\n    if x < 0:\n        return None\n    return 0.5\n"
        "def f(n):\n    s = 0\n    for i in range(n):\n        y = g(i)\n"
        "        if y is not None:\n            s += y\n    return s, g(-1), g(n), g(2), g(-3), g(5)\n",
        ("0", "3", "9", "2.5"),
    ),
    Case(  # never returns, returns nothing, is given what it does not look at
        "def fail(x):\n    raise KeyError(x)\ndef nothing(x, y=2.5, *, z=(1, 2)):\n    x + z[1]\n"
        "def f(x):\n    a = nothing(x), nothing(x, z=(3, x)), nothing(y=1, x=x)\n    if x > 3:\n        fail(x)\n"
        "    return a if x else fail(a)\n",
        ("1", "4", "0", "2.5", "2**63 - 1"),
    ),
    Case(  # recursive, and recursive with another
        "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n"
        "def twice(n):\n    return 2 * fib(n)\ndef f(n):\n    return twice(n) + twice(n - 1)\n",
        ("1", "9", "12"),
    ),
    Case(  # conditions that arguments decide
        "def g(x, how):\n    if how == 0:\n        return x\n    elif how == 1:\n        return x // 0\n"
        "    return x + how\ndef f(x):\n    return g(x, 0), g(x, 2), g(x, 5)\n",
        ("1", "2.5", "2**63 - 1"),
    ),
    Case("def g(x):\n    return x\ndef f(x):\n    return g((x, (x,)))\n", ("1", "(1, 2.5)", "b'abc'", "None")),
]


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_as_the_interpreter(case: Case) -> None:
    source = decorated(case.source)
    Case(source, case.calls).check()
    function = made(source)["f"]
    outcome(function, eval_arguments(case.calls[0]))
    wanted = "fib" in source or "fail" in source
    assert calls(function) == wanted, "what is recursive or never returns is called, and the rest is not"


@needs_numpy
def test_arrays_made_before_and_views() -> None:
    source = (
        "@jit\ndef pick(a, i):\n    return a[i] + a[-1]\n"
        "@jit\ndef row(a, i):\n    return a[i]\n"
        "@jit\ndef f(n, i):\n    a = np.zeros((n, n))\n    a[0, 0] = 1.5\n    return pick(a[0], i), row(a, i)\n"
    )
    Case(source, ("3, 0", "3, 2", "3, 3", "3, -4")).check()
    function = made(source)["f"]
    before = sys.getrefcount(np.dtype(float))
    for _ in range(200):
        outcome(function, (3, 3))
    assert sys.getrefcount(np.dtype(float)) < before + 100, "arrays are left over"


@needs_numpy
def test_what_was_written_before_is_told() -> None:
    space = made(
        "@jit\ndef put(a, i, x):\n    a[i] = x\n    return x * x\n"
        "@jit\ndef f(a, x):\n    for i in range(len(a)):\n        x = put(a, i, x)\n    return x\n"
    )
    a = np.zeros(40, np.int64)
    with pytest.raises(OverflowError, match="already written") as caught:
        space["f"](a, 3)
    assert list(a[:3]) == [3, 9, 81]
    names = [entry.name for entry in caught.traceback]
    assert names[-2:] == ["f", "put"]
    assert not calls(space["f"])
    assert any(reason.startswith("put, line 4") for reason in space["f"].stats().reasons)


def test_other_globals() -> None:
    space = made("K = 3\n@jit\ndef g(x):\n    return x * K\n@jit\ndef f(x):\n    return g(x) + 1\n")
    f = space["f"]
    assert f(2) == 7
    assert not calls(f)
    for number in range(10, 20):  # after some changes, it is read from memory
        space["K"] = number
        assert f(2) == 2 * number + 1
    space["K"] = 0.5
    assert f(2) == 2.0
    space["g"] = jit(lambda x: x - 1)
    assert f(2) == 2
    space["g"] = jit(lambda x: K)  # type: ignore[name-defined] # noqa: F821
    with pytest.raises(NameError):
        f(2)


def test_a_constant_in_one_and_a_variable_in_the_other() -> None:
    space = made(
        "K = 3\n@jit\ndef g(x):\n    return x * K\n@jit\ndef f(x):\n    return g(x) + K\n"
        "@jit\ndef h(x):\n    return g(x)\n"
    )
    for number in range(12):
        space["K"] = number
        assert space["h"](2) == 2 * number
    assert space["f"](2) == 3 * number
    space["K"] = 100
    assert space["f"](2) == 300
    assert space["h"](2) == 200


def test_whichever_is_compiled_first() -> None:
    source = "@jit\ndef g(x):\n    return x * 3\n@jit\ndef f(x):\n    return g(x) + 1\n"
    space = made(source)
    assert space["g"](5) == 15
    assert space["f"](5) == 16
    assert not calls(space["f"])
    assert space["g"](7) == 21
    assert space["g"].signatures == [("int",)]


def test_what_is_not_inlined() -> None:
    lines = "".join(f"    x = (x + {k}) ^ {k * k}\n" for k in range(session.MOST_INLINED))
    space = made(
        f"@jit\ndef large(x):\n{lines}    return x\n"
        "@jit\ndef loop(x):\n    for i in range(x):\n        x += i\n    return x\n"
        "@jit(fastmath=True)\ndef fast(x):\n    return x * x + x\n"
        "@jit\ndef shout(x):\n    print(x)\n    return x\n"
        "@jit\ndef small(x):\n    return x + 1\n"
        "@jit\ndef f(x):\n    return large(x)\n@jit\ndef g(x):\n    return loop(x)\n"
        "@jit\ndef h(x):\n    return fast(x)\n@jit\ndef k(x):\n    return shout(x)\n"
        "@jit\ndef m(x):\n    return " + " + ".join(["small(x)"] * 3) + "\n"
    )
    for name in "fghk":
        assert space[name](3) == space[name].py_func(3)
        assert calls(space[name]), name
    assert space["m"](3) == 12
    assert not calls(space["m"])


def test_a_function_does_not_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lowering, "MOST_COPIED", 30)
    source = "@jit\ndef g(x):\n    return (x ^ 5) + (x & 3) * 7\n@jit\ndef f(x):\n"
    source += "".join(f"    x ^= g(x + {k})\n" for k in range(12)) + "    return x\n"
    space = made(source)
    space["g"](1)
    assert space["f"](3) == space["f"].py_func(3)
    assert calls(space["f"])


@needs_numpy
def test_in_threads() -> None:
    space = made(
        "@jit\ndef g(a, i):\n    if i == 70:\n        raise ValueError(i)\n    a[i] = 2 * i\n    return i // (90 - i)\n"
        "@jit(parallel=True)\ndef f(a, n):\n    s = 0\n    for i in prange(n):\n        s += g(a, i)\n    return s\n"
        "@jit(nogil=True)\ndef h(a, n):\n    s = 0\n    for i in range(n):\n        s += g(a, i)\n    return s\n"
    )
    for name in "fh":
        for n in (0, 50, 80, 200):
            expected = outcome(space["h"].py_func, (np.zeros(n, np.int64), n))
            got = outcome(space[name], (np.zeros(n, np.int64), n))
            if expected.error is None:
                assert not difference(expected, got)
            else:
                assert repr(got.error) == repr(expected.error)
                assert [frame.name for frame in pytest.ExceptionInfo.from_exception(got.error).traceback][-1] == "g"  # type: ignore[arg-type]


def test_reports() -> None:
    space = made("@jit\ndef g(x):\n    return 5 // x\n@jit\ndef f(x):\n    return g(x) + 1\n")
    space["f"](3)
    assert "line 6 calls g, line 3: what `5 // x` raises" in space["f"].inspect_ir()
    assert "line 6 calls g, line 3: what `5 // x` raises" in space["f"].inspect_asm()


@needs_numpy
@pytest.mark.parametrize("test", ["v > s", "v > 1000", "v + 1 > s"])
def test_one_of_two_widths(test: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known of a result of one type is not known of the other one's, though they share a word."""
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    decorator = "@jit(_interpreter=True)\n"
    space = made(
        f"{decorator}def g(a, b, i):\n    return a[i] if i > 3 else b[1]\n{decorator}def h(v):\n    return v\n"
        f"{decorator}def f(a, b, n):\n    s = 0.0\n    for i in range(3, n):\n"
        f"        v = g(a, b, i)\n        if {test}:\n            s = h(v)\n    return s\n"
    )
    arrays = np.arange(-5, 3, dtype=np.int8), np.arange(2**63, 2**63 + 8, dtype=np.uint64)
    for n in range(8):
        assert not difference(outcome(space["f"].py_func, (*arrays, n)), outcome(space["f"], (*arrays, n)))
