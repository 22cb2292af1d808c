"""Parallel loops: what range() gives, whatever the number of threads; exceptions, signals, forks, threads, memory."""

from __future__ import annotations

import re
import sys
import threading
import traceback
import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from jit.children import define, run
from jit.support import alike, copy, difference, eval_arguments, outcome

import jitney
from jitney import UnsupportedError, jit, prange

np = pytest.importorskip("numpy")

THREADS = (1, 2, 4, 7)
FULL = sys.version_info[:2] == (3, 11)


@pytest.fixture(autouse=True)
def four_threads() -> Iterator[None]:
    before = jitney.get_num_threads()
    jitney.set_num_threads(4)
    yield
    jitney.set_num_threads(before)


def made(source: str, **options: Any) -> Any:
    """The function `f` of a source, jitted with these options."""
    names = {"np": np, "prange": prange, "jit": jit, "jitney": jitney}
    return jit(parallel=True, **options)(define(source, "<parallel>", **names)["f"])


def body(source: str) -> str:
    return "import math\ndef f(x, n):\n" + "".join(f"    {line}\n" for line in source.strip("\n").splitlines())


COUNTS = (0, 1, 2, 3, 255, 256, 257, 1000)
SAME = {
    "sum": "s = 0\nfor i in prange(n):\n    s += i * x\nreturn s",
    "start and step": "s = 0\nfor i in prange(5, n, 3):\n    s += i\nreturn s, s * x",
    "backwards": "s = 0\nfor i in prange(n, 3, -7):\n    s ^= i * x\nreturn s",
    "step unknown": "s = 0\nfor i in prange(n, -n, -x):\n    s += i\nreturn s",
    "step unknown, up": "s = 0\nfor i in prange(-n, n, x):\n    s += i\nreturn s",
    "float sum from an int": "s = 0\nfor i in prange(n):\n    s += i / 2\nreturn s",
    "float sum": "s = 0.5\nfor i in prange(n):\n    s -= i * 0.25\nreturn s",
    "minus zero": "s = -0.0\nfor i in prange(n):\n    s += -0.0\nreturn s",
    "minus zero, product": "s = -0.0\nfor i in prange(n):\n    s *= 1.0\nreturn s",
    "product": "p = 1\nfor i in prange(min(n, 12)):\n    p *= i + 1\nreturn p",
    "product of floats": "p = 1.0\nfor i in prange(n):\n    p = (1.0 if i % 3 else -1.0) * p\nreturn p",
    "bits": "a = -1\no = x\nz = 5\nfor i in prange(n):\n    a &= i | 4\n    o |= i\n    z = z ^ (i * i)\nreturn a, o, z",
    "bools": "a = True\no = False\nfor i in prange(n):\n    a &= i < 256\n    o |= i == 255\nreturn a, o",
    "min and max": "m = x\nM = 0\nfor i in prange(n):\n    m = min(m, 7 - i % 50)\n    M = max(i % 77, M)\nreturn m, M",
    "min of floats": "m = math.inf\nfor i in prange(n):\n    m = min(m, (i * 37 % 101) / 8)\nreturn m",
    "min meets nan": "m = math.nan\nfor i in prange(n):\n    m = min(m, 1.0)\nreturn m",
    "min among nans": "m = 2.5\nfor i in prange(n):\n    m = min(m, math.nan if i % 3 else i + 1.0)\nreturn m",
    "min with an if": "m = 1000\nfor i in prange(n):\n    if (i * 7919) % 1009 < m:\n        m = (i * 7919) % 1009\nreturn m",
    "min of int and float": "m = 40\nfor i in prange(n):\n    m = min(m, i * 0.5 + 20)\nreturn m",
    "long sum": "s = 0\nfor i in prange(n):\n    s = s + i - x * i + 1\nreturn s",
    "sum within": "s = 0\nfor i in prange(n):\n    for j in range(i % 5):\n        if j != 2:\n            s += j * i\nreturn s",
    "sometimes": "s = 0\nfor i in prange(n):\n    if i == 300:\n        s += 0.5\nreturn s",
    "sometimes a float": "s = 0\nt = 2\nfor i in prange(n):\n    if i % 2:\n        s += 1.5\n    else:\n        t *= 1\nreturn s, t",
    "private": "s = 0\nfor i in prange(n):\n    t = i * 2\n    t += 1\n    s += t\nreturn s",
    "last values": "t = 'a' if x < 0 else -1\ni = 9\nfor i in prange(n):\n    t = i * x\nreturn i, t",
    "last of two types": "t = 0\nfor i in prange(n):\n    if i < 500:\n        t = i\n    else:\n        t = i / 2\nreturn t",
    "unbound": "for i in prange(n):\n    t = i\nreturn i, t",
    "else": "s = 0\nfor i in prange(n):\n    s += 1\nelse:\n    s += 1000\nreturn s",
    "continue": "s = 0\nfor i in prange(n):\n    if i % 3 == 1:\n        continue\n    s += i\nreturn s",
    "two loops": "s = 0\nfor i in prange(n):\n    s += i\np = 0\nfor i in prange(n):\n    p += s - i\nreturn s, p",
    "loop in a loop": "s = 0\nfor k in range(4):\n    for i in prange(n + k):\n        s += i * k\nreturn s",
    "prange in prange": "s = 0\nfor i in prange(n):\n    for j in prange(3):\n        s += i * j\nreturn s",
    "carried within": "s = 0\nfor i in prange(n):\n    t = 1\n    for j in prange(3):\n        t = t * 2 + j\n    s += t\nreturn s",
    "while and and or": "s = 0\nfor i in prange(n):\n    k = i\n    while k > 3 and k % 7:\n        k -= 1\n    s += k or 5\nreturn s",
    "walrus": "s = 0\nfor i in prange(n):\n    s += (t := i // 2) + t\nreturn s",
    "target assigned": "s = 0\nfor i in prange(n):\n    i = i % 10\n    s += i\nreturn s",
    "assert": "s = 0\nfor i in prange(n):\n    assert i >= 0, 'never'\n    s += i\nreturn s",
    "raise": "s = 0\nfor i in prange(n):\n    if i % 100 == 99:\n        raise ValueError('at', i)\n    s += i\nreturn s",
    "division": "s = 0\nfor i in prange(n):\n    s += 1000 // (i - 254)\nreturn s",
    "index": "b = bytes(200) if False else b'0123456789' * 20\ns = 0\nfor i in prange(n):\n    s += b[i]\nreturn s",
    "overflow": "s = 2**62\nfor i in prange(n):\n    s += 2**54\nreturn s",
    "overflow on the way": "s = 0\nfor i in prange(n):\n    s += 2**55 if i < 500 else -2**55\nreturn s",
    "always raises": "for i in prange(n):\n    raise KeyError(i)\nreturn 'none'",
    "float range": "for i in prange(n / 2):\n    pass",
    "step 0": "for i in prange(1, n, x - x):\n    pass\nreturn 1",
    "ends of words": "s = 0\nfor i in prange(2**63 - 1 - n, 2**63 - 1, 1):\n    s ^= i\nreturn s",
    "ends of words, steps": "s = 0\nfor i in prange(-2**63 + n, -2**63, -3):\n    s ^= i\nreturn s",
    "a bool accumulates": "s = x > 0\nfor i in prange(n):\n    s ^= i % 2 == 0\nreturn s",
    "tuple": "p = (x, 2.5, True)\ns = 0\nfor i in prange(n):\n    s += p[0] + int(p[1]) + p[2]\nreturn s",
    "unbound accumulator": "for i in prange(n):\n    s += i\nreturn 1",
    "text": "t = f'<{x}>'\nfor i in prange(n):\n    if i == 600:\n        raise ValueError(t)\nreturn 0",
}  # fmt: skip


