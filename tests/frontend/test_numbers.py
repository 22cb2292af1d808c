"""Operators on Python's numbers, each pair of types against the interpreter."""

from __future__ import annotations

import builtins
import itertools
import math
import operator
import random
from typing import Any

import pytest
from frontend.number_oracle import (
    FLOATS,
    INTS,
    MAX,
    MIN,
    SAMPLES,
    UINTS,
    WORD,
    Operation,
    check,
    no_word,
    no_word_of_float,
)
from frontend.scalar_oracle import StandIn

from jitney.frontend import numbers
from jitney.frontend.types import BOOL, FLOAT, INT, UINT, Type, make_tuple
from jitney.ir import ops

ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "or", "xor")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
PAIRS = list(itertools.product(SAMPLES, SAMPLES))
NAMES = {INT: "int", UINT: "uint", FLOAT: "float", BOOL: "bool"}


def lowered(op: str) -> Any:
    rule = numbers.binary if op in ARITHMETIC else numbers.compare if op in COMPARISONS else numbers.unary
    return lambda L, *vals: rule(L, op, *vals)


def sane(op: str, x: Any, y: Any) -> bool:
    """Whether the interpreter can carry the operation out in this life."""
    return (
        op not in ("pow", "lshift")
        or not (isinstance(x, int) and isinstance(y, int))
        or y <= 200
        or (op == "pow" and abs(x) <= 1)
    )


def allowed(op: str, types: tuple[Type, ...], values: tuple[Any, ...]) -> Any:
    def may_bail(expected: Any) -> bool:
        if no_word(expected) or expected == (OverflowError, "complex exponentiation"):
            return True
        if op == "pow" and INT in types and values[1] < 0:  # a float, by an exponent that wasn't known
            return True
        # ints of both kinds: the result may be of the other
        return UINT in types and op not in COMPARISONS and op != "truediv"

    return may_bail


def id_of(pair: tuple[Type, Type]) -> str:
    return "-".join(NAMES[type] for type in pair)


@pytest.mark.parametrize("pair", PAIRS, ids=id_of)
@pytest.mark.parametrize("op", ARITHMETIC + COMPARISONS)
def test_binary(op: str, pair: tuple[Type, Type]) -> None:
    operation = Operation(lowered(op), list(pair))
    rng = random.Random(op)
    cases = list(itertools.product(SAMPLES[pair[0]], SAMPLES[pair[1]]))
    rng.shuffle(cases)
    for x, y in cases[:700]:
        if sane(op, x, y):
            check(operation, numbers.RECIPES[op], (x, y), allowed(op, pair, (x, y)))


@pytest.mark.parametrize("pair", PAIRS, ids=id_of)
@pytest.mark.parametrize("op", ARITHMETIC + COMPARISONS)
def test_one_constant(op: str, pair: tuple[Type, Type]) -> None:
    rng = random.Random(op)
    for side in (0, 1):
        for constant in SAMPLES[pair[side]]:
            operands: list[Any] = list(pair)
            operands[side] = constant
            operation = Operation(lowered(op), operands)
            for other in rng.sample(SAMPLES[pair[1 - side]], min(9, len(SAMPLES[pair[1 - side]]))):
                values = (constant, other) if side == 0 else (other, constant)
                if sane(op, *values):
                    check(operation, numbers.RECIPES[op], values, allowed(op, pair, values))


@pytest.mark.parametrize("op", ARITHMETIC + COMPARISONS)
def test_two_constants(op: str) -> None:
    rng = random.Random(op)
    everything: list[Any] = [*INTS, *UINTS, *FLOATS, False, True]
    for _ in range(1500):
        x, y = rng.choice(everything), rng.choice(everything)
        if sane(op, x, y):
            types = tuple(UINT if type(value) is int and value > MAX else FLOAT for value in (x, y))
            check(Operation(lowered(op), [x, y]), numbers.RECIPES[op], (x, y), allowed(op, types, (x, y)))


