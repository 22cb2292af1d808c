"""Operators on NumPy scalars, each pair of types against NumPy itself."""

from __future__ import annotations

import itertools
import operator
import os
import random

import numpy as np
import pytest
from frontend.scalar_oracle import TYPES, Operation, outcome, samples

from jitney.frontend import scalars
from jitney.frontend.types import SCALARS

ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
PAIRS = [(a, b) for a in TYPES for b in TYPES if a in SCALARS or b in SCALARS]
POINTS = int(os.environ.get("JITNEY_POINTS", "2000"))
"""How many random numbers are tried where results depend on each bit."""
MOST = 110
"""Pairs of values for each pair of types."""

pytestmark = pytest.mark.filterwarnings("ignore")


def pairs_of_values(a: str, b: str, seed: str) -> list[tuple[object, object]]:
    rng = random.Random(seed)
    found = list(itertools.product(samples(a, rng), samples(b, rng)))
    return found if len(found) <= MOST else rng.sample(found, MOST)


def check(rule: object, oracle: object, names: tuple[str, ...], values: list[tuple[object, ...]]) -> None:
    compiled = Operation(rule, [TYPES[name] for name in names])
    for each in values:
        expected = outcome(oracle, each)
        got = outcome(compiled, each)
        assert got == expected, (names, each)


@pytest.mark.parametrize("op", ARITHMETIC)
def test_binary_operators(op: str) -> None:
    oracle = scalars.RECIPES[op]
    for a, b in PAIRS:
        check(lambda L, x, y: scalars.binary(L, op, x, y), oracle, (a, b), pairs_of_values(a, b, op + a + b))


@pytest.mark.parametrize("op", COMPARISONS)
def test_comparisons(op: str) -> None:
    oracle = scalars.RECIPES[op]
    for a, b in PAIRS:
        check(lambda L, x, y: scalars.compare(L, op, x, y), oracle, (a, b), pairs_of_values(a, b, op + a + b))


@pytest.mark.parametrize("op", ("neg", "pos", "invert", "not", "abs"))
def test_unary_operators(op: str) -> None:
    oracle = {"not": operator.not_, "abs": abs}.get(op) or scalars.RECIPES[op]
    rule = (lambda L, x: scalars.absolute(L, x)) if op == "abs" else (lambda L, x: scalars.unary(L, op, x))
    for name in SCALARS:
        check(rule, oracle, (name,), [(x,) for x in samples(name, random.Random(name))])


def test_types_meet_as_numpy_promotes_them() -> None:
    for a, b in itertools.product(SCALARS, repeat=2):
        expected = np.promote_types(a, b)
        if expected == np.float16:
            expected = np.dtype(np.float32)
        assert scalars.promote(SCALARS[a], SCALARS[b]).dtype == expected.name


@pytest.mark.parametrize("op", ARITHMETIC)
def test_constants_on_the_right(op: str) -> None:
    oracle = scalars.RECIPES[op]
    rng = random.Random(op)
    for a, b in itertools.product(SCALARS, ("int", "float")):
        for constant in rng.sample(samples(b, rng), 9) + ([0, -1, 1, 2] if b == "int" else [0.0, -1.0, 2.0]):
            compiled = Operation(lambda L, x, y: scalars.binary(L, op, x, y), [TYPES[a], TYPES[b]], {1: constant})
            for value in samples(a, rng):
                assert outcome(compiled, (value, constant)) == outcome(oracle, (value, constant)), (value, constant)


@pytest.mark.parametrize("op", ("floordiv", "mod", "pow", "truediv"))
@pytest.mark.parametrize("dtype", (np.float32, np.float64))
def test_many_floats(op: str, dtype: type) -> None:
    rng = random.Random(op)
    compiled = Operation(lambda L, x, y: scalars.binary(L, op, x, y), [TYPES[np.dtype(dtype).name]] * 2)
    for _ in range(POINTS):
        values = (dtype(rng.uniform(-100, 100)), dtype(rng.choice((rng.uniform(-9, 9), rng.randint(-9, 9)))))
        assert outcome(compiled, values) == outcome(scalars.RECIPES[op], values), values
