"""Loops that are split and spread over lanes: they do what Python does, and are spread where that is promised."""

from __future__ import annotations

import os
import signal
import textwrap
import threading
from array import array

import pytest

pytest.importorskip("numpy")

import numpy as np
from jit.fuzz import FAILURES, run_chunk
from jit.support import Case, build, decorated, difference, eval_arguments, outcome

from jitney import jit, tiers
from jitney.x86.cpu import chosen
from jitney.x86.vectors import level_of

LEVEL = level_of(chosen())
RANDOM = "np.random.default_rng(5)"
FLOATS = f"{RANDOM}.random(131)"
BYTES = f"{RANDOM}.integers(0, 256, 131, dtype='uint8')"
INTS = f"{RANDOM}.integers(-99, 99, 131)"

SPREAD = {
    # elementwise, over arrays that may be the same or overlap
    "for i in range(len(x)): y[i] = 2.5 * x[i] + y[i]": (
        f"{FLOATS}, {FLOATS}",
        f"(w := {FLOATS})[1:], w[:-1]",
        f"(w := {FLOATS})[:-1], w[1:]",
        f"(w := {FLOATS})[40:], w[:-40]",
        f"(w := {FLOATS}), w",
        f"{FLOATS}, {FLOATS}[:100]",
        f"{FLOATS}[:0], {FLOATS}",
    ),
    "for i in range(len(x) - 1, -1, -1): y[i] = x[len(x) - 1 - i] * 2": (f"{FLOATS}, {FLOATS}", f"(w := {FLOATS}), w"),
    "for i in range(1, len(x) - 1): y[i] = (x[i - 1] + x[i] + x[i + 1]) / 3": (
        f"{FLOATS}, {FLOATS}",
        f"(w := {FLOATS}), w",
    ),
    "for i in range(len(x)): y[i] = (int(x[i]) * 77 + int(y[i]) * 150) >> 8": (f"{BYTES}, {BYTES}",),
    "for i in range(len(x)): y[i] = int(x[i]) // 9 + int(x[i]) % 7": (f"{BYTES}, {BYTES}",),
    "for i in range(len(x)): y[i] = i * 0.5 + x[i]": (f"{FLOATS}, {FLOATS}",),
    "for i in range(len(x)): x[i] = (x[i] + y) % 26": (
        "bytearray(range(200)), 13",
        "bytearray(range(200)), -(2**63) + 9",
    ),
    # conditions
    "for i in range(len(x)):\n    if x[i] > 100: y[i] = 255\n    else: y[i] = 0": (f"{INTS}, {INTS}",),
    # reductions
    "s = 0\nfor v in x: s += v\nreturn s": (
        f"{BYTES}, 0",
        f"{INTS}, 0",
        f"array('q', {INTS}.tobytes()), 0",
        f"array('q', {INTS}.tobytes() + (2**62).to_bytes(8, 'little') * 3), 0",
        "bytes(range(200)), 0",
    ),
    "s = y\nfor v in x:\n    if v == 7: s += 1\nreturn s": ("bytes(range(200)), 3", "bytes(range(200)), 2**63 - 2"),
    "m = x[0]\nfor v in x:\n    if v > m: m = v\nreturn m": (
        f"{FLOATS}, 0",
        f"-{FLOATS}, 0",
        "np.array([-0.0, 0.0] * 40), 0",
        "np.array([np.nan] + [1.0] * 40), 0",
        "np.array([1.0] * 40 + [np.nan] + [2.0]), 0",
        f"{BYTES}, 0",
        f"{INTS}, 0",
    ),
    "s = 0\nfor i in range(len(x)): s ^= x[i] * 3\nreturn s": (f"array('i', {INTS}.astype('i4').tobytes()), 0",),
    # ways out
    "for i in range(len(x)):\n    if x[i] == y: return i\nreturn -1": (f"{INTS}, 98", f"{INTS}, 1000", f"{INTS}, -5"),
    "m = x[0]\ns = 0\nfor v in x:\n    s += 1\n    if v < m: m = v\nreturn m, s": (f"{FLOATS}, 0", f"{INTS}, 0"),
    # sums in order
    "s = 0.0\nfor i in range(len(x)):\n    if x[i] > 0.25: s += x[i] / (y[i] + 0.5)\n    else: s -= y[i] / (x[i] + 3)\n"
    "    s *= 1.0 + y[i] / 64\nreturn s": (
        f"{FLOATS}, {FLOATS}",
        f"{FLOATS}, {FLOATS}[:100]",
        "np.array([0.5, -0.0, np.nan] + [1.0] * 40), np.ones(43)",
        f"{FLOATS}.astype('f4'), {FLOATS}.astype('f4')",
    ),
    # loops inside
    "for i in range(len(x)):\n    s = 0.0\n    for j in range(5): s = s * x[i] + j\n    y[i] = s": (
        f"{FLOATS}, {FLOATS}",
        f"{FLOATS}, {FLOATS}[:70]",
        f"(w := {FLOATS}), w",
    ),
    "for i in range(len(x)):\n    n = i + 1\n    while n % 7 != 3: n += 2\n    y[i] = n": (f"{FLOATS}, {INTS}",),
}
"""Bodies of functions of x and y, which are spread over lanes at each level, and calls."""

