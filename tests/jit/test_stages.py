"""Loops spread over lanes that call pow where few lanes want it: in stages, a strip of iterations at a time."""

from __future__ import annotations

import random
import re
from textwrap import dedent

import pytest

pytest.importorskip("numpy")

from jit.children import run
from jit.support import Case, build, eval_arguments, outcome

from jitney import jit

STAGED = "made for many of them together"
DISTANCES = """
@jit
def f(p):
    t = 0.0
    for i in range(len(p)):
        for j in range(i):
            x, y = p[i, 0] - p[j, 0], p[i, 1] - p[j, 1]
            t += (x**2 + y**2) ** 0.5
    return t
"""
SUMS = """
@jit
def f(a, b):
    s, t = 0.0, 1.0
    for i in range(len(a)):
        s += (a[i] - b[i]) ** 2
        t *= (1.0 + b[i] ** 3) ** -0.5
    return s, t
"""
FEWER = """
@jit
def f(a, b):
    s = 0.0
    for i in range(len(a)):
        if b[i] < 0.7:
            s -= a[i] ** 1.5
    return s
"""
STORED = """
@jit
def f(a, b):
    for i in range(len(a)):
        b[i] = (a[i] ** 2 + 1.0) ** 0.5
"""
LENGTHS = (0, 1, 15, 16, 17, 40, 255, 256, 257, 300, 511, 512, 513, 1000, 5000)
DRAWN = "(r := np.random.default_rng({0})).random({0}), r.random({0})"
CALLS = (
    *[DRAWN.format(length) for length in LENGTHS],
    *[
        f"(r := np.random.default_rng({n})).random({n}).astype('f4'), r.random({n}).astype('f4')"
        for n in (40, 300, 600)
    ],
    "np.arange(600) % 7 * 0.5, np.arange(600) % 5 * 1.0",
    "10.0 ** np.arange(-300, 300), np.linspace(0, 1, 600)",
    "np.where(np.arange(600) % 97, 0.3, np.inf), np.where(np.arange(600) % 89, 0.1, np.nan)",
    "-np.random.default_rng(1).random(600), np.random.default_rng(2).random(600)",
    "(w := np.random.default_rng(5).random(900)), w",
    "(w := np.random.default_rng(5).random(900))[1:], w[:-1]",
    "(w := np.random.default_rng(5).random(900))[:-1], w[1:]",
    "(w := np.random.default_rng(5).random(900))[:-300], w[300:]",
    "(w := np.random.default_rng(5).random(900))[:-100], w[100:]",
    "np.random.default_rng(5).random(1400)[::2], np.random.default_rng(6).random((700, 2))[:, 1]",
)


@pytest.mark.parametrize("source", [SUMS, FEWER, STORED], ids=["sums", "fewer", "stored"])
def test_lengths_and_numbers(source: str) -> None:
    Case(source, CALLS).check()


def test_distances() -> None:
    points = [f"np.random.default_rng({n}).random(({n}, 2))" for n in (0, 1, 2, 9, 40, 300)]
    Case(DISTANCES, (*points, "np.arange(600).reshape(300, 2) % 31 * 1.0")).check()


@pytest.mark.parametrize(
    ("source", "staged"),
    [(DISTANCES, True), (SUMS, True), (FEWER, True), (STORED, False)],
    ids=["distances", "sums", "fewer", "stored"],
)
def test_the_report_says_so(source: str, staged: bool) -> None:
    compiled = build(source, jit)
    call = "np.ones((90, 2))" if source is DISTANCES else "np.ones(90), np.ones(90)"
    for _ in range(2):
        outcome(compiled, eval_arguments(call))
    assert (STAGED in compiled.explain_loops()) is staged


def test_recursion_is_as_deep() -> None:
    source = """
    @jit
    def f(a, n):
        s = 0.0
        for x in a:
            s += x**2
        return s if n == 0 else s + f(a, n - 1)
    """
    Case(dedent(source), ("np.linspace(0, 1, 300), 2", "np.linspace(0, 1, 300), 900")).check()


@pytest.mark.parametrize("count", [15, 29, 31, 60])
def test_many_powers_at_a_time(count: int) -> None:
    term = "a[i]"
    for number in range(count):
        term = f"({term}) ** {'2' if number % 2 == 0 else '0.5'}"
    source = f"""
@jit
def f(a, t):
    for i in range(len(a)):
        t += {term} + a[i] * 3.0 + 1.0 / a[i]
    return t
"""
    Case(source, tuple(f"np.linspace(0.9, 1.1, {length}), np.float64(0)" for length in (40, 300, 1000))).check()


