"""`prange`: a loop that two threads share, against two of Python's that run half of it each, and against Numba."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import jitney
from jitney import prange

from .measure import Row, at_least, compare_times, in_turns, installed, timer

ROUNDS = 25
THREADS = 2
COUNT, STEPS = 100_000, 200


def shared(count, steps):  # type: ignore[no-untyped-def]
    total = 0.0
    for i in prange(count):
        x = i / count
        for _ in range(steps):
            x = 3.9 * x * (1.0 - x)
        total += x
    return total


def alone(first, last, count, steps):  # type: ignore[no-untyped-def]
    total = 0.0
    for i in range(first, last):
        x = i / count
        for _ in range(steps):
            x = 3.9 * x * (1.0 - x)
        total += x
    return total


def short(count):  # type: ignore[no-untyped-def]
    total = 0
    for i in prange(count):
        total += i
    return total


def against_threads() -> Iterator[Row]:
    """The same work three ways: shared by two threads of the pool, by two of Python's, and in one."""
    before = jitney.get_num_threads()
    jitney.set_num_threads(THREADS)
    try:
        loop, part = jitney.jit(parallel=True)(shared), jitney.jit(nogil=True)(alone)
        with ThreadPoolExecutor(THREADS) as pool:

            def halves() -> float:
                middle = COUNT // 2
                futures = [pool.submit(part, a, b, COUNT, STEPS) for a, b in ((0, middle), (middle, COUNT))]
                return float(sum(future.result() for future in futures))

            assert abs(loop(COUNT, STEPS) - halves()) < 1e-6 * COUNT
            ours, threads, one = in_turns(
                ROUNDS,
                timer(lambda: loop(COUNT, STEPS)),
                timer(halves),
                timer(lambda: part(0, COUNT, COUNT, STEPS)),
            )
    finally:
        jitney.set_num_threads(before)
    what = f"prange, {THREADS} threads"
    floor = at_least(0.95, "at least 0.95x")
    yield compare_times(what, "ms", 1000 * ours, f"{THREADS} Python threads, nogil", 1000 * threads, floor)
    yield compare_times(what, "ms", 1000 * ours, "one thread", 1000 * one, None)


def against_numba() -> Iterator[Row]:
    """The same loop, and a loop so short that most of the time is spent in sharing it."""
    numba = installed("numba")
    before = jitney.get_num_threads(), numba.get_num_threads()
    if before[1] < THREADS:
        return
    jitney.set_num_threads(THREADS)
    numba.set_num_threads(THREADS)
    try:
        for function, arguments in ((shared, (COUNT, STEPS)), (short, (1000,))):
            ours = jitney.jit(parallel=True)(function)
            theirs = numba.njit(parallel=True)(_for_numba(function, numba))
            assert abs(ours(*arguments) - theirs(*arguments)) < 1e-6 * COUNT
            calls = 1 if function is shared else 1000
            what = f"prange, {THREADS} threads" if function is shared else "prange, 1000 iterations of nothing"
            mine, other = in_turns(ROUNDS, *(timer(_repeated(f, arguments, calls)) for f in (ours, theirs)))
            yield compare_times(what, "us", 1e6 * mine / calls, "Numba", 1e6 * other / calls, None)
    finally:
        jitney.set_num_threads(before[0])
        numba.set_num_threads(before[1])


def _repeated(function: Callable[..., object], arguments: tuple[int, ...], calls: int) -> Callable[[], None]:
    def run() -> None:
        for _ in range(calls):
            function(*arguments)

    return run


def _for_numba(function: Any, numba: Any) -> Any:
    """The same function, in which `prange` is Numba's."""
    return type(function)(function.__code__, {"prange": numba.prange}, function.__name__)
