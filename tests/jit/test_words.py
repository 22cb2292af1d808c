"""Words where compiled code differs most from what is written: 32 bits of them, checks put together, limits of loops.

Functions are drawn or listed, called with numbers at the edges of what makes them leave, and do what the interpreter
does.
"""

from __future__ import annotations

import array
import linecache
import random
from typing import Any

import pytest
from jit.children import run
from jit.support import same

from jitney import jit, tiers

MAX = 2**63 - 1
EDGES = (0, 1, -1, 2, -2, MAX, -MAX - 1, 2**32 - 1, 2**32, 2**31, -(2**31), 2**62, -(2**62), 0x123456789ABCDEF)


@pytest.fixture(autouse=True)
def all_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the first call too."""
    monkeypatch.setattr(tiers, "ROUNDS", 0)


def made(body: str, parameters: str) -> Any:
    """A function f of this body."""
    source = f"def f({parameters}):\n" + "".join(f"    {line}\n" for line in body.splitlines())
    name = f"<words {abs(hash(source))}>"
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    namespace: dict[str, Any] = {}
    exec(compile(source, name, "exec"), namespace)
    return namespace["f"]


def drawn(draw: random.Random) -> str:
    """Some lines of arithmetic, masked here and there to 32 bits."""
    lines, stores = [], []
    names = ["x", "y", "z"]
    for number in range(draw.randrange(4, 10)):
        a, b = draw.choices(names, k=2)
        k = draw.choice([1, 5, 13, 16, 31, 32, 40])
        c = draw.choice([3, 5, 9, 77, 0x9E3779B1, 0xFFFFFFFF, 0x80000000, 2**32 + 7, -5])
        term = draw.choice(
            [f"{a} + {b}", f"{a} * {c}", f"{a} - {b}", f"{a} ^ {c}", f"{a} & {c} ^ {b}", f"~{a} | {b}", f"{c} - {a}"]
            + [f"({a} << {k}) + {b}", f"{a} >> {k}", f"-{a}", f"({a} + {b}) * {a}", f"{a} + 8 * {b} + {c}"]
            + [f"({a} << {k & 31} | ({a} & 4294967295) >> {32 - (k & 31)})", f"{a} if {b} & 4 else {c} * {b}"]
        )
        name = draw.choice([*names, f"v{number}"])
        lines.append(f"{name} = {term}" if draw.random() < 0.25 else f"{name} = ({term}) & 0xffffffff")
        names += [name] if name not in names else []
        if draw.random() < 0.2:
            stores.append(f"w[{number & 3}] = ({name} + {a}) & 0xffffffff")  # nothing leaves behind one
    return "\n".join([*lines, *stores, f"return {', '.join(names)}"])


@pytest.mark.parametrize("seed", range(12))
def test_masks(seed: int) -> None:
    draw = random.Random(seed)
    f = made(drawn(draw), "x, y, z, w")
    jitted = jit(f)
    for _ in range(24):
        words = [draw.choice([*EDGES, draw.getrandbits(63), draw.getrandbits(32)]) for _ in range(3)]
        same(f, *words, array.array("I", [1, 2, 3, 4]), jitted=jitted)


CHOSEN = (
    "3 * x + 1 if x & 1 else x >> 1",
    "x >> 1 if x & 1 else -3 * x - 7",
    "(5 * x - 3) * 7 + 2 if x & 1 else x ^ 3",
    "(x + 9223372036854775807) + 5 if y else 3",
    "(x - 9223372036854775807 - 1) * -2 + 11 if y else x",
    "(x + 4) * 0 + 9223372036854775807 if y else x",
    "-(3 * x) + 100 if y else -x",
)


@pytest.mark.parametrize("expression", CHOSEN)
def test_one_check_for_several(expression: str) -> None:
    f = made(f"return {expression}", "x, y")
    jitted = jit(f)
    near = {edge + by for edge in (0, MAX // 3, -MAX // 3, MAX // 35, -MAX // 35, MAX // 2) for by in range(-3, 4)}
    for x in sorted(near | {MAX, MAX - 4, MAX - 5, -MAX - 1, -MAX + 6}):
        for y in (0, 1):
            same(f, x, y, jitted=jitted)


SEARCHES = (
    "while i < n and x != 7:\n    x = (x * 5 + i) & 1023\n    i += 3\nreturn i, x",
    "while x != 7 and i <= n:\n    x = (x * 5 + i) & 1023\n    i += 3\nreturn i, x",
    "while i > n and x != 7:\n    x = (x * 5 + i) & 1023\n    i -= 5\nreturn i, x",
    "while n <= i:\n    if x == 7:\n        return i\n    x = (x * 5 + i) & 1023\n    i -= 1\nreturn x",
    "for i in range(i, n):\n    if x == 7:\n        break\n    x = (x * 5 + i) & 1023\nreturn i, x",
    "for i in range(i, n, -4):\n    if x == 7:\n        break\n    x = (x * 5 + i) & 1023\nreturn i, x",
)


@pytest.mark.parametrize("body", SEARCHES)
def test_limits(body: str) -> None:
    """Of loops with a bound and another way out, a few thousand rounds from their ends too."""
    f = made(body, "i, n, x")
    jitted = jit(f)
    for at in (0, MAX - 9000, -MAX + 9000, MAX - 4, -MAX + 4):
        for by in (0, 1, 2, 1024, 3071, 3072, 3073, 8000):
            for i, n in ((at, at + by), (at + by, at), (at, at - by)):
                if -MAX - 1 <= min(i, n) and max(i, n) <= MAX:
                    same(f, i, n, 8, jitted=jitted)


@pytest.mark.parametrize("passes", [True, False])
def test_half_of_a_long_constant(passes: bool) -> None:
    def f(x):  # type: ignore[no-untyped-def]
        return ((-x) % 2**32) >> (x & 63)

    jitted = jit(f, _passes=passes)
    for x in (2**64 - 1, 2**63, 2**64 - 5):
        same(f, x, jitted=jitted)


def test_an_interrupt_ends_a_search() -> None:
    run(
        """
import signal, time
from jitney import jit, tiers
tiers.ROUNDS = 0

@jit
def search(i, n, x):
    while i < n and x != 5000:
        x = (x * 5 + i) & 1023
        i += 1
    return i

assert search(0, 10, 0) == 10
signal.signal(signal.SIGALRM, lambda *rest: 1 // 0)
signal.setitimer(signal.ITIMER_REAL, 0.05)
start = time.perf_counter()
try:
    search(0, 2**62, 0)
except ZeroDivisionError:
    assert time.perf_counter() - start < 5
else:
    raise AssertionError
"""
    )
