"""Two comparisons made one, against both: every pair of them, on all numbers near the constants."""

from __future__ import annotations

import itertools
import random

import pytest

from jitney.ir.interpret import run
from jitney.ir.text import parse_function
from jitney.ir.types import MAX, MIN
from jitney.ir.verify import verify
from jitney.passes import between

NUMBERS = (MIN, -1, 0, 4, 5, 6, 7, MAX)
TESTS = [text for op in ("eq", "ne", "lt", "le") for n in NUMBERS for text in (f"{op} v1, {n}", f"{op} {n}, v1")]
BOUNDS = ["le 0, v1", "lt v1, 0", "lt -1, v1", "lt v1, v2", "le v1, v2", "lt v2, v1", "le v2, v1"]
RANGES = ("", " 0..255", " -3..9")


def source(first: str, second: str, ways: tuple[int, int], range: str) -> str:
    """Both tests, of which one way each leads to the same block."""
    past, left = ("b4", "b5") if ways[0] else ("b5", "b4")
    then = ("b6", "b5") if ways[1] else ("b5", "b6")
    if past == "b5":
        past, left = "b5", "b4"
    return f"""function f(v1: i64{range}, v2: i64 0..8) -> i64 {{
b3:
  v7: bool = {first}
  branch v7, {past}, {left}
b4:
  v8: bool = {second}
  branch v8, {then[0]}, {then[1]}
b6:
  return 1
b5:
  return 0
}}
"""


@pytest.mark.parametrize("range", RANGES)
def test_every_pair(range: str) -> None:
    rng = random.Random(range)
    pairs = [*itertools.product(TESTS, TESTS), *itertools.product(BOUNDS, BOUNDS)]
    joined = 0
    for first, second in rng.sample(pairs, 150) + pairs[-(len(BOUNDS) ** 2) :]:
        ways = rng.choice(((0, 0), (0, 1), (1, 0), (1, 1)))
        text = source(first, second, ways, range)
        before, after = parse_function(text), parse_function(text)
        between.run(after)
        verify(after)
        joined += len(after.blocks) < len(before.blocks)
        lo, hi = before.entry.params[0].lo, before.entry.params[0].hi
        near = {number + more for number in (*NUMBERS, lo, hi, 2, 8) for more in (-1, 0, 1)}
        for x in (x for x in near if lo <= x <= hi):
            for limit in (0, 5, 8):
                assert run(before, [x, limit]).results == run(after, [x, limit]).results, f"{x}, {limit}: {text}"
    assert joined > 40
