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
    """Load many, drop a random half, load as many again: twice, so that fragments of the first time are found again."""
    draw = random.Random(1)
    load(0)
    memory_before, mappings_before = state()
    alive = [load(number) for number in range(count)]
    memory, mappings = state()
    growth = []
    for _ in range(2):
        for number in draw.sample(range(count), count // 2):
            alive[number] = None
        for number in range(count):
            if alive[number] is None:
                alive[number] = load(number)
        memory_after, mappings_after = state()
        growth.append((memory_after - memory, mappings_after - mappings))
    assert all(function() == number for number, function in enumerate(alive))
    del alive
    memory_end, mappings_end = state()
    return {
        "bytes": (memory - memory_before) * 2**20 / count,
        "mappings": mappings - mappings_before,
        "total": memory - memory_before,
        "growth": max(memory for memory, _ in growth),
        "mappings_growth": max(mappings for _, mappings in growth),
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
    got = in_child("churn")
    no_more = at_most(1, "no growth (1 MB)")
    no_maps = at_most(4, "no growth (4)")
    what = f"{COUNT:,} loaded and dropped"
    yield Row(f"{what}: each", got["microseconds"], "µs")
    yield Row(f"{what}: memory", got["memory"], "MB", floor=no_more)
    yield Row(f"{what}: mappings", got["mappings"], "", floor=no_maps)
    got = in_child("replace")
    what = f"{COUNT:,} alive"
    yield Row(f"{what}: memory of each", got["bytes"], "bytes")
    yield Row(f"{what}: mappings", got["mappings"], "")
    share = 100 * got["growth"] / got["total"]
    yield Row(f"{what}, half replaced: memory", share, "%", floor=at_most(2, "no growth (2 %)"))
    yield Row(f"{what}, half replaced: mappings", got["mappings_growth"], "", floor=no_maps)
    yield Row(f"{what}, all dropped: memory left", got["left"], "MB")
    yield Row(f"{what}, all dropped: mappings left", got["mappings_left"], "", floor=no_maps)
