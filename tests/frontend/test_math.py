"""`math` and `operator`, each function against itself in the interpreter."""

from __future__ import annotations

import itertools
import math
import operator
import os
import random
import struct
from typing import Any

import numpy as np
import pytest
from frontend.number_oracle import FLOATS, INTS, MAX, SAMPLES, Operation, check, no_word, no_word_of_float

from jitney.frontend import libm
from jitney.frontend.library import math as rules
from jitney.frontend.library import rule_for
from jitney.frontend.types import BOOL, FLOAT, INT, SCALARS, UINT, Type, make_tuple
from jitney.ir.types import F64, I64
from jitney.machine.externals import address_of

POINTS = int(os.environ.get("JITNEY_MATH_POINTS", "3000"))
"""How many points of each C function are compared: 100,000 for a thorough run."""

NAMES = [name for name in dir(math) if callable(getattr(math, name)) and not name.startswith("_")]
ONE = [*rules._LIBM, "sqrt", "fabs", "degrees", "radians", "isnan", "isinf", "isfinite", "ulp", "modf", "frexp"]
ONE += ["floor", "ceil", "trunc", "gamma", "lgamma"]
TWO = [*rules._LIBM2, "copysign", "log", "hypot", "isclose"]


def lowered(function: Any, **keywords: Any) -> Any:
    rule = rule_for(function)
    assert rule is not None
    return lambda L, *vals: rule(L, list(vals), {name: L.make_constant(value) for name, value in keywords.items()})


def present(names: list[str]) -> list[str]:
    return [name for name in names if hasattr(math, name)]


def random_floats(rng: random.Random, count: int) -> list[float]:
    """Of all magnitudes; and of the usual ones."""
    found = []
    while len(found) < count:
        x = struct.unpack("<d", rng.randbytes(8))[0]
        found += [
            x,
            rng.uniform(-1, 1),
            rng.uniform(-20, 20),
            rng.uniform(0, 1000),
            math.ldexp(rng.random(), rng.randint(-60, 60)),
        ]
    return found[:count]


def test_every_function_has_its_rule() -> None:
    assert [name for name in NAMES if rule_for(getattr(math, name)) is None] == []


@pytest.mark.parametrize("name", present(ONE))
@pytest.mark.parametrize("type", SAMPLES, ids=str)
def test_one_argument(name: str, type: Type) -> None:
    function = getattr(math, name)
    operation = Operation(lowered(function), [type])
    more = random_floats(random.Random(name), 200) if type is FLOAT else []
    may_bail = no_word_of_float if type is FLOAT else no_word
    for x in SAMPLES[type] + more:
        check(operation, function, (x,), may_bail)
        if type is not BOOL and (x == x):
            check(Operation(lowered(function), [x]), function, (x,), may_bail)


@pytest.mark.parametrize("name", present(TWO))
@pytest.mark.parametrize("pair", [(FLOAT, FLOAT), (INT, FLOAT), (FLOAT, UINT), (BOOL, INT)], ids=str)
def test_two_arguments(name: str, pair: tuple[Type, Type]) -> None:
    function = getattr(math, name)
    operation = Operation(lowered(function), list(pair))
    rng = random.Random(name)
    cases = list(itertools.product(SAMPLES[pair[0]], SAMPLES[pair[1]]))
    if pair == (FLOAT, FLOAT):
        cases += zip(random_floats(rng, 300), random_floats(rng, 300), strict=True)
        cases += [(math.inf, y) for y in FLOATS] + [(x, -math.inf) for x in FLOATS]
    for x, y in cases:
        check(operation, function, (x, y), no_word)


@pytest.mark.parametrize("name", [*rules._LIBM, *rules._LIBM2, "ldexp", "fma"])
def test_provenance(name: str) -> None:
    """What is called in the C library's name gives the interpreter's bits."""
    if not hasattr(math, name):
        return
    reference = getattr(math, name)
    parameters = {"ldexp": (F64, I64), "fma": (F64,) * 3}.get(name, (F64,) * (2 if name in rules._LIBM2 else 1))
    assert libm.symbol(name, parameters, reference), f"math.{name} is not the C library's {name}"
    rng = random.Random(name)
    columns = [
        random_floats(rng, POINTS) if parameter == F64 else [rng.randint(-1100, 1100) for _ in range(POINTS)]
        for parameter in parameters
    ]
    function = libm.function_at(address_of(name), parameters)
    assert libm.agrees(function, reference, zip(*columns, strict=True))


def test_a_wrong_symbol_is_not_trusted() -> None:
    assert libm.symbol("sin", (F64,), math.cos) is None
    assert libm.symbol("no_such_function_at_all", (F64,), math.sin) is None


@pytest.mark.parametrize("type", (FLOAT, INT), ids=str)
def test_ldexp(type: Type) -> None:
    operation = Operation(lowered(math.ldexp), [type, INT])
    for x, n in itertools.product(
        SAMPLES[type], [*INTS, 1023, 1024, -1022, -1074, -1075, 2098, -2098, 2**31, -(2**40)]
    ):
        check(operation, math.ldexp, (x, n), no_word)
    check(Operation(lowered(math.ldexp), [FLOAT, FLOAT]), math.ldexp, (1.0, 2.0), no_word)


def test_isclose() -> None:
    for keywords in ({}, {"rel_tol": 0.25}, {"abs_tol": 0.5}, {"rel_tol": -1.0}, {"rel_tol": 0.0, "abs_tol": -0.5}):
        operation = Operation(lowered(math.isclose, **keywords), [FLOAT, FLOAT])
        for x, y in itertools.product([*FLOATS, 1.0 + 1e-9, 1.0 + 1e-10, 0.75, 1.25], repeat=2):
            check(operation, lambda x, y, keywords=keywords: math.isclose(x, y, **keywords), (x, y), no_word)