SPREAD_WITH_AVX = {
    # stores that take turns
    "for i in range(len(x)): y[2 * i] = x[i] >> 4; y[2 * i + 1] = int(x[i]) * 3 & 255": (
        f"{BYTES}, np.zeros(262, 'uint8')",
        f"{BYTES}, np.zeros(211, 'uint8')",
        f"{BYTES}, bytearray(262)",
        f"(w := np.resize({BYTES}, 400))[:131], w[131:]",
        f"(w := np.resize({BYTES}, 400))[:131], w[130:]",
        f"(w := np.resize({BYTES}, 400))[:131], w",
    ),
    "for i in range(1, len(x)): y[2 * i] = x[i]; y[2 * i - 1] = i": (
        f"{INTS}.astype('int32'), array('i', bytes(4 * 262))",
        f"{INTS}.astype('int32'), array('i', bytes(4 * 201))",
        f"{INTS}, array('h', bytes(2 * 262))",
    ),
    # checks under conditions
    "for i in range(len(x)):\n    if x[i] > 100: y[i] = 255": (
        f"{INTS}, {INTS}",
        f"{INTS}, {INTS}[:99]",
        f"{INTS}, {INTS}[:0]",
    ),
    # what the iteration before has found
    "last = n = 0\nfor v in x:\n    if v != last: n += 1\n    last = v\nreturn n, last": (
        f"bytes({BYTES} & 1), 0",
        "bytes(200), 0",
        f"{INTS} & 1, 0",
        f"np.diff({FLOATS}) > 0, 0",
        "b'', 0",
    ),
    "last = y[0]\nfor i in range(len(x)):\n    v = x[i]\n    y[i] = v - last\n    last = v\nreturn last": (
        f"{FLOATS}, {FLOATS}",
        f"{FLOATS}, {FLOATS}[:100]",
        f"(w := {FLOATS}), w",
        f"(w := {FLOATS})[1:], w[:-1]",
        f"(w := {FLOATS})[:-1], w[1:]",
        f"{INTS}, {INTS}",
        f"{BYTES}, {BYTES}",
    ),
    "n = 0\ninside = y\nfor c in x:\n    if c == 32 or 9 <= c <= 13: inside = False\n"
    "    elif not inside:\n        inside = True\n        n += 1\nreturn n, inside": (
        "b'the quick  brown\\tfox ' * 9, False",
        "b'the quick  brown\\tfox' * 9, True",
    ),
}
"""The same, from AVX2 on."""


def function_of(body: str) -> str:
    lines = "\n".join("    " + line for line in body.splitlines())
    return f"def f(x, y):\n{lines}\n"


@pytest.mark.parametrize("body", SPREAD)
def test_a_loop_in_lanes(body: str) -> None:
    source = decorated(function_of(body))
    Case(source, SPREAD[body]).check()
    compiled = build(source, jit)
    outcome(compiled, eval_arguments(SPREAD[body][0]))
    assert "vectorised: " in compiled.explain_loops()


