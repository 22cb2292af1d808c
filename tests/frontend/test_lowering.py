"""Programs that the tables of tests/jit don't have: types that part ways, messages, odd control flow, references."""

from __future__ import annotations

import gc
import sys
from typing import Any

import pytest
from jit.support import Case, build, cases, name_of

from jitney import UnsupportedError, jit

np = pytest.importorskip("numpy")

N = ["0", "1", "2", "3", "7", "-1"]

CONTROL: list[Case] = cases(
    N,
    """
    s = 0
    for i in range(x):
        while True:
            s += 1
            if s % 3:
                break
            if s > 20:
                return s
        else:
            s = 5
        if i == 4:
            continue
        for j in range(i):
            if j == 2:
                break
            s += j
        else:
            s *= 2
    else:
        s += 1000
    return s
    """,
    "a, b, c = 1, 2.5, True\nfor i in range(x):\n    a, b, c = b, c, a\nreturn a, b, c",
    "t = (1, (2, 3.5))\nfor i in range(x):\n    t = (t[1][0], (t[0], t[1][1]))\nreturn t",
    "t = None\nfor i in range(x):\n    t = (t, i) if i < 2 else i\nreturn t",
    """
    s = 0
    for i in range(x):
        if (y := i * 2) > 5 and (z := y - 1) % 2:
            s += z
        else:
            s -= y
    return s
    """,
    "for i in range(3):\n    if i == x:\n        del i\n    else:\n        j = i\nreturn j",
    "for i in range(3):\n    if i == x:\n        j = 1\n    if i == 2:\n        return j\nreturn 0",
    """
    i = 0
    while i < 10:
        i += 1
        for j in range(i):
            if j == x:
                break
        else:
            continue
        break
    else:
        i = -5
    return i
    """,
    "a = 1\nfor _ in range(x):\n    a = a + 0.5 if a < 2 else int(a)\nreturn a",
    "s = 0\nfor i, (a, b) in enumerate(((1, 2.5), (x, 3))):\n    s += a * b + i\nreturn s",
)

SPLITS: list[Case] = cases(
    N,
    "return (1, 2.5, True, None)[x % 4]",
    "t = (1, 2.5, 3)\ns = 0\nfor i in range(3):\n    s += t[i]\nreturn s",
    "t = (1, 2.5, (3, 4))\nu = t[x - 1]\nreturn u",
    "return max(x, 2.5, True)",
    "return min((x, 0.0, 1))",
    "return max((x, 1.5), (1, 2))",
    "return (x, 1.5) < (2, 1), (x, True) >= (x, 1.0), ((x,), 2) < ((x,), 2.5)",
    "return operator.getitem((1, 2.5), x), operator.contains((1, 2), x)",
    "a = np.arange(9)\nreturn (a[x], 1) < (a[2], 1)",
    "a = np.arange(9)\nn = 0\nwhile (a[n], 1) < (a[3], 0) < (a[8], 2):\n    n += 1\nreturn n",
    "def g(n):\n    return 1 if n > 2 else 2.5\n\ndef f(x):\n    return g(g(g(x))) + g(x) * g(x + 1) - (g(x), g(x))[0]",
    """
    def g(n):
        return 1 if n > 2 else 2.5

    def f(x):
        b = np.zeros(5)
        b[g(5)] = g(1)
        b[int(g(x))] += g(0)
        return b
    """,
)

MESSAGES: list[Case] = cases(
    N,
    "raise ValueError(f'bad {x} {x + 0.5:.3f} {x!r:>5}')",
    "raise ValueError('bad %d and %s, %5.2f%%' % (x, x, x * 1.5))",
    "raise ValueError('bad ' + str(x) + repr(2.5))",
    "raise ValueError('{} of {:>4}'.format(x, 2.5))",
    "raise KeyError(x) from None",
    "e = ValueError(x, 2.5)\nif x:\n    raise e\nreturn 1",
    "m = f'x is {x}'\nassert x > 1, m\nreturn x",
    "assert x > 2, f'{(x, None)}'\nreturn f'{1}' == '1'",
    "raise (ValueError('a', 'b') if x else TypeError('c'))",
)