@pytest.mark.parametrize("op", ARITHMETIC + COMPARISONS)
def test_known_ranges(op: str) -> None:
    ranges = [(0, MAX), (0, 255), (-5, 5), (1, 63), (MIN, -1), (0, 2**32 - 1), (2, 3), (0, 1)]
    rng = random.Random(op)
    for one, two in itertools.product([*ranges, UINT, INT, FLOAT], [*ranges, UINT, INT, FLOAT]):
        operation = Operation(lowered(op), [one, two])
        types = tuple(INT if isinstance(given, tuple) else given for given in (one, two))
        for _ in range(12):
            values = tuple(pick(rng, given) for given in (one, two))
            if sane(op, *values):
                check(operation, numbers.RECIPES[op], values, allowed(op, types, values))


def pick(rng: random.Random, given: Any) -> Any:
    if isinstance(given, Type):
        return rng.choice(SAMPLES[given])
    return rng.choice([given[0], given[1], rng.randint(*given), (given[0] + given[1]) // 2])


@pytest.mark.parametrize("type", SAMPLES, ids=NAMES.get)
@pytest.mark.parametrize("op", ("neg", "pos", "invert"))
def test_unary(op: str, type: Type) -> None:
    if op == "invert" and type is BOOL:
        return  # Python 3.12 warns
    operation = Operation(lowered(op), [type])
    for x in SAMPLES[type]:
        check(operation, numbers.RECIPES[op], (x,), lambda expected: no_word(expected) or type is UINT)


def pair_of(rule: Any) -> Any:
    return lambda L, *vals: make_tuple(list(rule(L, *vals)))


@pytest.mark.parametrize(
    "rule,function",
    [(numbers.to_int, int), (numbers.round_, round)],
    ids=["int", "round"],
)
@pytest.mark.parametrize("type", SAMPLES, ids=NAMES.get)
def test_conversions(rule: Any, function: Any, type: Type) -> None:
    operation = Operation(rule, [type])
    for x in SAMPLES[type]:
        check(operation, function, (x,), no_word_of_float if type is FLOAT else no_word)


@pytest.mark.parametrize("type", SAMPLES, ids=NAMES.get)
@pytest.mark.parametrize("digits", (INT, 0, 1, 2, -1, 5, -3, 400))
def test_round_to_digits(type: Type, digits: Any) -> None:
    operation = Operation(numbers.round_, [type, digits])
    for x in SAMPLES[type]:
        for n in (0, 1, 2, -1, -17, 15, 22) if digits is INT else (digits,):
            check(operation, round, (x, n), lambda expected: no_word(expected) or type is UINT)


@pytest.mark.parametrize("pair", PAIRS, ids=id_of)
def test_divmod(pair: tuple[Type, Type]) -> None:
    operation = Operation(pair_of(numbers.divmod_), list(pair))
    for x, y in itertools.product(*[SAMPLES[type] for type in pair]):
        check(operation, divmod, (x, y), lambda expected: no_word(expected) or UINT in pair)


@pytest.mark.parametrize("divisor", (FLOAT, 1.0, -0.25, 3.0, 0.1, -1e-3, 1e-300, 2.0**1023))
def test_rests_of_floats(divisor: Any) -> None:
    operation = Operation(lambda L, x, y: numbers.binary(L, "mod", x, y), [FLOAT, divisor])
    rng = random.Random(4)
    for _ in range(6000):
        y = rng.uniform(-9, 9) * 10.0 ** rng.randint(-12, 12) if divisor is FLOAT else divisor
        x = rng.choice(
            (
                rng.uniform(-99, 99),
                y * rng.randint(-(10**6), 10**6),
                y * rng.randint(1, 2**53),
                rng.uniform(-1, 1) * 1e12,
            )
        )
        for near in (x, math.nextafter(x, math.inf), math.nextafter(x, -math.inf)):
            check(operation, operator.mod, (near, y), no_word)


@pytest.mark.parametrize("fused", [True, False])
@pytest.mark.parametrize(
    ("exponent", "count"), [(2, 20_000), (3, 2000), (0.5, 2000), (1.5, 2000), (-1, 2000), (-2, 2000)]
)
def test_simple_powers(fused: bool, exponent: float, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The product stands in for pow(x, 2.0), except where the two may differ; so do roots and inverses."""
    monkeypatch.setattr(StandIn.session, "fused", lambda: fused)
    operation = Operation(lambda L, x: numbers.binary(L, "pow", x, L.make_constant(exponent)), [FLOAT])
    rng = random.Random(2)
    for _ in range(20_000 if exponent == 2 else 2000):
        x = rng.uniform(0 if exponent % 1 else -2, 2) * 10.0 ** rng.choice((0, 0, 0, 5, -20, 29, -31, 100, -160, 155))
        check(operation, lambda x: x**exponent, (x,), no_word)


@pytest.mark.parametrize("modulus", (INT, 1, 2, 97, 10**9 + 7, 2**32, 2**32 - 5, -7, 0, 2**40))
def test_pow_with_modulus(modulus: Any) -> None:
    operation = Operation(numbers.pow3, [INT, INT, modulus])
    moduli = (7, 1, 10**9 + 7, -10, 0, 2**32, 2**32 + 15, MAX) if modulus is INT else (modulus,)
    for values in itertools.product((0, 1, -1, 2, -7, 12345678901, MIN, MAX), (0, 1, 2, -1, 65537, MAX), moduli):
        check(operation, builtins.pow, values, no_word)
    for types in ((UINT, INT, INT), (INT, BOOL, UINT), (BOOL, UINT, INT), (FLOAT, INT, INT)):
        values = tuple({INT: 5, UINT: 2**63 + 1, BOOL: True, FLOAT: 1.5}[type] for type in types)
        check(Operation(numbers.pow3, list(types)), builtins.pow, values, no_word)


def test_round_near_halves() -> None:
    rng = random.Random(1)
    for digits in (1, 2, 3, 7, 15, 22):
        operation = Operation(numbers.round_, [FLOAT, digits])
        for _ in range(2000):
            x = rng.choice((rng.uniform(-3, 3), rng.randint(-(10**6), 10**6) / 2 / 10**digits, rng.random() * 1e9))
            for near in (x, math.nextafter(x, math.inf), math.nextafter(x, -math.inf)):
                check(operation, lambda x, digits=digits: round(x, digits), (near,), no_word)


@pytest.mark.parametrize("mask", (0xFF, 0xFFFFFFFF, WORD, 0xFFFF000000000000, 1 << 63))
def test_masks_take_what_comes(mask: int) -> None:
    """Under a mask the checks of what feeds it are free to go: modulo 2**64 the unchecked result is right."""
    for one, two in itertools.product((INT, UINT), repeat=2):
        for op in ("add", "sub", "mul", "xor", "or"):
            operation = Operation(
                lambda L, a, b, op=op: numbers.binary(L, "and", numbers.binary(L, op, a, b), L.make_constant(mask)),
                [one, two],
            )
            uncheck(operation.function)
            for x, y in itertools.product(SAMPLES[one], SAMPLES[two]):
                check(operation, lambda x, y, op=op: numbers.RECIPES[op](x, y) & mask, (x, y), lambda _: False)


def test_a_generator() -> None:
    """xorshift64* keeps its state an unsigned word, with no guard on its way."""

    def step(L: Any, x: Any) -> Any:
        def binary(op: str, a: Any, b: Any) -> Any:
            return numbers.binary(L, op, a, b if not isinstance(b, int) else L.make_constant(b))

        x = binary("xor", x, binary("rshift", x, 12))
        x = binary("xor", x, binary("and", binary("lshift", x, 25), WORD))
        x = binary("xor", x, binary("rshift", x, 27))
        return binary("and", binary("mul", x, 0x2545F4914F6CDD1D), WORD)

    def python(x: int) -> int:
        x ^= x >> 12
        x ^= (x << 25) & WORD
        x ^= x >> 27
        return (x * 0x2545F4914F6CDD1D) & WORD

    operation = Operation(step, [UINT])
    assert operation.result is not None and operation.result.type is UINT
    uncheck(operation.function)
    assert not any(value.op == ops.GUARD or value.exit for value in operation.function.entry.code)
    for x in UINTS:
        check(operation, python, (x,), lambda _: False)


def uncheck(function: Any) -> None:
    """What passes/demanded.py does where every use is under a mask."""
    plain = {
        ops.ADDO: ops.ADD, ops.SUBO: ops.SUB, ops.MULO: ops.MUL, ops.UADDO: ops.ADD, ops.USUBO: ops.SUB,
        ops.UMULO: ops.MUL, ops.SHLO: ops.SHL, ops.USHLO: ops.SHL,
    }  # fmt: skip
    for value in function.entry.code:
        if value.op in plain:
            value.op, value.exit = plain[value.op], None
        if value.type == 0 and value.op != ops.PARAM:
            value.lo, value.hi = MIN, MAX