def test_large_frames_touch_each_page() -> None:
    compiled = build(SUMS, jit)
    for _ in range(2):
        outcome(compiled, eval_arguments("np.ones(90), np.ones(90)"))
    text = compiled.inspect_asm()
    room = int(re.findall(r"sub rsp, (\w+)", text)[0], 0)
    assert 4096 <= room < 12 << 10
    touched = [int(offset, 0) for offset in re.findall(r"test dword ptr \[rsp - (\w+)\], eax", text)]
    assert touched == list(range(4096, room + 1, 4096))


def test_the_stack_may_end() -> None:
    source = """
        import threading
        import numpy as np
        from jitney import jit
        @jit
        def total(a):
            s = 0.0
            for x in a:
                s += x**2
            return s
        @jit
        def f(a, n):
            return total(a) if n == 0 else f(a, n - 1) + 1.0
        def go(n):
            try:
                results.append(f(np.ones(300), n))
            except RecursionError:
                results.append("RecursionError")
        results = []
        f(np.ones(300), 3)
        for n in [*range(0, 3000, 61), 10**6]:
            threading.stack_size(1 << 18)
            thread = threading.Thread(target=go, args=(n,))
            thread.start()
            thread.join()
        assert results[:3] == [300.0, 361.0, 422.0] and results[-1] == "RecursionError"
        assert all(result in ("RecursionError", 300.0 + 61 * place) for place, result in enumerate(results))
        """
    run(source)


POWERS = ("** 2", "** 2", "** 2", "** 0.5", "** 3", "** -1.0", "** 1.5", "** -0.5", "** -2.0")


def expression(rng: random.Random, depth: int, names: list[str]) -> str:
    if depth == 0 or rng.random() < 0.15:
        return rng.choice(names)
    if rng.random() < 0.5:
        return f"({expression(rng, depth - 1, names)}) {rng.choice(POWERS)}"
    return f"({expression(rng, depth - 1, names)} {rng.choice('+-*')} {expression(rng, depth - 1, names)})"


def drawn(rng: random.Random) -> str:
    names = ["a[i]", "b[i]", "a[i]", "b[i]", "k", *["a[i + 1]"] * (rng.random() < 0.3)]
    lines = []
    for name in "xyz"[: rng.randrange(1, 4)]:
        lines.append(f"{name} = {expression(rng, rng.randrange(1, 4), names)}")
        names.append(name)
    for _ in range(rng.randrange(1, 4)):
        name = rng.choice(names[-2:])
        sums = f"s += {name}", f"t *= {name}", f"s -= {name} ** 2", f"t /= {name}"
        line = rng.choice((*sums, *sums, f"c[i] = {name}", f"a[i] = {name}"))
        lines.append(f"if b[i] < {rng.choice(('0.5', 'k', 'x'))}: {line}" if rng.random() < 0.2 else line)
    body = "".join(f"        {line}\n" for line in lines)
    return f"@jit\ndef f(a, b, c, k):\n    s, t = 0.0, 1.0\n    for i in range(len(b)):\n{body}    return s, t\n"


ARGUMENTS = (
    "(r := np.random.default_rng({0})).random({1} + 1), r.random({1}), np.zeros({1}), 0.5",
    "(r := np.random.default_rng({0})).random({1} + 1) * 10.0 ** r.integers(-150, 150, {1} + 1), r.random({1}), "
    "np.zeros({1}), 2.0",
    "(w := np.random.default_rng({0}).random({1} + 1)), w[1:], w[:-1], 0.25",
    "(w := np.floor(np.random.default_rng({0}).random({1} + 1) * 9)), w[1:] - 4, w[:-1] * 1.0, 0.25",
)
CHECKED = """
import random, sys
sys.path.insert(0, {tests!r})
from checking import install
install()
from jit.support import Case
from jit.test_stages import ARGUMENTS, LENGTHS, drawn
for seed in range({seeds}):
    rng = random.Random(seed)
    lengths = rng.choices(LENGTHS, k=len(ARGUMENTS))
    Case(drawn(rng), tuple(text.format(seed, length) for text, length in zip(ARGUMENTS, lengths))).check()
"""


@pytest.mark.parametrize("level", ["sse2", "avx2", "avx512"])
def test_drawn_loops(level: str, pytestconfig: pytest.Config) -> None:
    tests = str(pytestconfig.rootpath / "tests")
    run(CHECKED.format(tests=tests, seeds=15), timeout=300, JITNEY_CPU=level)
