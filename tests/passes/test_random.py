"""Passes over random functions: the verifier accepts what they leave, and the outcome is the same.

But for needless checks: where the function left by an exit whose check was dropped, anything may follow.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from ir.generate import random_function, random_value

from jitney.ir.interpret import run
from jitney.ir.verify import verify
from jitney.passes import (
    blocks,
    carried,
    dead,
    demanded,
    fold,
    hoist,
    ifconvert,
    params,
    polls,
    ranges,
    references,
    sinking,
)

PASSES = {
    "params": params.run,
    "blocks": blocks.run,
    "demanded": demanded.run,
    "ranges": ranges.run,
    "fold": fold.run,
    "dead": dead.run,
    "hoist": hoist.run,
    "ifconvert": ifconvert.run,
    "references": references.run,
    "polls": polls.run,
    "carried": carried.run,
    "sinking": sinking.run,
}
DROP_EXITS = (demanded.run, dead.run)
ALL = (params.run, demanded.run, ranges.run, fold.run, blocks.run, dead.run, ifconvert.run, hoist.run)


def plain(values: Any) -> Any:
    """Floats as text, since NaNs differ from themselves."""
    return values if values is None else [repr(value) for value in values]


def check(seed: int, passes: Any) -> None:
    rng = random.Random(seed)
    function, arguments = random_function(rng, rng.choice([10, 40, 120]))
    inputs = [arguments] + [[random_value(rng, param.type) for param in function.entry.params] for _ in range(3)]
    before = [run(function, given) for given in inputs]
    for run_pass in passes:
        run_pass(function)
        verify(function)
        kept = {id(exit) for exit in function.exits()}
        for place, given in enumerate(inputs):
            was, now = before[place], run(function, given)
            before[place] = now
            if run_pass in DROP_EXITS and was.exit is not None and id(was.exit) not in kept:
                continue
            assert now.exit is was.exit
            assert plain(now.results) == plain(was.results)
            assert plain(now.operands) == plain(was.operands)


@pytest.mark.parametrize("name", PASSES)
def test_a_pass(name: str) -> None:
    for seed in range(100):
        check(seed, [PASSES[name]])


def test_all_passes() -> None:
    for seed in range(1000, 1250):
        check(seed, ALL)