@pytest.mark.parametrize("body", SPREAD_WITH_AVX)
def test_a_loop_in_lanes_with_avx(body: str) -> None:
    source = decorated(function_of(body))
    Case(source, SPREAD_WITH_AVX[body]).check()
    compiled = build(source, jit)
    for _ in range(2):
        outcome(compiled, eval_arguments(SPREAD_WITH_AVX[body][0]))
    assert "- vectorised: " in compiled.explain_loops() or LEVEL == 0


MATMUL = """
def f(a, b, c):
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            s = 0.0
            for k in range(a.shape[1]):
                s += a[i, k] * b[k, j]
            c[i, j] = s
"""


def test_nests() -> None:
    draw = f"{RANDOM}.random"
    calls = (
        f"{draw}((5, 9)), {draw}((9, 40)), np.zeros((5, 40))",
        f"{draw}((5, 9)), {draw}((8, 40)), np.zeros((5, 40))",
        f"(w := {draw}((20, 20))), w, w",
        f"{draw}((5, 9)), {draw}((9, 40)), np.zeros((5, 39))",
    )
    Case(decorated(MATMUL), calls).check()


COLLECTED = """
@jit
def f(a, b, c, n, m):
    for r in range(2):
        for i in range(n):
            {first}
            for k in range(m):
                c[r, i] {op} a[r, k] * b[k, i]
            {last}
"""
DRAWN = f"(w := {RANDOM}.integers(-9, 9, 4000).astype('{{}}'))"
COLLECTIONS = (
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[1200:2000].reshape(20, 40), 40, 20",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[1200:2000].reshape(20, 40), 40, 0",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[1200:2000].reshape(20, 40), 41, 20",
    "{}[:400].reshape(20, 20), w[400:1160].reshape(19, 40), w[1200:2000].reshape(20, 40), 40, 20",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[600:1400].reshape(20, 40), 40, 20",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[403:1203].reshape(20, 40), 40, 19",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(20, 40), w[:800].reshape(20, 40), 40, 20",
    "{}[:400].reshape(20, 20).T, w[400:1200].reshape(20, 40)[::-1], w[1200:2000].reshape(20, 40), 40, 20",
    "{}[:400].reshape(20, 20), w[400:1200].reshape(40, 20).T, w[1200:2800].reshape(20, 80)[:, ::2], 40, 20",
)
"""Places apart, no rounds, an index that is too great late, rounds that are too many, places that are read, strides."""


@pytest.mark.parametrize("dtype", ["float64", "float32", "int64"])
@pytest.mark.parametrize(("first", "op", "last"), [("pass", "+=", "pass"), ("c[r, i] = 1", "-=", "c[r, i] *= 2")])
def test_places_that_a_loop_inside_collects_in(first: str, op: str, last: str, dtype: str) -> None:
    source = COLLECTED.format(first=first, op=op, last=last)
    calls = tuple(call.format(DRAWN.format(dtype)) for call in COLLECTIONS)
    Case(source, calls).check()
    compiled = build(source, jit)
    outcome(compiled, eval_arguments(calls[0]))
    if dtype != "int64":
        assert "computed for" in compiled.explain_loops()


@pytest.mark.parametrize("start", [0, 2**40, -(2**63)])
def test_a_place_that_overflows_late(start: int) -> None:
    source = "@jit\ndef f(a, c):\n    for i in range(len(c)):\n        for v in a: c[i] += v\n"
    values = array("q", [1] * 40 + [2**62] * 2)
    there, here = (array("q", [start + i for i in range(20)]) for _ in range(2))
    python, compiled = build(source, lambda function: function), build(source, jit)
    for function, places in ((python, there), (compiled, here)):
        try:
            function(values, places)
        except OverflowError:
            assert start >= 0
    assert here == there
    assert "computed for" in compiled.explain_loops()


EXCHANGED = """
@jit
def f(a, x, y):
    for v in a:
        for i in range(0, 14, 2):
            x, y = y, x
        if x < -1:
            y = x
    return x, y
"""


def test_what_a_loop_inside_exchanges() -> None:
    Case(decorated(EXCHANGED), ("np.ones(3), 1, -2", "np.ones(40), -2, 1", "np.ones(0), 1, 2")).check()


