"""What a user waits for: the import, and the first result in a fresh process."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator

from .measure import Row, Skipped, at_most, compare_times, in_turns, installed, memory_of, process_timer, run_python

ROUNDS = 40


def import_time() -> Iterator[Row]:
    bare, ours, ctypes = in_turns(
        ROUNDS, process_timer("pass"), process_timer("import jitney"), process_timer("import ctypes")
    )
    floor = at_most(15, "at most 15 ms more")
    yield Row(
        "import jitney, over a bare start",
        1000 * (ours - bare),
        "ms",
        "import ctypes",
        1000 * (ctypes - bare),
        None,
        floor,
    )
    bare = statistics.median(memory_of("pass") for _ in range(5))
    ours = statistics.median(memory_of("import jitney") for _ in range(5))
    ctypes = statistics.median(memory_of("import ctypes") for _ in range(5))
    yield Row(
        "import jitney, over a bare start",
        ours - bare,
        "MB",
        "import ctypes",
        ctypes - bare,
        None,
        at_most(8, "at most 8 MB more"),
    )


FIRST_JITNEY = """
from time import perf_counter
start = perf_counter()
import jitney
from jitney.x86 import Assembler, rax, rdi, rsi, ptr
a = Assembler()
a.lea(rax, ptr[rdi + rsi])
a.ret()
assert jitney.load(a.code(), "(int64, int64) -> int64")(20, 22) == 42
print(perf_counter() - start)
"""

FIRST_BYTES = """
from time import perf_counter
start = perf_counter()
import jitney
assert jitney.load("48 8d 04 37 c3", "(int64, int64) -> int64")(20, 22) == 42
print(perf_counter() - start)
"""

FIRST_NUMBA = """
from time import perf_counter
start = perf_counter()
import numba
@numba.njit("int64(int64, int64)")
def add(x, y):
    return x + y
assert add(20, 22) == 42
print(perf_counter() - start)
"""


def first_result() -> Iterator[Row]:
    """From before the import to the first result, inside the process: tables are read, nothing is cached."""
    assembled, loaded = (_first(source) for source in (FIRST_JITNEY, FIRST_BYTES))
    ours = (("import, assemble, load, call (cold)", assembled), ("import, load bytes, call (cold)", loaded))
    try:
        installed("numba")
    except Skipped:
        for what, sample in ours:
            yield Row(what, in_turns(ROUNDS, sample)[0], "ms")
        raise
    *times, theirs = in_turns(ROUNDS // 4, assembled, loaded, _first(FIRST_NUMBA))
    for (what, _), time in zip(ours, times, strict=True):
        yield compare_times(what, "ms", time, "Numba: import, compile, call", theirs, None)


def _first(source: str) -> Callable[[], float]:
    return lambda: 1000 * float(run_python(source))