CONTAINERS: list[Case] = [
    *cases(
        N,
        "return sum((x, 1.5, 2)), sum((0.1, 0.2, 0.3, 1e100, -1e100)), sum((True, x), 0.5), sum((0.1, 0.7, x), 0.2)",
        "return len(range(x)[1:]), range(10)[x], sum(range(0, 20, 3)[:: x or 2])",
        "return x in range(0, 20, 3), x in range(20, 0, -3), x in (1, 2.5, 7), x not in range(3)",
        "return range(x) == range(0, x, 1), range(x) == range(3), range(x) is None",
        "p = Point(x, 2)\nreturn p.x + p.y, p == (x, 2), p[0], len(p), p < (1, 1)",
        "a = np.zeros(3)\nfor i in range(4):\n    a = np.ones(i)\n    b = a\nreturn b, a",
    ),
    *cases(
        [
            "array('d', [0.1, 0.2, 0.3, 1e100, -1e100])",
            "array('f', [0.1, 0.25])",
            "memoryview(array('d', [0.1] * 10))",
            "array('d')",
            "array('d', [-0.0])",
            "array('d', [math.inf, 1e308, -1.0])",
        ],
        *("sum(x)", "sum(x, 1)", "sum(x, 0.5)", "sum(x, True)", "max(x, default=3)"),
        *("x == x[:]", "0.1 in x", "(x, 1) == (x, 1)"),
    ),
    *cases(
        ["np.arange(6.0)", "np.arange(6)", "np.arange(12)[::2]", "np.arange(6, dtype='uint8')", "np.arange(6)[::-1]"],
        "y = x[1:][::-1][::2]\ny[0] = 9\nreturn y, x, y.strides",
        "y = x[::-1]\nfor i in range(len(x)):\n    y[i] = x[i] + 1\nreturn y",
        "a = x\nfor i in range(3):\n    a = a[1:]\nreturn a",
        "t = (x, x[1:], 2)\na, b, c = t\nb[0] = c\nreturn t",
        "x[1:3] = x[3:5]\nreturn x",
        "x[...] = 3\nreturn x",
        "i = 0\ni, x[i] = 1, 5\nreturn x, i",
        "return x[None, :].shape, x[..., None].shape",
        "return max(x), min(x), sum(x), 3 in x, 99 in x",
        "return sum(x, 1), sum(x, 0.5), max(x[:0], default=4)",
        "return min(x[:0])",
        "def g(a, n):\n    if n == 0:\n        return a\n    return g(a[1:], n - 1)\n\ndef f(x):\n    return g(x, 3)",
        "def g(a):\n    if a[0] > 100:\n        return a\n    return a[1:]\n\ndef f(x):\n    return g(x), g(g(x))",
    ),
]


@pytest.mark.parametrize("case", [*CONTROL, *SPLITS, *MESSAGES, *CONTAINERS], ids=name_of)
def test_programs(case: Case) -> None:
    case.check()


REFUSED = {
    "a, *b = x\nreturn a": "a starred target",
    "return f'{x}'": "returning a new str",
    "return [1]": "a list",
    "try:\n    return 1\nexcept ValueError:\n    return 2": "try",
    "raise ValueError(x) from KeyError(x)": "raise ... from",
    "return x.count(1)": "the method 'count'",
    "return f'{np.zeros(3)}'": "a string made of",
}


@pytest.mark.parametrize("body", REFUSED)
def test_refusals(body: str) -> None:
    function = build(_function(body), jit)
    with pytest.raises(UnsupportedError) as caught:
        function((1, 2))
    lines = str(caught.value).splitlines()
    assert REFUSED[body] in lines[0] and set(lines[3].strip()) == {"^"}


OWNERS = (
    "return x",
    "y = x[1:]\nz = y[1:]\nreturn z, y, x",
    "a = np.zeros(3)\nfor i in range(5):\n    a = np.ones(4)\nreturn a",
    "a = x if x[0] else x[1:]\nreturn a",
    "for i in range(3):\n    a = np.zeros(3)\n    if i == 1:\n        raise ValueError('x')\nreturn 1",
    "t = (np.zeros(3), x)\nfor i in range(4):\n    t = (t[1], t[0])\nreturn t[0]",
    "s = 0.0\nfor a in np.ones((3, 3)):\n    for v in a:\n        s += v\n    if s > 4:\n        break\nreturn s, a",
    "s = 0\nfor i in range(3):\n    t = (np.zeros(3), 2.5, x)[i]\n    s += 1\nreturn t",
    "b = (a := np.zeros(3))[1:]\nreturn a, b, x.T",
    "x = x[1:]\nx = x[1:]\nreturn 1 // (len(x) - 4)",
    """
    def g(n):
        if n > 2:
            return np.zeros(n), 1
        return np.ones((2, 2)), 2.5

    def f(x):
        a, b = g(int(x[1]))
        c, d = g(5)
        return a, c, b + d
    """,
)


@pytest.mark.parametrize("body", OWNERS)
def test_references_are_given_back(body: str) -> None:
    import tracemalloc

    function, array = build(_function(body), jit), np.arange(6.0)
    _repeat(function, array, 50)
    before = sys.getrefcount(array)
    tracemalloc.start()
    try:
        _repeat(function, array, 1000)
        start = tracemalloc.get_traced_memory()[0]
        _repeat(function, array, 1000)
        grown = tracemalloc.get_traced_memory()[0] - start
    finally:
        tracemalloc.stop()
    assert sys.getrefcount(array) == before
    assert grown < 20_000  # an array a call would be 100,000 at least


def _repeat(function: Any, argument: Any, times: int) -> None:
    for _ in range(times):
        try:
            function(argument)
        except (ValueError, ZeroDivisionError):
            pass
    gc.collect()


def _function(body: str) -> str:
    return cases(["1"], body)[0].source


def test_tuples_too_long_for_the_context_are_refused() -> None:
    """What leaves a function goes through the words of the context, of which there are 128."""

    @jit
    def same(t: Any) -> Any:
        return t

    @jit
    def item(t: Any, k: Any) -> Any:
        return t[k]

    for count in (100, 127, 128, 200, 1000):
        t = tuple(range(count))
        for function, arguments in ((same, (t,)), (item, (t, 5)), (item, (t, count))):
            try:
                expected = function.py_func(*arguments)
            except IndexError:
                expected = IndexError
            try:
                assert function(*arguments) == expected
            except UnsupportedError:
                assert count > 125
            except IndexError:
                assert expected is IndexError
