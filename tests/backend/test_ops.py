"""Every op with chosen operands, constant or not, against the interpreter, at every processor level."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from backend.native import Compiled, same
from backend.test_random import TARGETS

from jitney.ir import ops
from jitney.ir.builder import Builder, to_f32
from jitney.ir.function import BAIL, Exit, Function, Memory
from jitney.ir.interpret import run as interpret
from jitney.ir.types import BOOL, F32, F64, I64, KINDS, MAX, MIN
from jitney.ir.verify import IRError
from jitney.x86.lowering import lowering

INF, NAN = float("inf"), float("nan")
WORDS = [0, 1, -1, 2, 5, 63, 64, 127, 128, -128, 255, 256, 40000, 2**31 - 1, 2**31, -(2**31), 2**32 - 1, 2**32]
WORDS += [10**12, -(10**15) - 1, 2**53 + 1, 2**62, MAX, MAX - 1, MIN, MIN + 1]
FLOATS = [0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 1e300, -1e-310, 2.0**52 + 0.5, 2.0**53 + 2, -(2.0**63), 2.0**63]
FLOATS += [9.3e18, 4503599627370495.5, -8388607.5, 16777217.0, INF, -INF, NAN]
VALUES: dict[int, list[Any]] = {
    I64: WORDS,
    F64: FLOATS,
    F32: sorted({to_f32(x) for x in FLOATS}, key=str),
    BOOL: [0, 1],
}

BINARY = "add sub mul and or xor shl sar shr div mod udiv umod mulhi umulhi eq ne lt le ult ule".split()
CHECKED = "addo subo mulo uaddo usubo umulo shlo ushlo".split()
UNARY = "sext8 sext16 sext32 zext8 zext16 zext32 popcnt bitlen wrap".split()
FLOAT_BINARY = "fadd fsub fmul fdiv fcopysign feq fne flt fle".split()
FLOAT_UNARY = "fneg fabs fsqrt ffloor fceil ftrunc fnearest".split()
CONVERSIONS = [("b2i", BOOL, I64), ("i2f", I64, F64), ("u2f", I64, F64), ("i2s", I64, F32), ("u2s", I64, F32)]
CONVERSIONS += [("f2s", F64, F32), ("s2f", F32, F64), ("f2i", F64, I64), ("f2i", F32, I64), ("fbits", F64, I64)]
CONVERSIONS += [("sbits", F32, I64), ("ifbits", I64, F64), ("isbits", I64, F32)]

Op = tuple[str, tuple[int, ...], int]


def all_ops() -> list[Op]:
    found: list[Op] = [(name, (I64, I64), BOOL if name in BINARY[-6:] else I64) for name in BINARY]
    found += [(name, (I64, I64), I64) for name in CHECKED]
    found += [(name, (I64,), I64) for name in UNARY]
    for type in (F64, F32):
        found += [(name, (type, type), BOOL if name in FLOAT_BINARY[-4:] else type) for name in FLOAT_BINARY]
        found += [(name, (type,), type) for name in FLOAT_UNARY]
    found += [(name, (BOOL, BOOL), BOOL) for name in ("band", "bor", "bxor")] + [("bnot", (BOOL,), BOOL)]
    found += [(name, (one,), other) for name, one, other in CONVERSIONS]
    found += [("select", (BOOL, type, type), type) for type in (I64, F64, F32, BOOL)]
    return found


def one_op(op: Op, constants: dict[int, Any], ranges: bool = False, arguments: tuple[Any, ...] = ()) -> Function:
    """A function that computes one op, of parameters or constants, and gives its operands too."""
    name, types, result = op
    function = Function("one", (result, *types))
    entry = function.block()
    function.blocks.append(entry)
    builder = Builder(function, entry)
    operands = []
    for position, type in enumerate(types):
        if position in constants:
            operands.append(function.const(type, constants[position]))
        else:
            operands.append(function.param(entry, type))
            if ranges and type == I64:
                given = arguments[position]
                operands[-1].lo, operands[-1].hi = (0, max(given, 100)) if given >= 0 else (given, 100)
    exit = None
    if name in CHECKED:
        exit = Exit(BAIL, 1, None, tuple(operands))
    value = builder.emit(ops.CODES[name], result, tuple(operands), None, exit)
    entry.return_((value, *operands))
    return function


def samples(types: tuple[int, ...], rng: random.Random, count: int) -> list[tuple[Any, ...]]:
    every = list(itertools.product(*(VALUES[type] for type in types)))
    return every if len(every) <= count else rng.sample(every, count)


def check(function: Function, compiled: Compiled, arguments: list[Any]) -> None:
    try:
        expected = interpret(function, arguments)
    except IRError:
        return  # undefined
    found = compiled(*arguments)
    assert same(found, expected), (arguments, found, expected, compiled.listing())


@pytest.mark.parametrize("name", TARGETS)
def test_of_parameters(name: str) -> None:
    rng = random.Random(3)
    for op in all_ops():
        function = one_op(op, {})
        compiled = Compiled([function], lowering(*TARGETS[name]))
        for arguments in samples(op[1], rng, 120):
            check(function, compiled, list(arguments))


@pytest.mark.parametrize("name", ["native", "sse2", "few registers"])
def test_of_constants_and_ranges(name: str) -> None:
    rng = random.Random(4)
    for op in all_ops():
        for arguments in samples(op[1], rng, 14):
            for position in range(-1, len(op[1])):
                function = one_op(op, {position: arguments[position]} if position >= 0 else {}, True, arguments)
                compiled = Compiled([function], lowering(*TARGETS[name]))
                given = [value for place, value in enumerate(arguments) if place != position]
                check(function, compiled, given)


@pytest.mark.parametrize("name", ["div", "mod", "udiv", "umod"])
def test_division_by_constants(name: str) -> None:
    """Each way to divide by a constant: dividends of any sign, from 0 on, and small ones."""
    rng = random.Random(5)
    divisors = [2, 3, 5, 6, 7, 10, 12, 100, 641, 1000003, 2**31 - 1, 2**31 + 1, 2**32 + 1, 10**18, 2**62 + 1, MAX]
    divisors += [-2, -3, -7, -(10**12), MIN, 1, 16] + [rng.getrandbits(rng.randrange(2, 63)) | 3 for _ in range(10)]
    for divisor in divisors:
        near = [divisor * factor + offset for factor in (-3, -1, 0, 1, 2, 1000) for offset in (-1, 0, 1)]
        dividends = [word for word in (*near, *WORDS) if MIN <= word <= MAX]
        for lo, hi in ((MIN, MAX), (0, MAX), (0, 2**31 - 1), (0, 2**32 - 1), (0, 1000)):
            function = one_op((name, (I64, I64), I64), {1: divisor})
            function.entry.params[0].lo, function.entry.params[0].hi = lo, hi
            compiled = Compiled([function])
            for dividend in dividends:
                if lo <= dividend <= hi:
                    check(function, compiled, [dividend])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scale", [1, 2, 4, 8, 3, 16, 24])
def test_memory(kind: str, scale: int) -> None:
    """Loads and stores of every kind, at addresses of every form, of constants too."""
    rng = random.Random(scale)
    memory = KINDS[kind]
    for displacement in (0, 8, 2**20, 2**33):
        for constant in (False, True):
            function = Function("memory", (memory.type, memory.type))
            entry = function.block()
            function.blocks.append(entry)
            b = Builder(function, entry)
            base, index, stored = (function.param(entry, type) for type in (I64, I64, memory.type))
            frame = b.frame(256)
            there = b.add(frame, b.word(-displacement))
            for place in range(0, 256, 8):
                b.store(Memory(KINDS["i64"], 1, place), b.word(rng.getrandbits(63)), frame)
            value = function.const(memory.type, rng.choice(VALUES[memory.type])) if constant else stored
            here = Memory(memory, scale, displacement)
            b.store(here, value, b.add(there, base), index)
            results = (
                b.load(here, b.add(there, base), index),
                b.load(Memory(memory, scale), frame, b.add(index, b.word(1))),
            )
            entry.return_(results)
            for name in ("native", "sse2", "few registers"):
                compiled = Compiled([function], lowering(*TARGETS[name]))
                for at in (0, 1, 5):
                    check(function, compiled, [3, at, rng.choice(VALUES[memory.type])])