BACKWARDS = """
@jit
def f(a):
    s = 0.0
    for i in range(len(a)):
        s = max(s, a[i] + i)
    for i in range(len(a)):
        if a[i] + i > 1000:
            return i
    return s
"""


@pytest.mark.parametrize("dtype", ["float64", "float32", "int32", "uint8"])
def test_views_that_run_backwards(dtype: str) -> None:
    whole = f"np.arange(200).astype('{dtype}')"
    calls = [f"{whole}[{n}::-1]" for n in (7, 8, 31, 62)] + [f"{whole}[150:20:-2]", f"{whole}.reshape(20, 10)[::-1, 3]"]
    Case(decorated(BACKWARDS), tuple(calls)).check()


NEAREST = """
@jit
def f(points, centres, labels):
    changed = 0
    far = 0.0
    for p in range(points.shape[0]):
        best, nearest = {start}, 0
        for c in range(centres.shape[0]):
            distance = (points[p, 0] - centres[c, 0]) ** 2 + (points[p, 1] - centres[c, 1]) ** 2
            if distance < best:
                best, nearest = distance, c
        if labels[p] != nearest:
            labels[p] = nearest
            changed += 1
        far += best
    return changed, far
"""


@pytest.mark.parametrize("start", ["math.inf", "0.25", "1"])
def test_searches_in_each_iteration(start: str) -> None:
    """The least begins as a Python float and goes on as NumPy's; squares call pow for some lanes."""
    draw = f"{RANDOM}.random"
    calls = (
        f"{draw}((75, 2)), {draw}((5, 2)), np.zeros(75, int)",
        f"{draw}((75, 2)).astype('f4'), {draw}((5, 2)).astype('f4'), np.zeros(75, int)",
        f"{draw}((75, 2)), {draw}((5, 2)), np.zeros(70, int)",
        f"{draw}((75, 2)), {draw}((0, 2)), np.ones(75, int)",
        f"{draw}((75, 2)), {draw}((5, 1)), np.zeros(75, int)",
        f"{draw}((75, 2)) * 1e-30, {draw}((5, 2)) * 1e-200, np.zeros(75, int)",
        f"(w := {draw}((75, 2))), {draw}((5, 2)), w[:, 0]",
        f"{draw}((150, 2))[::-2], {draw}((5, 4))[:, ::3], np.zeros(75, 'i2')",
        f"np.where({draw}((75, 2)) < 0.1, np.nan, 0.5), {draw}((5, 2)), np.zeros(75, int)",
    )
    source = NEAREST.format(start=start)
    Case(source, calls).check()
    compiled = build(source, jit)
    outcome(compiled, eval_arguments(calls[0]))
    outcome(compiled, eval_arguments(calls[0]))
    if LEVEL and start == "math.inf":
        assert "computed for" in compiled.explain_loops()
        assert "one after the other" in compiled.explain_loops()


@pytest.mark.parametrize("dtype", ["float64", "float32"])
def test_lanes_that_call_pow(dtype: str) -> None:
    source = "@jit\ndef f(x):\n    s = 0.0\n    for v in x: s += v ** 2\n    return s\n"
    ends = "[0.0, -0.0, 1e-30, 3e38, -1e-23, 5e-324, np.inf, np.nan]"
    calls = [f"({RANDOM}.random(2000) * {scale}).astype('{dtype}')" for scale in ("1", "1e-3", "1e-25", "1e25")]
    Case(source, (*calls, f"np.array({ends} * 4 + [1.1] * 50, '{dtype}')")).check()


@pytest.mark.parametrize("also", ["s += 1", "s = i", "x[i] = 7", "y[i] = 1", "s |= i", "s += y[i + 1]", "t = i * 2.5"])
@pytest.mark.parametrize("least", ["x[0]", "50"])
def test_what_else_is_done_for_a_new_least_element(also: str, least: str) -> None:
    """Lanes have least elements of their own: what only one iteration does can't depend on those."""
    body = f"m = {least}; s = 0; t = 0.5\nfor i in range(len(x)):\n    if x[i] < m:\n        m = x[i]\n        {also}\n"
    calls = f"{INTS}, {INTS}", f"{FLOATS}, {FLOATS}", f"{BYTES}, {FLOATS}", f"{FLOATS}, {FLOATS}[:9]"
    Case(decorated(function_of(body + "return m, s, t")), calls).check()


