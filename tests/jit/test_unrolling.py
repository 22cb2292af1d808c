"""Loops over few numbers, which are written once for each: what they leave behind, where they are left, what they
raise, and where there are too many versions for it."""

from __future__ import annotations

from typing import Any

import pytest
from jit.support import Case, build, cases, each, name_of, outcome, pairs, same

from jitney import jit

np = pytest.importorskip("numpy")

EDGES = "0 1 3 -1 2**63-2 2**63-3 2**63-1 -2**63 -2**63+1 2**62"
CASES: list[Case] = [
    *cases(
        pairs(EDGES, "0 1 2 3 7"),
        "s = 0\nfor k in range(y):\n    for i in range(x, x + 3):\n        s = s * 3 ^ i\nreturn s",
        "s = 0\nfor k in range(y):\n    for i in range(x + 1, x - 2, -1):\n        s ^= i + k\n    else:\n"
        "        s += 1\nreturn s",
        "s = 0\nfor k in range(y):\n    for i in range(x - 1, x + 2):\n        for j in range(i, i + 2):\n"
        "            s = (s * 31 + i ^ j) & 0xFFFFFF\nreturn s",
        "for k in range(y):\n    for i in range(3):\n        if i + k == 3:\n            break\n    else:\n"
        "        i = 9\nreturn i, k",
        "s = 0\nfor k in range(y):\n    for i in range(4):\n        if (i ^ k) & 1:\n            continue\n"
        "        s += x ^ i\n        i = 8\nreturn s, i",
        "s = 0\nfor k in range(y):\n    for i in range(5, 2):\n        s += i\n    for i in range(7, 8):\n"
        "        s += i\nreturn s",
        "s = x\nfor k in range(y):\n    for i in range(3):\n        s = s + 0.5 if i == k else s\nreturn s",
        "m = None\nfor k in range(y):\n    for i in range(-1, 2):\n        if m is None or (x + i) % 5 > m:\n"
        "            m = (x + i) % 5\nreturn m",
        "t = 1\nfor k in range(y):\n    for i in range(2):\n        n = i\n        while n < 5:\n"
        "            n += 1 + i\n            t = t * 3 + n & 0xFFFF\nreturn t",
        "r = 0\nfor k in range(y):\n    for i in range(8):\n        r = r << 8 | (x >> 8 * i & 255)\n"
        "    if k == 1:\n        return r\nreturn -r",
        "r = 0\nfor i in range(8):\n    r |= (x & 255) << 8 * i\nreturn r",
    ),
    *cases(
        each("0 1 62 63 64 -1"),
        "m = 0\nfor i in range(3):\n    m |= 1 << (x + i & 63)\n"
        "return m, m & 1 << (x & 63), m ^ 1 << (x & 63), ~m if m < 2**63 else 0",
        "return 1 << (x & 63), (1 << (x & 63)) - 1, 255 << (x & 63 if x < 57 else 56), -(1 << (x & 63)), 3 << (x & 63)",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_short_loops(case: Case) -> None:
    case.check()


WINDOW = """
def f(image, out):
    rows, columns = image.shape
    for y in range(rows):
        for x in range(columns):
            s = {start}
            for j in range(y - 1, y + 2):
                for i in range(-1, 2):
                    {body}
            out[y, x] = s
"""
BODIES = (
    "s += int(image[j, x + i])",
    "if image[j, x + i] > s: s = image[j, x + i]",
    "s = max(s, image[j % rows, (x + i) % columns])",
    "if 0 <= j < rows and 0 <= x + i < columns: s += int(image[j, x + i])",
)


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("dtype", ["uint8", "float64"])
def test_windows(body: str, dtype: str) -> None:
    """Round the corners and beyond, with what is written apart from what is read, the same, or a little further."""
    source = WINDOW.format(start="0", body=body)
    function, jitted = build(source, lambda function: function), build(source, jit)
    numbers = np.arange(40 * 90).reshape(40, 90) % 27

    def arrays(shift: int) -> tuple[Any, ...]:
        whole = numbers.astype(dtype)
        if shift < 0:
            return whole[:20, :70].copy(), np.zeros((20, 69 if shift == -1 else 70), dtype)
        flat = whole.reshape(-1)
        return flat[: 20 * 70].reshape(20, 70), flat[shift : shift + 20 * 70].reshape(20, 70)

    for shift in (-2, -1, 0, 1, 5, 69, 70, 71, 140):
        for _ in range(2):
            same(function, *arrays(shift), jitted=jitted)


def test_too_many_versions_leave_the_loop_as_it_is() -> None:
    source = "def f(a, n):\n    s = t = 0\n    for k in range(n):\n        for i in range(12):\n"
    source += "".join(f"            if a[i] > {m}:\n                {v} = a[i] + {v}\n" for m, v in enumerate("st"))
    source += "    return s, t\n"
    jitted = jit(build(source, lambda function: function))
    same(jitted.py_func, np.arange(12), 3, jitted=jitted)
    assert "unrolled" not in jitted.explain_loops()


def test_the_report_tells() -> None:
    jitted = jit(build(WINDOW.format(start="0", body=BODIES[0]), lambda function: function))
    for _ in range(2):
        outcome(jitted, (np.ones((5, 5), np.uint8), np.zeros((5, 5), np.uint8)))
    assert jitted.explain_loops().count("unrolled: written once for each of its 3 rounds") == 2


def test_an_item_that_is_added_to_takes_no_reference() -> None:
    source = "def f(n):\n    a = np.zeros(9, np.int64)\n    for i in range(n):\n        a[i % 9] += i\n"
    source += "        if a[2] > 20:\n            a[1] -= 1\n    return a\n"
    jitted = jit(build(source, lambda function: function))
    same(jitted.py_func, 50, jitted=jitted)
    assert "retain" not in jitted.inspect_ir("references")
