"""How the figures are taken: timed side by side in turns, medians of many rounds, memory in processes of their own."""

from __future__ import annotations

import gc
import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class Skipped(Exception):
    """A figure cannot be taken here; the text says why (a peer is not installed)."""


@dataclass(frozen=True)
class Floor:
    """What a figure has to reach: `number` compared with the ratio to the peer, or with our own number if none."""

    number: float
    at_least: bool = False
    text: str = ""

    def holds(self, number: float) -> bool:
        return number >= self.number if self.at_least else number <= self.number


def at_most(number: float, text: str) -> Floor:
    return Floor(number, False, text)


def at_least(number: float, text: str) -> Floor:
    return Floor(number, True, text)


@dataclass(frozen=True)
class Row:
    """One line of the table. `ratio` is in the direction of the floor: our time to theirs, or how many times faster."""

    what: str
    ours: float
    unit: str
    peer: str = ""
    theirs: float | None = None
    ratio: float | None = None
    floor: Floor | None = None

    @property
    def ok(self) -> bool | None:
        """Whether the floor is reached; None where there is none, and the row is for information."""
        if self.floor is None:
            return None
        return self.floor.holds(self.ours if self.ratio is None else self.ratio)


def compare_times(what: str, unit: str, ours: float, peer: str, theirs: float, floor: Floor | None) -> Row:
    """A row for two times in the same unit."""
    faster = floor is None or floor.at_least
    return Row(what, ours, unit, peer, theirs, theirs / ours if faster else ours / theirs, floor)


def in_turns(
    rounds: int,
    *samples: Callable[[], float],
    summary: Callable[[list[float]], float] = statistics.median,
) -> list[float]:
    """Run every sample once a round, and give the median of each; so all of them see the same noise of the machine."""
    results: list[list[float]] = [[] for _ in samples]
    for sample in samples:
        sample()
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for _ in range(rounds):
            for sample, result in zip(samples, results, strict=True):
                result.append(sample())
    finally:
        if was_enabled:
            gc.enable()
    return [summary(result) for result in results]


def geometric_mean(ratios: Iterable[float]) -> float:
    return math.exp(statistics.fmean(map(math.log, ratios)))


CALLS_UNROLLED = 100


def call_timer(function: Callable[..., Any], *arguments: Any, repeat: int = 20) -> Callable[[], float]:
    """A sample for `in_turns`: nanoseconds per call of `function`, from a loop with many calls written out in a row.

    The calls are of local names with positional arguments, as in the body of a hot Python function.
    """
    names = [f"a{i}" for i in range(len(arguments))]
    call = f"        f({', '.join(names)})\n"
    source = (
        f"def timed(f, {', '.join(names)}, loop, now):\n    start = now()\n    for _ in loop:\n{call * CALLS_UNROLLED}"
    )
    namespace: dict[str, Any] = {}
    exec(source + "    return now() - start\n", namespace)
    timed = namespace["timed"]

    def sample() -> float:
        elapsed: int = timed(function, *arguments, range(repeat), time.perf_counter_ns)
        return elapsed / (repeat * CALLS_UNROLLED)

    return sample


def timer(function: Callable[[], object]) -> Callable[[], float]:
    """A sample for `in_turns`: the seconds that one call of `function` takes."""

    def sample() -> float:
        start = time.perf_counter()
        function()
        return time.perf_counter() - start

    return sample


def run_python(source: str | Path, *arguments: str) -> str:
    """Run `source`, a program or the file of one, in a fresh interpreter, and give what it prints.

    Compiled modules are kept, whatever the environment says: nobody's second import compiles the source again.
    """
    program = [str(source)] if isinstance(source, Path) else ["-c", source]
    command = [sys.executable, *program, *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout


def process_timer(source: str | Path) -> Callable[[], float]:
    """A sample for `in_turns`: the seconds from starting an interpreter that runs `source` to its end."""
    return timer(lambda: run_python(source))


def memory_of(source: str) -> float:
    """The most memory, in MB, that a fresh interpreter running `source` has resident (ru_maxrss is inherited)."""
    return float(run_python(source + "\nprint(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])")) / 1024


def installed(module: str) -> Any:
    """Import a peer, or skip the figure, saying so."""
    import importlib

    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise Skipped(f"{module} is not installed: {error}") from None


Figure = Callable[[], Iterator["Row | str"]]
"""A function that takes one or more figures, and may say more in lines of text. One that raises Skipped is reported."""