@pytest.mark.skipif(not hasattr(math, "fma"), reason="new in Python 3.13")
def test_fma() -> None:
    operation = Operation(lowered(math.fma), [FLOAT] * 3)  # type: ignore[attr-defined]
    rng = random.Random(3)
    for _ in range(3000):
        values = tuple(rng.choice(FLOATS) for _ in range(3))
        check(operation, math.fma, values, no_word)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ("isqrt", "factorial"))
def test_one_int(name: str) -> None:
    function = getattr(math, name)
    rng = random.Random(name)
    roots = [rng.randint(1, 3037000499) for _ in range(300)] + [3037000499, 2**26, 94906265, 94906266]
    squares = [root * root + near for root in roots for near in (-1, 0, 1)]
    for type in (INT, BOOL, UINT):
        operation = Operation(lowered(function), [type])
        for x in SAMPLES[type] + (squares if type is INT and name == "isqrt" else []):
            if name == "isqrt" or x <= 1000:
                check(operation, function, (x,), lambda expected, type=type: no_word(expected) or type is UINT)
    check(Operation(lowered(function), [FLOAT]), function, (2.5,), no_word)


@pytest.mark.parametrize("name", ("gcd", "lcm", "comb", "perm"))
def test_two_ints(name: str) -> None:
    function = getattr(math, name)
    operation = Operation(lowered(function), [INT, INT])
    rng = random.Random(name)
    cases = list(itertools.product(INTS, INTS))
    cases += [(rng.randint(-(10**k), 10**k), rng.randint(-(10**k), 10**k)) for k in range(1, 18) for _ in range(20)]
    for x, y in cases:
        if name in ("gcd", "lcm") or (abs(x) < 1000 and abs(y) < 1000):
            check(operation, function, (x, y), lambda expected, x=x, y=y: no_word(expected) or -(2**63) in (x, y))


def test_gcd_of_any_number() -> None:
    for count in range(5):
        for name in ("gcd", "lcm"):
            operation = Operation(lowered(getattr(math, name)), [INT] * count)
            for values in ((12, 18, 27, 8), (0, 0, 0, 0), (-4, 6, 10, 14), (5, 0, 7, 1)):
                check(operation, getattr(math, name), values[:count], no_word)


def test_over_tuples() -> None:
    def over(function: Any) -> Any:
        return lambda L, *vals: lowered(function)(L, make_tuple(list(vals)))

    for values in ((1.5, 2, True), (2**62, 3, 1), (0.1, 10, False)):
        operation = Operation(over(math.prod), [FLOAT if isinstance(v, float) else type_of(v) for v in values])
        check(operation, lambda *items: math.prod(items), values, no_word)


@pytest.mark.parametrize("count", (0, 1, 2, 3, 4, 9))
def test_norms(count: int) -> None:
    """Bits and all, in every dimension."""
    rng = random.Random(count)
    hypot = Operation(lowered(math.hypot), [FLOAT] * count)
    dist = Operation(
        lambda L, *vals: lowered(math.dist)(L, make_tuple(list(vals[:count])), make_tuple(list(vals[count:]))),
        [FLOAT] * (2 * count),
    )
    for turn in range(2000 if count in (2, 3) else 200):
        scale = 10.0 ** rng.randint(-3, 3) if turn % 10 else 10.0 ** rng.randint(-320, 307)
        values = [rng.choice(FLOATS) if rng.random() < 0.05 else rng.uniform(-1, 1) * scale for _ in range(2 * count)]
        check(hypot, math.hypot, tuple(values[:count]), no_word)
        check(dist, lambda *values: math.dist(values[:count], values[count:]), tuple(values), no_word)


def type_of(value: int) -> Type:
    return BOOL if isinstance(value, bool) else INT


@pytest.mark.parametrize("name", ("sqrt", "sin", "exp", "log", "floor", "ceil", "trunc", "isnan", "degrees"))
def test_numpy_scalars(name: str) -> None:
    function = getattr(math, name)
    for dtype, type in SCALARS.items():
        operation = Operation(lowered(function), [type])
        make: Any = np.dtype(dtype).type
        values: list[Any] = [make(x) for x in (0, 1, 3)]
        if type.kind == "f":
            values += [make(x) for x in (2.5, -0.3, math.nan, math.inf)]
        elif type.kind == "i":
            values.append(make(-(1 << type.bits - 1)))
        elif type.kind == "u":
            values.append(make((1 << type.bits) - 1))
        for x in values:
            check(operation, function, (x,), no_word_of_float)


def test_wrong_arguments() -> None:
    check(Operation(lowered(math.sin), [FLOAT, FLOAT]), math.sin, (1.0, 2.0), no_word)
    check(Operation(lowered(math.atan2), [FLOAT]), math.atan2, (1.0,), no_word)


@pytest.mark.parametrize(
    "name", ("add", "sub", "imul", "and_", "iand", "or_", "ior", "ixor", "lt", "ne", "ilshift", "mod")
)
def test_operator(name: str) -> None:
    function = getattr(operator, name)
    operation = Operation(lowered(function), [INT, INT])
    for x, y in itertools.product((-3, 0, 1, 5, 62), repeat=2):
        check(operation, function, (x, y), no_word)


@pytest.mark.parametrize("name", ("neg", "pos", "inv", "invert", "not_", "truth", "index"))
def test_operator_of_one(name: str) -> None:
    function = getattr(operator, name)
    for type in (INT, UINT):
        operation = Operation(lowered(function), [type])
        for x in SAMPLES[type]:
            check(operation, function, (x,), lambda expected, big=type is UINT and x > MAX: no_word(expected) or big)
