"""Statements: assignment, branches, loops, exceptions, unbound names, tuples, calls, globals and closures."""

from __future__ import annotations

import pytest
from jit.support import Case, cases, each, name_of, pairs

N = each("0 1 2 3 7 10 -1")

ASSIGNMENTS: list[Case] = [
    *cases(
        pairs("0 1 -7 2.5", "3 -0.0 True"),
        "a = b = x\nreturn a, b, y",
        "a, b = y, x\nreturn a, b",
        "x, y = y, x\nx, y = y + 1, x\nreturn x, y",
        "(a, b), c = (x, y), 3\nreturn c, b, a",
        "a: int = x\nb: float\nb = y\nreturn a, b",
        "x += y\nx -= 1\nx *= 2\nreturn x",
        "x /= y or 1\nx //= 2\nx %= 7\nreturn x",
        "x **= 2\ny -= x\nreturn x, y",
        "return (a := x + 1) * a + y, a",
        "if (a := x) > 0 and (b := y):\n    return a, b\nreturn a",
        "a = x,\nb, = a\nreturn a, b",
        "del x\nx = y\nreturn x",
        "a = (x, y)\nb = a\na = (y, x)\nreturn a == b, a, b, a < b if x == x else None",
        "t = x, (y, 1.5)\n(p, (q, r)) = t\nreturn t[1][0], t[-1][-1], p, q, r",
        "x = y = 1\nx += y\nreturn x, y",
        "for i in range(3):\n    x, y = y, x + i\nreturn x, y",
    ),
    *cases(pairs("5 -5 0 2**40", "3 1 60"), "x <<= y & 7\nx >>= 2\nreturn x", "x &= y\nx |= 8\nx ^= 3\nreturn x"),
    *cases(
        ["1, 2", "2.5, True"], "pass\n'a string'\n1\nreturn x", "global_like = x\nreturn global_like", "x\ny\nreturn y"
    ),
]

BRANCHES: list[Case] = [
    *cases(
        pairs("0 1 -3 10", "0 2 -1"),
        "abs(x) if x > y else None\nx and abs(y)\nreturn y",
        "if x > y:\n    return 1\nelif x == y:\n    return 2\nreturn 3",
        "if x:\n    r = 1\nelse:\n    r = 2.5\nreturn r",
        "if x:\n    r = 1\nelse:\n    r = 2.5\nreturn r + 1, r * 2",
        "r = 0\nif x and y or x > 5:\n    r += 1\nif not (x or y):\n    r += 2\nreturn r",
        "if x:\n    a = 1\nif y:\n    return a\nreturn 0",
        "if x > 0:\n    a = x\nelif y > 0:\n    a = 1.5\nreturn a",
        "if x:\n    if y:\n        return 1\n    else:\n        r = 2\nelse:\n    r = 3\nreturn r",
        "if x > 0:\n    return x\nif y > 0:\n    return float(y)\nif x < 0:\n    return None",
        "return x if x > y else y if y else None",
        "return 0 < x < 5 != y, x < y == y, 1 if 0 <= x <= y <= 10 else 2.0",
        "assert x, 'x is needed'\nassert y\nreturn x",
        "assert x > y, (x, y)\nreturn 1",
        "assert x != 10, x\nreturn y",
        "match_ = x == 1\nreturn match_ is True, match_ and y",
        "a = None\nif x:\n    a = y\nif a is None:\n    return -1\nreturn a * 2",
        "a = None if x else (x, y)\nreturn a",
        "if x == 1:\n    pass\nelse:\n    x = 2\nreturn x",
    ),
]