def test_why_not() -> None:
    compiled = build("@jit\ndef f(x, y):\n    s = 0.0\n    for v in x: s += v\n    return s\n", jit)
    compiled(np.ones(5), 0)
    assert "a sum of floats is computed in order" in compiled.explain_loops()


def test_fastmath_sums_in_any_order() -> None:
    source = "@jit\ndef f(x):\n    s = 0.0\n    for i in range(len(x)): s += x[i] * x[i]\n    return s\n"
    x = np.random.default_rng(1).random(1001)
    fast = build(source, jit(fastmath=True))
    assert abs(fast(x) - float(np.dot(x, x))) < 1e-9
    assert "vectorised: " in fast.explain_loops()


def test_signals_interrupt_vector_loops() -> None:
    source = "@jit\ndef f(x, n):\n    for _ in range(n):\n        for i in range(len(x)): x[i] = x[i] * 0.5\n"
    compiled = build(source, jit)
    compiled(np.ones(5), 1)
    timer = threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        compiled(np.ones(1 << 16), 1 << 40)


def test_signals_interrupt_loops_that_collect() -> None:
    source = """
@jit
def f(a, c, n):
    for _ in range(n):
        for i in range(len(c)):
            for k in range(len(a)):
                c[i] += a[k, i]
"""
    compiled = build(source, jit)
    compiled(np.ones((5, 9)), np.zeros(9), 1)
    c = np.zeros(64)
    timer = threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        compiled(np.ones((1000, 64)), c, 1 << 40)
    assert c[0] > 0 and all(c % 1000 == 0)


