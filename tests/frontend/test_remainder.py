"""fmod in place, against the C library's."""

from __future__ import annotations

import math
import os
import random
from typing import Any

import numpy as np
import pytest
from frontend.scalar_oracle import TYPES, Bailed, Operation, outcome

from jitney.frontend.remainder import QUOTIENT, fmod
from jitney.frontend.types import Val

POINTS = int(os.environ.get("JITNEY_POINTS", "10000"))

pytestmark = pytest.mark.filterwarnings("ignore")


def in_place(name: str) -> Any:
    """fmod of that type, which bails where it would call."""

    def rule(L: Any, x: Val, y: Val) -> Val:
        def called() -> Any:
            L.b.guard(L.b.false, L.bails("called"))
            return x.word

        return Val(x.type, (fmod(L, x.word, y.word, called),))

    return Operation(rule, [TYPES[name]] * 2)


def hard_pair(rng: random.Random) -> tuple[float, float]:
    """Operands whose quotient is near an integer or a half, or of any size, subnormal ones too."""
    kind = rng.randrange(6)
    y = math.ldexp(rng.uniform(1, 2), rng.choice((0, 0, 3, -1074, -1050, -1022, 900, rng.randint(-1000, 990))))
    if kind == 0:
        x = y * rng.randint(0, int(QUOTIENT))
    elif kind == 1:
        x = y * (rng.randint(0, 1 << rng.randint(1, 24)) + 0.5)
    elif kind == 2:
        x = y * rng.uniform(0, 3)
    elif kind == 3:
        x = math.ldexp(rng.uniform(1, 2), rng.randint(-1074, 1000))
    elif kind == 4:
        x = y * rng.uniform(0, 1 << rng.randint(1, 24))
    else:
        y = float(rng.randint(1, 1000)) / rng.choice((1, 10, 7))
        x = rng.randint(0, 10**6) / rng.choice((1, 10, 7))
    if not math.isfinite(x):
        x = y
    for _ in range(rng.randrange(3)):
        x = math.nextafter(x, rng.choice((0.0, math.inf))) if math.isfinite(x) else 1.0
    return math.copysign(x, rng.choice((1, -1))), math.copysign(y, rng.choice((1, -1)))


@pytest.mark.parametrize("name", ("float64", "float32"))
def test_results_are_those_of_the_c_library(name: str) -> None:
    make = np.dtype(name).type
    rng, compiled, near = random.Random(name), in_place(name), 0
    for _ in range(POINTS):
        values = tuple(make(value) for value in hard_pair(rng))
        try:
            got = outcome(compiled, values)
        except Bailed:
            continue
        near += 1
        assert got == outcome(np.fmod, values), values
    assert near > POINTS / 3


@pytest.mark.parametrize("name", ("float64", "float32"))
def test_special_values_are_left_to_it(name: str) -> None:
    make = np.dtype(name).type
    compiled = in_place(name)
    for x, y in (
        (1, 0),
        (math.inf, 1),
        (1, math.inf),
        (math.nan, 1),
        (1, math.nan),
        (1e30, 1e-3),
        (0, 0),
        (-0.0, -0.0),
    ):
        with pytest.raises(Bailed):
            compiled(make(x), make(y))
    for x, y in ((0, 1), (-0.0, 1), (-3, 3), (3, -3), (-0.0, -7)):
        assert outcome(compiled, (make(x), make(y))) == outcome(np.fmod, (make(x), make(y)))