LOOPS: list[Case] = [
    *cases(
        N,
        "s = 0\nfor i in range(x):\n    s += i\nreturn s",
        "s = 0.0\nfor i in range(x):\n    s += i\nreturn s",
        "s = 0\nfor i in range(x):\n    s += 0.5\nreturn s",
        "s = None\nfor i in range(x):\n    s = i\nreturn s",
        "s = 0\nfor i in range(x):\n    s = (s, i)[0] + 1\nreturn s",
        "for i in range(x):\n    pass\nreturn i",
        "for i in range(x):\n    i += 10\nreturn i",
        "i = -1\nfor i in range(x):\n    i *= 2\nreturn i",
        "s = 0\nfor i in range(x):\n    i = i * 2\n    s += i\nreturn s, i",
        "s = 0\nfor i in range(x, 0, -1):\n    s = s * 3 + i\nreturn s",
        "s = 0\nfor i in range(-x, x, 2):\n    s += i * i\nreturn s",
        "n = x\nfor i in range(n):\n    n = 0\nelse:\n    n += 5\nreturn n",
        "for i in range(x):\n    if i == 2:\n        break\nelse:\n    return None\nreturn i",
        "s = 0\nfor i in range(x):\n    if i % 2:\n        continue\n    if i > 5:\n        break\n    s += i\n"
        "return s",
        "s = 0\nwhile x > 0:\n    s += x\n    x -= 1\nreturn s, x",
        "while x > 3:\n    x -= 2\nelse:\n    x += 100\nreturn x",
        "while True:\n    x += 1\n    if x > 12:\n        break\n    if x == 4:\n        return -1\nreturn x",
        "x = abs(x)\nwhile x:\n    x -= 1\n    if x == 5:\n        break\nelse:\n    return 0\nreturn x",
        "c = 0\nfor i in range(x):\n    for j in range(i):\n        if j == 3:\n            break\n        c += 1\n"
        "    else:\n        c += 10\nreturn c",
        "c = 0\nfor i in range(x):\n    for j in range(x):\n        if i == j:\n            continue\n"
        "        if i + j > 9:\n            return c, i, j\n        c += 1\nreturn c",
        "a, b = 0, 1\nfor _ in range(x):\n    a, b = b, a + b\nreturn a",
        "a, b = 0, 1\nfor _ in range(x * 20):\n    a, b = b, a + b\nreturn a",
        "p = 1\nfor i in range(1, x + 1):\n    p *= i\nreturn p",
        "p = 1\nfor i in range(1, 3 * x + 1):\n    p *= i\nreturn p",
        "s = 0\nfor i, j in enumerate(range(x)):\n    s += i * j\nreturn s",
        "s = 0\nfor i, j in enumerate(range(x, 2 * x), 5):\n    s += i * j\nreturn s, i, j",
        "s = 0\nfor i, j in zip(range(x), range(5)):\n    s += i * 10 + j\nreturn s",
        "s = 0\nfor i, j, k in zip(range(x), range(1, 9), (1, 2.5, 3)):\n    s += i * j + k\nreturn s",
        "s = 0\nfor i, (j, k) in enumerate(zip(range(x), range(9, 0, -1))):\n    s += i * j - k\nreturn s",
        "s = 0\nfor i in reversed(range(x)):\n    s = s * 2 + i\nreturn s",
        "s = 0\nfor i in reversed(range(1, x, 2)):\n    s = s * 2 + i\nreturn s",
        "s = 0\nfor i in (x, 2, 3):\n    s = s * 5 + i\nreturn s",
        "s = 0\nfor i in (x, 2.5, True):\n    s = s * 5 + i\nreturn s",
        "s = 0\nfor i, j in ((1, x), (x, 2)):\n    s = s * 5 + i - j\nreturn s, i, j",
        "s = 0\nfor t in ((1, 2), (x, 4)):\n    s += t[0] * t[1]\nreturn s, t",
        "for i in ():\n    x = 5\nelse:\n    x += 1\nreturn x",
        "r = range(x)\ns = 0\nfor i in r:\n    s += i\nfor i in r:\n    s += i\nreturn s, len(r)",
        "n = 0\nfor i in range(10):\n    x -= 1\n    if x < 0:\n        n = i\n        break\nreturn n",
        "s = 0\nfor i in range(3):\n    t = i\n    for j in range(x):\n        t += j\n    s += t\nreturn s",
        "i = 0\nwhile i < x:\n    i += 1\n    if i == 3:\n        continue\n    if i == 6:\n        break\nelse:\n"
        "    return -i\nreturn i",
        "last = 0\nfor i in range(x):\n    for last in range(i):\n        pass\nreturn last",
        "s = 1\nfor i in range(x):\n    if i == 1:\n        s = 1.5\n    elif i == 3:\n        s = True\nreturn s",
        "for i in range(x):\n    for j in range(i):\n        if j == 1:\n            return i, j\n    else:\n"
        "        k = i\nreturn k",
        "t = (0, 1)\nfor i in range(x):\n    t = (t[1], t[0] + t[1])\nreturn t",
        "best = None\nfor i in range(x):\n    if best is None or i * 7 % 5 > best:\n        best = i * 7 % 5\n"
        "return best",
        "s = 0\nfor i in range(2**62, 2**62 + x):\n    s ^= i\nreturn s",
        "s = 0\nfor i in range(2**63 - 3, 2**63 - 3 + abs(x)):\n    s = i\nreturn s",
        "s = 0\nfor i in range(0, 2**63 - 1, 2**61):\n    s += x\nreturn s, i",
        "return sum(range(x)), max(range(x + 2)) if x >= -1 else 0",
        "return 3 in range(x), x in range(5)",
        "s = 0\nfor i in range(True, x):\n    s += i\nreturn s",
    ),
    *cases([f"{a}, {b}, {c}" for a in (0, 5, -3) for b in (0, 6, -7) for c in (1, 2, -1, -3, 0)],
           "s = 0\nfor i in range(x, y, z):\n    s = s * 7 + i\nreturn s", "return len(range(x, y, z))",
           "s = 0\nfor i in reversed(range(x, y, z)):\n    s = s * 7 + i\nreturn s",
           "r = range(x, y, z)\nreturn r.start, r.stop, r.step", "for i in range(x, y, z):\n    pass\nreturn i"),
    *cases(["2.5", "None", "0.0"], "for i in range(x):\n    pass\nreturn 1", "return range(x)[0]"),
]  # fmt: skip

