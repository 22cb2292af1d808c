"""`@jit`: what a call costs, what a cold process waits for, and how compile time grows with the function."""

from __future__ import annotations

import linecache
import math
import operator
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jitney

from .calls import FLOATS, INTS, ROUNDS
from .measure import Row, at_least, at_most, call_timer, compare_times, in_turns, installed, process_timer


def copysign(x, y):  # type: ignore[no-untyped-def]
    return math.copysign(x, y)


def add(x, y):  # type: ignore[no-untyped-def]
    return x + y


def length(values):  # type: ignore[no-untyped-def]
    return len(values)


def calls() -> Iterator[Row]:
    """A jitted function against the builtin that does the same, and against Numba."""
    np, numba = installed("numpy"), installed("numba")
    for function, builtin, arguments, floor in (
        (copysign, math.copysign, FLOATS, 1.3),
        (add, operator.add, INTS, 1.5),
        (length, len, (np.zeros(1000),), 1.5),
    ):
        ours, theirs = jitney.jit(function), numba.njit(function)
        assert ours(*arguments) == theirs(*arguments) == builtin(*arguments)
        our_time, builtin_time, their_time = in_turns(
            ROUNDS, call_timer(ours, *arguments), call_timer(builtin, *arguments), call_timer(theirs, *arguments)
        )
        what = f"@jit call: {function.__name__}"
        peer = f"{builtin.__module__.lstrip('_')}.{builtin.__name__}"
        yield compare_times(what, "ns", our_time, peer, builtin_time, at_most(floor, f"at most {floor}x its time"))
        yield compare_times(what, "ns", our_time, "Numba", their_time, at_least(3, "at least 3x faster"))


MANDELBROT = """
from {module} import {decorator} as decorator

@decorator
def mandelbrot(width, height, limit):
    total = 0
    for y in range(height):
        for x in range(width):
            cr, ci = 3.0 * x / width - 2.0, 2.0 * y / height - 1.0
            zr = zi = 0.0
            n = 0
            while n < limit and zr * zr + zi * zi < 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            total += n
    return total

assert mandelbrot(100, 100, 50) > 0
"""


def cold_process() -> Iterator[Row]:
    """A whole process that imports, compiles and runs a Mandelbrot set of 100 x 100."""
    installed("numba")
    with tempfile.TemporaryDirectory() as folder:
        timers = [process_timer("pass")]
        for module, decorator in (("jitney", "jit"), ("numba", "njit")):
            program = Path(folder, f"with_{module}.py")
            program.write_text(MANDELBROT.format(module=module, decorator=decorator))
            timers.append(process_timer(program))
        bare, ours, theirs = in_turns(10, *timers)
    what = "cold process: import, compile, run Mandelbrot"
    yield compare_times(what, "ms", 1000 * ours, "Numba", 1000 * theirs, at_least(8, "at least 8x faster"))
    floor = at_most(100, "under 100 ms over bare Python")
    yield Row(f"{what}, over a bare start", 1000 * (ours - bare), "ms", "", None, None, floor)


def compile_time_by_size() -> Iterator[Row]:
    """Functions of 10 to 3,000 statements. The ratio is to n log n, from the time of 100 statements on."""
    base: float | None = None
    _compile_time(50)
    for count in (10, 100, 300, 1000, 3000):
        seconds = min(_compile_time(count) for _ in range(3))
        if count == 100:
            base = seconds
        expected = base and base * count * math.log(count) / (100 * math.log(100))
        floor = at_most(1.2, "n log n") if count > 100 else None
        yield Row(
            f"compile {count} statements",
            1000 * seconds,
            "ms",
            "n log n" if expected else "",
            1000 * expected if expected else None,
            seconds / expected if expected else None,
            floor,
        )


def _compile_time(count: int) -> float:
    function = _statements(count)
    start = time.perf_counter()
    function(5, 7, 1.5)
    function(5, 7, 1.5)  # which may compile what the first left for later
    return time.perf_counter() - start


def _statements(count: int) -> Callable[..., Any]:
    """A function of so many statements: assignments, branches and short loops."""
    lines = ["def f(a, b, x):"]
    for number in range(count // 5):
        lines += [
            f"    x = x * 1.0001 + a - {number}",
            f"    if a > {number}:",
            "        b = b + 1",
            "    for i in range(3):",
            "        a = (a ^ b + i) & 1023",
        ]
    lines += ["    return a, b, x", ""]
    text, name = "\n".join(lines), f"<{count} statements>"
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    scope: dict[str, Any] = {}
    exec(compile(text, name, "exec"), scope)
    jitted: Callable[..., Any] = jitney.jit(scope["f"])
    return jitted
