"""What many functions cost: loaded and dropped, alive together, half of them dropped and replaced."""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .measure import Row, at_most, run_python

COUNT = 100_000
ROUNDS = 3


def load(number: int) -> Any:
    """A function of its own that returns `number`."""
    import jitney

    return jitney.load(b"\xb8" + number.to_bytes(4, "little") + b"\xc3", "() -> int32")  # mov eax, imm32; ret


def state() -> tuple[float, int]:
    """(resident memory in MB, number of mappings) of this process."""
    gc.collect()
    resident = Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]
    return int(resident) / 1024, Path("/proc/self/maps").read_text().count("\n")


def churn(count: int) -> dict[str, float]:
    """Load and drop, one at a time."""
    for number in range(count // 10):
        assert load(number)() == number
    memory, mappings = state()
    start = time.perf_counter()
    for number in range(count):
        load(number)
    seconds = time.perf_counter() - start
    memory_after, mappings_after = state()
    return {
        "microseconds": 1e6 * seconds / count,
        "memory": memory_after - memory,
        "mappings": mappings_after - mappings,
    }


def replace(count: int) -> dict[str, float]:
    """Load many, then drop a random half and load as many in their place, several times.

    The first time leaves the interpreter's own heap with holes of other sizes than it had; a leak would show as growth
    from then on. Executable memory has to be reused exactly.
    """
    from jitney.machine.memory import arena

    draw = random.Random(1)
    keep = load(count)
    memory_before, mappings_before = state()
    start = time.perf_counter()
    alive = [load(number) for number in range(count)]
    seconds = time.perf_counter() - start
    rounds = [state()]
    text = arena().stats().text_peak
    for _ in range(ROUNDS):
        for number in draw.sample(range(count), count // 2):
            alive[number] = None
        for number in range(count):
            if alive[number] is None:
                alive[number] = load(number)
        rounds.append(state())
    assert all(function() == number for number, function in enumerate(alive))
    text_after = arena().stats().text_peak
    del alive
    memory_end, mappings_end = state()
    assert keep() == count
    memory, mappings = rounds[0]
    return {
        "microseconds": 1e6 * seconds / count,
        "kilobytes": (memory - memory_before) * 1024 / count,
        "mappings": mappings - mappings_before,
        "first_growth": rounds[1][0] - memory,
        "growth_percent": 100 * (rounds[-1][0] / rounds[1][0] - 1),
        "text_growth": (text_after - text) / 2**20,
        "mappings_growth": rounds[-1][1] - mappings,
        "left": memory_end - memory_before,
        "mappings_left": mappings_end - mappings_before,
    }


def in_child(name: str) -> dict[str, float]:
    """Run churn or replace in a process of its own, whose memory nothing else touches."""
    source = "import sys; sys.path.insert(0, sys.argv[1]); from bench.memory import main; main(sys.argv[2])"
    result: dict[str, float] = json.loads(run_python(source, str(Path(__file__).parent.parent), name))
    return result


def main(name: str) -> None:
    json.dump({"churn": churn, "replace": replace}[name](COUNT), sys.stdout)


def many_functions() -> Iterator[Row]:
    no_more = at_most(1, "no growth (1 MB)")
    no_maps = at_most(32, "no growth (32 of 65,530)")  # the interpreter's heap takes and keeps a few of its own

    got = in_child("churn")
    what = f"{COUNT:,} loaded and dropped"
    yield Row(f"{what}: each", got["microseconds"], "µs")
    yield Row(f"{what}: memory", got["memory"], "MB", floor=no_more)
    yield Row(f"{what}: mappings", got["mappings"], "more", floor=no_maps)

    got = in_child("replace")
    what = f"{COUNT:,} alive"
    yield Row(f"{what}: each", got["microseconds"], "µs")
    yield Row(f"{what}: each", got["kilobytes"], "KB")
    yield Row(f"{what}: mappings", got["mappings"], "more", floor=no_maps)
    yield Row("random half replaced, first time: memory", got["first_growth"], "MB")
    what = f"random half replaced, {ROUNDS - 1} times more: memory"
    yield Row(what, got["growth_percent"], "%", floor=at_most(1, "no growth (1 %)"))
    yield Row("random half replaced: executable memory", got["text_growth"], "MB", floor=at_most(0, "no growth"))
    yield Row("random half replaced: mappings", got["mappings_growth"], "more", floor=no_maps)
    yield Row("all dropped: memory left", got["left"], "MB")
    yield Row("all dropped: mappings left", got["mappings_left"], "more", floor=no_maps)