EXCEPTIONS: list[Case] = [
    *cases(
        each("0 1 2 -1 5"),
        "if x == 0:\n    raise ValueError\nif x == 1:\n    raise ValueError('one')\nreturn x",
        "if x > 1:\n    raise IndexError(x, 'too many')\nreturn x",
        "if x:\n    raise RuntimeError(x, 2.5, True, None)\nreturn x",
        "if x:\n    raise KeyError('a key')\nreturn x",
        "raise OverflowError(x * 2)",
        "raise StopIteration",
        "raise ArithmeticError()",
        "raise NotImplementedError('later')",
        "for i in range(5):\n    if i == x:\n        raise StopIteration(i)\nreturn i",
        "return 1 // x",
        "return 1 / x, 1 % x",
        "return (1, 2)[x]",
        "return (1, 2.5, 3)[x]",
        "return 1.0 / x",
        "return divmod(1.5, x)",
        "return 0 ** x",
        "return 0.0 ** x",
        "return 1 << x",
        "s = 0\nfor i in range(-2, 3):\n    s += 10 // (i - x)\nreturn s",
        "return math.sqrt(x - 2)",
        "return math.log(x)",
        "return int(math.inf if x else math.nan)",
        "return round(math.inf if x else math.nan)",
        "return x + None if x else 1",
        "a = 1\nif x:\n    del a\nreturn a",
        "if x:\n    a = 1\nreturn a",
        "if x:\n    a = 1\na += 1\nreturn a",
        "a = 1\ndel a\nreturn x",
        "if x == 1:\n    del x\nreturn x",
        "while x:\n    b = x\n    break\nreturn b",
        "for i in range(x):\n    c = i\nreturn c",
        "a, b = (x, 2)\nreturn a, b",
        "return undefined_name if x else 3",
        "assert x == 2, 'no'\nreturn x",
        "raise ValueError('a', 'b') if x else TypeError('c')",
        "e = 3\nif x:\n    raise ValueError(e)\nreturn e",
    ),
    *cases(
        each("0 1 3 7"),
        """
        def helper(n):
            if n == 3:
                raise ValueError('three')
            return 10 // n

        def f(x):
            return helper(x) + 1
        """,
        """
        def inner(n):
            if n == 7:
                raise KeyError(n)
            return n

        def outer(n):
            total = 0
            for i in range(8):
                total += inner(i if i != 5 else n)
            return total

        def f(x):
            return outer(x)
        """,
    ),
]