@pytest.mark.parametrize("level", ["sse2", "avx2", "avx512"][: LEVEL + 1])
def test_random_loops_at_each_level(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JITNEY_CPU", level)
    monkeypatch.setenv("JITNEY_FUZZ_LOOPS", "1")
    findings = run_chunk(5000 + 1000 * len(level), 15)
    failures = [f"seed {seed} {kind}: {details}" for seed, (kind, details) in findings if kind in FAILURES]
    assert not failures, "\n\n".join(failures)


BOOLS = f"({RANDOM}.random(131) < 0.4)"


@pytest.mark.parametrize(
    "body",
    [
        "for i in range(len(x) - 1, -1, -1):\n    if x[i]: y[i] = True",
        "for i in range(len(y) - 1, 2, -1):\n    if x[i - 3]: y[i] = False",
        "for i in range(len(x)):\n    if x[i]: y[i] = y[len(x) - 1 - i] = True",
        "s = 0\nfor i in range(len(x) - 1, -1, -1):\n    if y[i]: s += x[i]\nreturn s",
        "for i in range(len(x)):\n    if x[i] and i > 40: y[i - 40] = x[i - 7]",
        "for i in range(100, -9, -1):\n    if x[i]: y[i] = not y[i]",
    ],
)
def test_bools_under_conditions(body: str) -> None:
    calls = (
        f"{BOOLS}, {BOOLS}[::-1].copy()",
        f"(w := {BOOLS}), w",
        f"(w := {BOOLS})[30:], w[:-30]",
        f"(w := {BOOLS})[:-70], w[70:]",
        f"{BOOLS}, ({BOOLS})[:90].copy()",
        f"({BOOLS})[:90].copy(), {BOOLS}",
        f"{BOOLS}, np.zeros(131, 'uint8')",
    )
    Case(decorated(function_of(body)), calls).check()


@pytest.mark.parametrize("dtype", ["uint16", "int8", "float64"])
def test_loops_inside_that_are_left_to_others(dtype: str) -> None:
    # What the first loop inside is left to, another loop as the type changes, may stand before its latch.
    text = """
    def f(x):
        s = 1
        for i in range(len(x)):
            t = x[i]
            for j in range(1, 4):
                t = max(t, 1)
            s += t
        return s
    """
    Case(
        decorated(textwrap.dedent(text)), tuple(f"(np.arange({n}) % 3).astype({dtype!r})" for n in (3, 40, 131))
    ).check()


@pytest.mark.parametrize("strides", [(8, 8), (16, 8), (24, 8), (-8, 8), (8, -8), (0, 8), (56, 8), (64, 8), (400, 8)])
def test_rows_that_overlap(strides: tuple[int, int]) -> None:
    text = """
    def f(x):
        for j in range(x.shape[1]):
            for i in range(x.shape[0]):
                x[i, j] = i * 100 + j
    """
    call = f"np.lib.stride_tricks.as_strided(np.zeros(9000)[4000:], (30, 29), {strides})"
    Case(decorated(textwrap.dedent(text)), (call,)).check()


@pytest.mark.parametrize("dtype", ["float32", "float64", "int16", "int64"])
@pytest.mark.parametrize("count", [80, 320, 800])
def test_what_loops_inside_write_again(dtype: str, count: int) -> None:
    text = """
    def f(x, n):
        for j in range(n // 16):
            for i in range(n // 8):
                x[i * 2 + j] = i
        return x
    """
    Case(decorated(textwrap.dedent(text)), (f"np.zeros({2 * count}, {dtype!r}), {count}",)).check()


@pytest.mark.parametrize("start", [-(2**63), -(2**63) + 700, 2**63 - 1, 0])
@pytest.mark.parametrize("count", [4, 16, 40])
def test_sums_in_nests_that_overflow(start: int, count: int) -> None:
    text = """
    def f(x, s):
        for i, e in enumerate(x):
            for v in x:
                s -= 5
        return s
    """
    Case(decorated(textwrap.dedent(text)), (f"np.arange({count}, dtype='uint8'), {start}",)).check()


@pytest.mark.parametrize("count", [4, 62, 63])
def test_shifts_in_nests_that_overflow(count: int) -> None:
    text = """
    def f(x, y, n, k):
        for i in range(len(x)):
            s = 0.0
            for j in range(len(y)):
                s += (n << k) * y[j] + x[i]
            x[i] = s
        return x
    """
    Case(decorated(textwrap.dedent(text)), (f"np.arange(100.0), np.ones(20), 3, {count}",)).check()


def test_ranges_of_what_changes_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edge that comes when a block has been lowered may bring more than those before did."""
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    text = """
    def f(b, c):
        t = 0
        for i in range(len(b)):
            if c[i] > 3:
                t = max(t, c[i])
            else:
                t *= b[i]
        return t
    """
    source = decorated(textwrap.dedent(text))
    call = f"{RANDOM}.integers(0, 100, 200, dtype='uint32'), {RANDOM}.integers(-128, 128, 200, dtype='int8')"
    expected = outcome(build(source, lambda function: function), eval_arguments(call))
    got = outcome(build(source, jit(_interpreter=True)), eval_arguments(call))  # which looks at ranges
    assert not difference(expected, got)


@pytest.mark.parametrize("op", ["-", "/", "+", "*"])
def test_sums_in_order_that_meet_themselves(op: str) -> None:
    """`s -= s`: what is taken from a sum is no term when it is the sum."""
    source = "def f(a, s):\n    for i in range(len(a)):\n        v = int(abs(a[i] ^ 5))\n"
    source += "        if (i & 3) ** (i & 1) == 1:\n"
    source += f"            if v < 3:\n                continue\n            s {op}= s\n    return s\n"
    Case(source, ("np.arange(100, dtype='i4'), 3.25", "np.arange(3, dtype='i4'), 0.5")).check()


@pytest.mark.parametrize("end", ["t", "t > 128", "n - t"])
def test_counters_on_both_sides_of_a_guard(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guard finds of one counter isn't known of the other, which counts the same before it."""
    monkeypatch.setattr(tiers, "ROUNDS", 0)
    text = f"def f(b, n):\n    t = 0\n    for i in range(n):\n        t += 1\n        b[1] = i\n    return {end}\n"
    for count in (100, 128, 131):
        arguments = f"np.zeros(3, 'int8'), {count}"
        expected = outcome(build(decorated(text), lambda function: function), eval_arguments(arguments))
        got = outcome(build(decorated(text), jit(_interpreter=True)), eval_arguments(arguments))
        assert not difference(expected, got)
