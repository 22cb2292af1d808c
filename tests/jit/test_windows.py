"""Loops over images: windows that slide, tables that are looked up, numbers that pixels are multiplied by."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy")

from jit.support import Case, build, eval_arguments, outcome

from jitney import jit
from jitney.x86.cpu import chosen
from jitney.x86.vectors import AVX512, level_of

RANDOM = "np.random.default_rng(5)"

BLUR = """
@jit
def f(a, b, r, first, end, by):
    rows, columns = a.shape
    for y in range(first, rows - end):
        for x in range(first, columns - end):
            total = 0
            for i in range(-r, r + 1):
                for j in range(-r, r + 1):
                    total += int(a[y + i, x + j])
            b[y, x] = total // by
"""
BYTES = f"(w := {RANDOM}.integers(0, 256, (9, 60), dtype='uint8'))"
WORDS = f"(w := {RANDOM}.integers(-(2**40), 2**62, (9, 60)))"
BLURS = (
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2, 2, 2, 25",
    f"{BYTES}, np.zeros((9, 60), np.int64), 2, 2, 2, 2**52 + 1",
    f"{BYTES}, np.zeros((9, 60), np.int64), 2, 2, 2, -7",
    f"{BYTES}, np.zeros((9, 60), np.int64), 2, 2, 2, 0",
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2, 0, 2, 25",  # round the upper ends
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2, 2, 1, 25",  # beyond the lower ones
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2, 2, 2, 20",  # too large for a byte somewhere
    f"{BYTES}, np.zeros((9, 60), np.uint8), 0, 0, 0, 1",
    f"{BYTES}, np.zeros((9, 60), np.uint8), -1, 0, 0, 1",
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2**62, 0, 0, 1",
    f"{BYTES}, np.zeros((9, 60), np.uint8), 2**63 - 1, 0, 0, 1",
    f"{BYTES}, w, 2, 2, 2, 25",
    f"{BYTES}, w[:, ::-1], 2, 2, 2, 25",
    f"{WORDS}, np.zeros((9, 60), np.int64), 1, 1, 1, 9",  # sums that leave 64 bits
    f"{WORDS} >> 20, w, 1, 1, 1, 9",
)


def test_windows() -> None:
    Case(BLUR, BLURS).check()
    compiled = build(BLUR, jit)
    outcome(compiled, eval_arguments(BLURS[0]))
    report = compiled.explain_loops()
    assert ("computed for" in report) == (level_of(chosen()) == AVX512)


CONVOLUTION = """
@jit
def f(a, b, c):
    rows, columns = c.shape
    for y in range(rows):
        for x in range(columns):
            s = 0.0
            for i in range(b.shape[0]):
                for j in range(b.shape[1]):
                    s += b[i, j] * a[y - b.shape[0] // 2 + i, x - b.shape[1] // 2 + j]
            c[y, x] = s
"""
CONVOLUTIONS = tuple(
    f"(w := {RANDOM}.random((12, 50)))[{rows}], {RANDOM}.random({shape}), {target}"
    for rows in ("4:", "2:, 3:")
    for shape in ((3, 3), (1, 1), (1, 4), (0, 3), (5, 0))
    for target in ("np.ones((6, 44))", "np.ones((12, 60))", "w[1:7, 2:40]")
)


def test_convolutions() -> None:
    Case(CONVOLUTION, CONVOLUTIONS).check()
    compiled = build(CONVOLUTION, jit)
    outcome(compiled, eval_arguments(CONVOLUTIONS[0]))
    assert "computed for" in compiled.explain_loops()


TABLE = """
@jit
def f(a, table, b):
    for i in range(len(a)):
        b[i] = table[a[i]]
    for i in range(len(a)):
        b[i] = table[(a[i] * 3) & 63]
"""
TABLES = tuple(
    f"(w := {RANDOM}.integers(0, 256, 300, dtype='uint8')), {table}, {target}"
    for table in ("np.arange(256)", "np.arange(255)", "np.arange(63)", "np.arange(0)", "bytes(range(256))", "w")
    for target in ("np.zeros(300, int)", "np.zeros(299, int)", "w")
)


def test_tables() -> None:
    Case(TABLE, TABLES).check()


BLEND = """
@jit
def f(a, b, c, k, m):
    for i in range(len(a)):
        c[i] = (k * int(a[i]) + (m - k) * int(b[i])) >> 8
"""
PIXELS = f"(w := {RANDOM}.integers(0, 200, 300, dtype='uint8')), w[::-1].copy(), {{}}"
BLENDS = tuple(
    f"{PIXELS.format(target)}, {k}, {m}"
    for target in ("np.zeros(300, np.uint8)", "np.zeros(300, np.int16)", "w")
    for k, m in (
        (77, 256),
        (0, 256),
        (300, 256),
        (-1, 256),
        (2**15 - 1, 2**15),
        (2**15, 2**15),
        (-(2**15), -(2**15)),
        (2**31, 2**31),
        (2**55, 2**55),
        (2**62, 2**62),
        (2**63 - 1, 0),
        (-(2**63), 5),
    )
)


def test_factors() -> None:
    Case(BLEND, BLENDS).check()
    compiled = build(BLEND, jit)
    outcome(compiled, eval_arguments(BLENDS[0]))
    assert "in lanes of 32 bits" in compiled.explain_loops()


WHOLE = """
@jit
def f(x, y):
    for i in range(len(x)):
        y[i] = int(x[i])
"""
NUMBERS = (
    "1.9",
    "-0.5",
    "np.nan",
    "np.inf",
    "-np.inf",
    "2.0**63",
    "-(2.0**63)",
    "2.0**63 - 1024",
    "-(2.0**64)",
    "300.0",
)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_ints_of_floats(dtype: str) -> None:
    """What Python says of what is none; that is the same late in the loop, with what came before in place."""
    calls = [
        f"np.array([1.5] * {before} + [{number}] + [2.0] * 3, {dtype!r}), np.zeros({before} + 4, {kind!r})"
        for number in NUMBERS
        for before in (0, 40)
        for kind in ("uint8", "int64")
    ]
    for call in calls:
        python, compiled = build(WHOLE, lambda function: function), build(WHOLE, jit)
        for _ in range(2):
            expected, found = outcome(python, eval_arguments(call)), outcome(compiled, eval_arguments(call))
            if "already written" in str(found.error):
                assert "2.0**6" in call
                continue
            assert (type(found.error), str(found.error)) == (type(expected.error), str(expected.error)), call
            assert (found.arguments[1] == expected.arguments[1]).all(), call