FUNCTIONS: list[Case] = [
    *cases(
        each("0 1 5 -3 2.5 True"),
        "def g(a):\n    return a + 1\n\ndef f(x):\n    return g(x) * g(x)",
        "def g(a, b):\n    return b, a\n\ndef f(x):\n    p, q = g(x, 2)\n    return g(p, q), p",
        "def g(a):\n    if a > 1:\n        return 1\n    return 2.5\n\ndef f(x):\n    return g(x) + 1, g(x)",
        "def g(a):\n    if a > 1:\n        return None\n    return a\n\ndef f(x):\n    r = g(x)\n"
        "    return r is None, r",
        "def g(a, b=10, c=2.5):\n    return a + b * c\n\ndef f(x):\n    return g(x), g(x, 1), g(x, c=3), g(b=x, a=1)",
        "def g(a, b=None):\n    if b is None:\n        b = a\n    return a * b\n\ndef f(x):\n"
        "    return g(x), g(x, 3), g(x, None)",
        "def g(a):\n    pass\n\ndef f(x):\n    return g(x)",
        "def g(a):\n    return a, (a, 1)\n\ndef f(x):\n    a, (b, c) = g(x)\n    return g(c)[1][0], b",
        "K = 7\nL = 2.5\n\ndef f(x):\n    return x * K + L",
        "T = (1, 2.5, (3, 4))\n\ndef f(x):\n    a, b, (c, d) = T\n    return x + a + b + c + d, T[2][1], T",
        "def g(n):\n    return 1 if n < 2 else n * g(n - 1)\n\ndef f(x):\n    return g(int(x)), g(15)",
        "def g(n):\n    return 1 if n < 2 else n * g(n - 1)\n\ndef f(x):\n    return g(25 + int(x))",
        "def g(n):\n    return n == 0 or h(n - 1)\n\ndef h(n):\n    return n != 0 and g(n - 1)\n\ndef f(x):\n"
        "    return g(abs(int(x))), h(7)",
        "def g(n, acc=0):\n    if n <= 0:\n        return acc\n    return g(n - 1, acc + n * 0.5)\n\ndef f(x):\n"
        "    return g(int(x)), g(0)",
        "def g(a, b):\n    if b == 0:\n        return a\n    return g(b, a % b)\n\ndef f(x):\n"
        "    return g(1071, 462), g(int(x) + 10, 4)",
        "def g(a):\n    return a\n\ndef f(x):\n    return g(x), g(1), g(2.5), g(None), g((1, x)), g(True)",
        "def g(a, b):\n    return a if a > b else b\n\ndef f(x):\n    return g(x, 1), g(1.5, x), g(x, x)",
        "import math as m\n\ndef f(x):\n    return m.floor(x), m.pi",
        "from math import sqrt, floor as down\n\ndef f(x):\n    return down(x), sqrt(abs(x))",
        "def outer(k):\n    @jit\n    def inner(x):\n        return x * k + 1\n    return inner\n\ng = outer(3)\n"
        "h = outer(2.5)\n\n@jit\ndef f(x):\n    return g(x), h(x)",
        "def g(a, /, b, *, c=1):\n    return a - b * c\n\ndef f(x):\n    return g(x, 2), g(x, b=3, c=4)",
        "def g(a):\n    a += 1\n    return a\n\ndef f(x):\n    y = x\n    return g(x), x, y",
        "def f(x):\n    int_ = int\n    return int_(x)",
        "def f(x):\n    'a docstring'\n    return x",
        "def f(x, y=3, *, z=2.5):\n    return x, y, z",
    ),
    *cases(
        each("60 64 66 70 100"), "def g(n):\n    return 1 if n == 0 else 2 * g(n - 1)\n\ndef f(x):\n    return g(x)"
    ),
    *cases(
        pairs("1 2.5 None", "(1,2) 3"),
        "return x is None, y",
        "if x is None:\n    return y\nreturn x, y",
        "return (x, y) == (x, y), (x,) != (y,)",
        "return x == y, x != y",
    ),
]