def check(source: str, calls: list[tuple[Any, ...]], threads: tuple[int, ...] = THREADS, **options: Any) -> None:
    jitted = made(source, **options)
    for given in calls:
        expected = outcome(jitted.py_func, copy.deepcopy(given))
        for count in threads:
            jitney.set_num_threads(count)
            problem = difference(expected, outcome(jitted, copy.deepcopy(given)))
            assert not problem, f"f{given} with {count} threads: {problem}"


@pytest.mark.parametrize("name", SAME)
def test_same_as_range(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        check(body(SAME[name]), [(x, n) for n in COUNTS for x in ((3, 1) if n < 4 else (3,))])


@pytest.mark.parametrize("options", [{"_interpreter": True}, {"_passes": False}, {"nogil": True}], ids=str)
def test_in_other_ways(options: dict[str, Any]) -> None:
    """By the IR interpreter, without passes, and without the GIL from the start."""
    names = list(SAME)[:: 3 if FULL else 9]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            check(body(SAME[name]), [(3, n) for n in (0, 2, 257)], (4,), **options)


ARRAYS = """
np.arange(1000.0), np.zeros(1000)
np.arange(2000.0)[::2], np.zeros(1000)
np.arange(1000, dtype=np.float32), np.zeros(1000, np.float32)
np.arange(1000, dtype=np.int64), np.zeros(1000, np.int64)
np.arange(1000).astype(np.uint8), np.zeros(1000, np.uint8)
np.arange(1000) > 300, np.zeros(1000, bool)
np.zeros(0), np.zeros(0)
np.arange(1000.0)[::-1], np.zeros(1000)[::-1]
np.arange(1000.0), np.zeros(900)
bytearray(range(250)), bytearray(250)
""".strip().splitlines()
OVER_ARRAYS = {
    "map": "for i in prange(len(a)):\n    b[i] = a[i] * a[i]\nreturn b",
    "backwards": "for i in prange(len(a) - 1, -1, -1):\n    b[i] = a[-1 - i]\nreturn b",
    "sum": "s = 0\nfor i in prange(len(a)):\n    s += a[i]\nreturn s",
    "float sum": "s = 0.0\nfor i in prange(len(a)):\n    s += a[i]\nreturn s",
    "some": "s = 0.0\nfor i in prange(len(a)):\n    if i > 900:\n        s += a[i]\nreturn s",
    "greatest": "m = a[0]\nfor i in prange(1, len(a)):\n    m = max(m, a[i])\nreturn m",
    "np.maximum": "m = a[0]\nfor i in prange(len(a)):\n    m = np.maximum(a[i], m)\nreturn m",
    "too far": "for i in prange(len(a)):\n    b[i + 20] = a[i]\nreturn b",
    "views": "for i in prange(len(a) // 4):\n    row = a[4 * i : 4 * i + 4]\n    b[i] = row[0] + row[3]\nreturn b",
}


@pytest.mark.parametrize("name", OVER_ARRAYS)
def test_arrays(name: str) -> None:
    source = body(OVER_ARRAYS[name]).replace("(x, n)", "(a, b)")
    jitted = made(source)
    for call in ARRAYS:
        if call.startswith("bytearray") and name in ("map", "np.maximum", "views"):
            continue  # items that do not fit; other kinds
        expected = outcome(jitted.py_func, eval_arguments(call))
        for count in THREADS:
            jitney.set_num_threads(count)
            got = outcome(jitted, eval_arguments(call))
            if expected.error is not None:  # another iteration may have stored more
                assert (type(got.error), str(got.error)) == (type(expected.error), str(expected.error)), call
            else:
                problem = difference(expected, got)
                assert not problem, f"{call}, {count} threads: {problem}"


def test_made_here() -> None:
    """An array made before the loop, filled by it, used after it."""
    check(
        "def f(n):\n    a = np.empty((n, 3))\n    for i in prange(n):\n        for j in range(3):\n"
        "            a[i, j] = i * j\n    return a, a.sum()",
        [(0,), (1,), (1000,)],
    )


def test_bits_do_not_depend_on_threads() -> None:
    """A float sum is re-associated, by the count of iterations alone."""
    jitted = made(body("s = 0.0\nfor i in prange(n):\n    s += x[i] * 0.1\nreturn s"))
    values = np.random.default_rng(1).normal(size=100_003) * 10.0 ** np.arange(100_003).astype(float).__mod__(30)
    for n in (1, 255, 256, 257, 1000, 100_003):
        results = set()
        for count in THREADS * 5:
            jitney.set_num_threads(count)
            results.add(float(jitted(values, n)).hex())
        assert len(results) == 1, (n, results)
        assert abs(jitted(values, n) - jitted.py_func(values, n)) <= 1e-9 * np.abs(values[:n]).sum()


REFUSED = {
    "for i in prange(n):\n    x = x + x": "'x' is carried",
    "s = 0\nfor i in prange(n):\n    s += s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = 2 * s + i": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s += i\n    t = s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s += i\n    s *= 2": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = i - s": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s //= 2": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = abs(s)": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = min(s, s + 1)": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    s = max(s, i)\n    s = min(s, i)": "'s' is carried",
    "s = 0\nfor i in prange(n):\n    if i % 2:\n        s = i\nreturn s": "'s' is used after a parallel loop",
    "for i in prange(n):\n    if i:\n        t = i\n    n = t": "is carried",
    "for i in prange(n):\n    return i": "return in a parallel loop",
    "for i in prange(n):\n    while True:\n        break\n    break": "break in a parallel loop",
    "for i in prange(n):\n    t = i\n    del t": "del in a parallel loop",
    "for i in prange(n):\n    print(i)": "this line calls Python",
    "for i in prange(n):\n    a = np.zeros(3)": "this line calls Python",
    "a = np.zeros(3)\nfor i in prange(n):\n    b = h(a)": "which the parallel loop in line 10 calls, cannot|: this line",
    "s = True\nfor i in prange(n):\n    s += i": "'s', a bool",
    "for i in prange(n):\n    g(i)": "this line calls Python",
    "s = (1, 2)\nfor i in prange(n):\n    s += (i,)": "'s', of type",
    "s = 0\nfor i in prange(n):\n    s = min(s, i, key=abs)": "'s' is carried",
}


@pytest.mark.parametrize("text", REFUSED)
def test_refusals(text: str) -> None:
    helpers = "@jit\ndef g(x):\n    print(x)\n@jit\ndef h(a):\n    return a\n"
    with pytest.raises(UnsupportedError, match=REFUSED[text]) as caught:
        made(helpers + body(text))(1, 10)
    assert re.match(r"<parallel>:\d+: in (f|g|h)", str(caught.value))


def test_prange_is_range() -> None:
    assert prange(5) == range(5) and prange(1, 9, 2) == range(1, 9, 2)

    @jit
    def serial(n: int) -> Any:
        s = 0
        for i in prange(n):
            s = 2 * s & 0xFFFF | i & 1
        return s

    assert serial(100) == serial.py_func(100)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert jit(parallel=True)(lambda x: x + 1)(1) == 2


def test_number_of_threads() -> None:
    for wrong in (0, -1, 1.5, "2", 100_000):
        with pytest.raises(ValueError, match="the number of threads"):
            jitney.set_num_threads(wrong)  # type: ignore[arg-type]
    jitney.set_num_threads(3)
    assert jitney.get_num_threads() == 3
    show = "import jitney, os\nprint(jitney.get_num_threads(), len(os.sched_getaffinity(0)))"
    assert run(show, JITNEY_NUM_THREADS="5").split()[0] == "5"
    for odd in ("", "0", "-3", "many"):
        found, processors = run(show, JITNEY_NUM_THREADS=odd).split()
        assert found == processors


RAISING = """
@jit
def inner(a, i):
    return 1000 // a[i]

def f(a, b):
    for i in prange(len(a)):
        b[i] = inner(a, i) + (
            a[i] // 1)
    return b
"""


def test_the_lowest_exception() -> None:
    """Of several iterations that raise, it is the one of the first that is raised, every time."""
    f = made("def f(a, n):\n    for i in prange(n):\n        if a[i]:\n            raise ValueError('at', i)\n        a[i] = 2")
    draw = np.random.default_rng(2)
    for _ in range(300 if FULL else 60):
        a = np.zeros(5000, np.int64)
        bad = draw.integers(0, 5000, draw.integers(1, 9))
        a[bad] = 1
        with pytest.raises(ValueError) as caught:
            f(a, 5000)
        assert caught.value.args == ("at", bad.min())
        assert (a[: bad.min()] == 2).all()


def test_traceback() -> None:
    """It has the line of the body, one frame for the function, and frames for what it calls."""
    f = made(RAISING)
    a, b = np.ones(1000, np.int64), np.zeros(1000)
    a[700] = 0
    plain, jitted = [], []
    for function, lines in ((f.py_func, plain), (f, jitted)):
        with np.errstate(divide="raise"), pytest.raises(ZeroDivisionError if function is None else Exception) as caught:
            function(memoryview(a), b)
        lines += [(frame.name, frame.lineno) for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert jitted == plain


def test_bail_outs() -> None:
    """Nothing written: the interpreter runs the call; else OverflowError says that something was."""
    f = made("def f(n, k):\n    s = 0\n    for i in prange(n):\n        s += i ** k\n    return s")
    assert f(500, 9) == f.py_func(500, 9) and f.stats().bailed == 1
    g = made("def f(a, k):\n    for i in prange(len(a)):\n        a[i] = (i + 1) ** k % 7")
    a = np.zeros(500, np.int64)
    with pytest.raises(OverflowError, match="partly written"):
        g(a, 20)
    g(a, 2)
    assert (a == (np.arange(500) + 1) ** 2 % 7).all()
    fresh = made("def f(n, k):\n    a = np.zeros(n)\n    for i in prange(n):\n        a[i] = (i + 1) ** k % 7\n    return a[n - 1]")
    assert alike(fresh(300, 20), fresh.py_func(300, 20))


def test_calls_of_parallel_functions() -> None:
    """From jitted functions, parallel ones, and recursively: the inner loops are run by the thread that comes to them."""
    source = """
    from jitney import jit, prange
    @jit(parallel=True)
    def inner(n):
        s = 0
        for i in prange(n):
            s += i
        return s
    @jit(parallel=True)
    def outer(n):
        s = 0
        for i in prange(n):
            s += inner(i)
        return s
    @jit
    def plain(n):
        return inner(n) + outer(n)
    @jit(parallel=True)
    def tree(n):
        if n < 2:
            return 1
        s = 0
        for i in prange(n):
            s += tree(n - 1 - i % 2)
        return s
    @jit(parallel=True)
    def failing(n):
        s = 0
        for i in prange(n):
            if n == 3 and i == 2:
                s //= 0
            s += failing(3) if n > 3 else i
        return s
    """
    names = define(source.replace("s //= 0", "s += 1 // (n - 3)"), "<calls>")
    for _ in range(5):
        assert names["inner"](1000) == 499500
        assert names["outer"](600) == sum(n * (n - 1) // 2 for n in range(600))
        assert names["plain"](300) == 44850 + sum(n * (n - 1) // 2 for n in range(300))
        assert names["tree"](6) == _tree(6)
        with pytest.raises(ZeroDivisionError) as caught:
            names["failing"](500)
        assert [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)][1:] == ["failing"] * 2


def _tree(n: int) -> int:
    return 1 if n < 2 else sum(_tree(n - 1 - i % 2) for i in range(n))


def test_deep_recursion_in_threads() -> None:
    """The stack of a worker ends in RecursionError, as any other."""
    source = """
    from jitney import jit, prange
    @jit
    def down(n):
        return down(n + 1) + 1 if n >= 0 else 0
    @jit(parallel=True)
    def f(n):
        s = 0
        for i in prange(n):
            s += down(i) if i % 10 == 9 else 0
        return s
    """
    f = define(source, "<deep>")["f"]
    for _ in range(3):
        with pytest.raises(RecursionError):
            f(1000)


def test_changed_globals() -> None:
    names = define("def f(n):\n    s = 0\n    for i in prange(n):\n        s += K * i\n    return s", "<globals>", K=1, prange=prange)
    f = jit(parallel=True)(names["f"])
    for k in (1, 2, 3, 4, 5, 6, 7, 2.5):
        names["K"] = k
        assert alike(f(1000), k * 499500)
    names["prange"] = range
    assert alike(f(1000), 2.5 * 499500)


def test_many_threads_at_once() -> None:
    """Loops called from several threads of Python, some of which fail."""
    f = made("def f(n, bad):\n    s = 0\n    for i in prange(n):\n        if i == bad:\n            raise ValueError(i)\n        s += i\n    return s")
    wrong = []

    def work(seed: int) -> None:
        for k in range(200):
            n = 300 + (seed * 37 + k * 11) % 700
            try:
                if f(n, -1 if k % 3 else n // 2) != n * (n - 1) // 2 or not k % 3:
                    wrong.append((n, k))
            except ValueError as error:
                if k % 3 or error.args != (n // 2,):
                    wrong.append((n, k, error))
            if k % 50 == 0:
                jitney.set_num_threads(2 + (seed + k) % 6)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_other_threads_run() -> None:
    """The GIL is free while a loop runs, whoever calls it."""
    f = made("def f(a, n):\n    for i in prange(n):\n        while a[0] == 0:\n            pass\n")
    outer = define("@jit\ndef outer(a, n):\n    return f(a, n)", "<outer>", f=f, jit=jit)["outer"]
    for function in (f, outer):
        a = np.ones(1, np.int64)
        function(a, 2)
        a[0] = 0
        timer = threading.Timer(0.02, a.fill, (1,))
        before = sys.getswitchinterval()
        sys.setswitchinterval(10)
        try:
            timer.start()
            function(a, 4)
        finally:
            sys.setswitchinterval(before)
        timer.join()


CHILD = """
import os, signal, sys, threading, time
import numpy as np
import jitney
from jitney import jit, prange
jitney.set_num_threads(4)

@jit(parallel=True)
def total(n):
    s = 0
    for i in prange(n):
        s += i
    return s

@jit(parallel=True)
def endless(a, n):
    for i in prange(n):
        while a[i % 5] == 0:
            pass

@jit(parallel=True)
def waits(a, n):
    for i in prange(n):
        if i > 0:
            while a[0] == 0:
                pass

total(1000); endless(np.ones(5, np.int64), 10); waits(np.ones(5, np.int64), 10)
"""


def test_interrupt() -> None:
    """Ctrl-C within 50 milliseconds, while the caller runs a part, and while it waits for others; then all goes on."""
    code = """
    a = np.zeros(5, np.int64)
    def interrupt():
        global sent
        time.sleep(0.03)
        sent = time.perf_counter()
        os.kill(os.getpid(), signal.SIGINT)
    for f, threads, n in ((endless, 4, 1000), (endless, 1, 1000), (waits, 4, 4), (waits, 2, 2), (waits, 4, 300)):
        jitney.set_num_threads(threads)
        delays = []
        for attempt in range(5):
            thread = threading.Thread(target=interrupt)
            thread.start()
            try:
                f(a, n)
            except KeyboardInterrupt as error:
                delays.append(time.perf_counter() - sent)
                assert error.__traceback__.tb_next.tb_frame.f_code.co_name == f.__name__
            thread.join()
            assert total(1000) == 499500
            if delays[-1] < 0.05:
                break
        assert min(delays) < 0.05, (f, threads, delays)
    print("fine")
    """
    assert run(CHILD + _dedented(code)) == "fine\n"


def test_fork() -> None:
    """Before, after, and in the midst of a loop, from a signal's handler: then the child says so."""
    code = """
    def check(what):
        pid = os.fork()
        if pid == 0:
            os._exit(what())
        assert os.waitpid(pid, 0)[1] == 0
    def loops():
        return 0 if all(total(n) == n * (n - 1) // 2 for n in (0, 5, 1000, 5000)) else 1
    check(loops)
    loops()
    check(lambda: (check(loops), loops())[1])
    stop = threading.Event()
    def others():
        while not stop.is_set():
            loops()
    threads = [threading.Thread(target=others) for _ in range(2)]
    for thread in threads: thread.start()
    for _ in range(20): check(loops)
    stop.set()
    for thread in threads: thread.join()
    a = np.zeros(5, np.int64)
    me = os.getpid()
    def handler(*_):
        os.fork()
        a[:] = 1
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        endless(a, 1000)
    except RuntimeError as error:
        assert os.getpid() != me and "fork" in str(error)
        os._exit(loops())
    assert os.getpid() == me
    assert os.wait()[1] == 0
    print("fine")
    """
    assert run(CHILD + _dedented(code)) == "fine\n"


@pytest.mark.parametrize("end", ["", "os._exit(0)", "sys.exit(0)", "raise SystemExit"])
def test_exit(end: str) -> None:
    """While the pool sleeps, and while a daemon thread is in a loop."""
    code = f"""
a = np.zeros(5, np.int64)
for daemon in (False, True):
    if daemon:
        threading.Thread(target=endless, args=(a, 1000), daemon=True).start()
        time.sleep(0.02)
    assert total(100) == 4950
print("fine", flush=True)
{end}
"""
    assert run(CHILD + code, timeout=20) == "fine\n"


def test_without_known_layouts() -> None:
    code = """
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(total, [1000] * 100)) == {499500}
    try:
        waits(np.ones(1, np.int64), 2**62 - 1) if False else None
        endless(np.ones(1, np.int64), 10)
    except IndexError as error:
        print(error)
    """
    assert "out of bounds" in run(CHILD + _dedented(code), JITNEY_LAYOUT="unknown")


def test_threads_are_refused() -> None:
    """Where the system makes no more threads, the loop runs with those that there are."""
    code = """
    import resource
    import jitney, ctypes
    from jitney import jit, prange
    from jitney.machine import link
    jitney.set_num_threads(3)
    @jit(parallel=True)
    def total(n):
        s = 0
        for i in prange(n):
            s += i
        return s
    total(1)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(open("/proc/self/statm").read().split()[0]) * 4096
    resource.setrlimit(resource.RLIMIT_AS, (used + (4 << 20), hard))  # no room for a stack
    print(total(1000), total(2000))
    """
    assert run(code).split() == ["499500", "1999000"]


def test_many_small_calls() -> None:
    """Nothing grows: not memory, not threads, not references."""
    code = """
    @jit(parallel=True)
    def fails(a, n):
        s = 0
        for i in prange(n):
            s += a[i]
        return s
    def resident():
        return int(open("/proc/self/statm").read().split()[1]) * 4
    def calls(count):
        a = np.arange(300)
        for k in range(count):
            total(2 + k % 600)
            fails(a, 300)
            if k % 20 == 0:
                try:
                    fails(a, 301)
                except IndexError:
                    pass
        return sys.getrefcount(a)
    first = calls(2000)
    before, threads = resident(), len(os.listdir("/proc/self/task"))
    for _ in range(ROUNDS):
        assert calls(5000) == first
    assert resident() - before < 600, resident() - before
    assert len(os.listdir("/proc/self/task")) == threads
    print("fine")
    """.replace("ROUNDS", "4" if FULL else "1")
    assert run(CHILD + _dedented(code)) == "fine\n"


def test_compiled_code_is_freed() -> None:
    import gc
    import weakref

    gone = []
    for _ in range(20):
        f = made("def f(n):\n    s = 0\n    for i in prange(n):\n        s += i\n    return s")
        assert f(500) == 124750
        gone.append(weakref.ref(f))
    del f
    gc.collect()
    assert sum(ref() is not None for ref in gone) == 0


def _dedented(code: str) -> str:
    import textwrap

    return textwrap.dedent(code)
