"""Dropped checks against Python's own ints, which have no bound: a result is Python's, or the function has left."""

from __future__ import annotations

import operator
import random
from collections.abc import Callable

from ir.generate import WORDS

from jitney.ir.builder import Builder
from jitney.ir.function import BAIL, Exit, Function, Value
from jitney.ir.interpret import run
from jitney.ir.types import I64, WORD
from jitney.ir.verify import verify
from jitney.passes import dead, demanded, fold, ranges

OPERATIONS: dict[str, Callable[[int, int], int]] = {
    "addo": operator.add,
    "subo": operator.sub,
    "mulo": operator.mul,
    "and_": operator.and_,
    "or_": operator.or_,
    "xor": operator.xor,
}


def random_expression(rng: random.Random) -> tuple[Function, Callable[[list[int]], list[int]]]:
    """A function whose results are seen through masks, or not, and the same in Python."""
    function = Function("masked", (I64, I64))
    entry = function.block()
    function.blocks.append(entry)
    b = Builder(function, entry)
    words = [function.param(entry, I64) for _ in range(3)]
    steps: list[Callable[[list[int]], int]] = []

    def emit(value: Value, step: Callable[[list[int]], int]) -> None:
        words.append(value)
        steps.append(step)

    for _ in range(rng.randrange(2, 12)):
        i, j = (rng.randrange(max(len(words) - 4, 0), len(words)) for _ in range(2))
        kind = rng.randrange(9)
        if kind < 5:
            name = rng.choice(list(OPERATIONS))
            exits = (Exit(BAIL, 1),) if name.endswith("o") else ()
            emit(
                getattr(b, name)(words[i], words[j], *exits),
                lambda known, i=i, j=j, name=name: OPERATIONS[name](known[i], known[j]),
            )
        elif kind == 5:
            count = rng.randrange(1, 63)
            emit(b.shlo(words[i], b.word(count), Exit(BAIL, 1)), lambda known, i=i, count=count: known[i] << count)
        elif kind == 6:
            number = rng.choice([31, 16777619, 6364136223846793005])
            emit(b.mulo(words[i], b.word(number), Exit(BAIL, 1)), lambda known, i=i, number=number: known[i] * number)
        elif kind == 7:
            mask = rng.choice([1, 0xFF, 0xFFFFFFFF, (1 << 63) - 1])
            emit(b.and_(words[i], b.word(mask)), lambda known, i=i, mask=mask: known[i] & mask)
        else:
            emit(b.sar(words[i], b.word(3)), lambda known, i=i: known[i] >> 3)
    last = len(words) - 1
    entry.return_((b.and_(words[last], b.word(0xFFFFFFFF)), b.wrap(words[last - 1])))

    def in_python(arguments: list[int]) -> list[int]:
        known = list(arguments)
        for step in steps:
            known.append(step(known))
        return [known[last] & 0xFFFFFFFF, known[last - 1] & WORD]

    return function, in_python


def test_results_are_those_of_python() -> None:
    rng = random.Random(3)
    returned = spared = 0
    for _ in range(600):
        function, in_python = random_expression(rng)
        inputs = [[rng.choice(WORDS) for _ in range(3)] for _ in range(6)]
        before = [run(function, given).results for given in inputs]
        for run_pass in (demanded.run, ranges.run, fold.run, dead.run):
            run_pass(function)
            verify(function)
        for given, was in zip(inputs, before, strict=True):
            results = run(function, given).results
            if results is not None:
                returned += 1
                spared += was is None
                assert [word & WORD for word in results] == in_python(given)
    assert returned > 1000 and spared > 300