TUPLES: list[Case] = [
    *cases(
        ["(1, 2), (1, 3)", "(1, 2), (1, 2)", "(2, 0), (1, 9)", "(1.5, 2), (1.5, 1)", "(0.0, -0.0), (-0.0, 0)",
        "(1, 2), (1, 2.0)",
         "(math.nan, 1), (math.nan, 1)", "(True, 2), (1, 2)", "(2**62, 1), (2.0**62, 0)"],
        "x < y", "x <= y", "x == y", "x != y", "x > y", "x >= y", "x + y", "len(x + y)", "x[0], y[-1]", "x[1] in y",
        "3 in x", "3 not in y",
        "min(x, y)", "max(x, y)", "x[0:1]", "x[::-1]", "x[1:]", "x[-1:]", "x * 2", "sum(x)", "min(x), max(y)",
        "x and y", "not x", "bool(x)",
        "(x, y)", "((x,), (y, x))", "x if x < y else y", "x is y",
        "for a in x:\n    if a in y:\n        return a\nreturn None",
        "(a, b), (c, d) = x, y\nreturn a * c + b * d", "s = 0\nfor a, b in zip(x, y):\n    s += a * b\nreturn s",
        "s = 0\nfor i in range(2):\n    s += x[i] - y[i]\nreturn s", "i = 1\nreturn x[i], y[i - 2]",
        "return len(x), len((x, y)), len(())",
        "for a in reversed(x):\n    return a", "for i, a in enumerate(x, 3):\n    s = i + a\nreturn s",
    ),
    *cases(["()", "(1,)", "(1, 2.5, None)", "((1, 2), (3, (4, 5)))", "(True, (False,))"],
           "x", "x == ()", "len(x)", "bool(x)", "(x,)", "x + (1,)", "x == x", "1 if x else 2", "x is None"),
    *cases(pairs("(1,2,3) (4.5,5,6)", "0 1 2 -1 -3 3 -4"), "x[y]", "(1, 2, 3)[y]", "t = (y, y + 1)\nreturn t[y]"),
    *cases(["3", "2.5", "-0.0"], "a, b = x, x + 1\na, b = b, a\nreturn (a, b), (b, a) == (a, b)", "return (x,) * 3",
           "return x, x, (x, (x,))"),
]  # fmt: skip


PATHS = [
    *cases(
        pairs("True False", "0 2 9"),
        "a, b = (1, 3) if x else (1.5, -2)\nreturn a, b",
        """
        if x:
            a = 1; b = 3
        else:
            a = 1.5; b = -2
        s = a * 2.0
        for i in range(b, y):
            s += 1 if i >= 3 else 100 if i < 0 else 10
        return s
        """,
        """
        if x:
            a = 1; b = 3
        else:
            a = 1.5; b = 7
        s = a * 2.0
        for i in range(b, -y, -1):
            s += 1 if i > 3 else 100
        return s
        """,
        """
        if x:
            a = 1; b = 3
        else:
            a = 1.5; b = 7
        s = a * 2.0
        for i, j in enumerate(range(y), b):
            s += 1 if i > 6 else 100
        return s
        """,
        """
        a = 0.5; s = 0
        for i in range(y):
            if i == 0:
                a = 3
            elif i == 1:
                a = 4
            elif x:
                a = a + 1
            if a > 4:
                s += 1
        return s, a
        """,
    ),
]
"""What is known of a number on one way isn't so on the others, which have other types."""


@pytest.mark.parametrize(
    "case", [*ASSIGNMENTS, *BRANCHES, *LOOPS, *EXCEPTIONS, *FUNCTIONS, *TUPLES, *PATHS], ids=name_of
)
def test_statements(case: Case) -> None:
    case.check()
