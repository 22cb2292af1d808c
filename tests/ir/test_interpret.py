"""The interpreter, against what Python and struct say of words and floats."""

from __future__ import annotations

import ctypes
import gc
import math
import struct
import sys
from typing import Any

import pytest

from jitney.ir.function import PASS_ON, CFunction, Upcall
from jitney.ir.interpret import from_word, run, to_word
from jitney.ir.text import parse_function
from jitney.ir.types import BOOL, F32, F64, I64, MAX, MIN, NAMES, NONE
from jitney.ir.verify import IRError, verify
from jitney.machine import context


def compute(op: str, result: int, types: list[int], *arguments: Any) -> Any:
    """What one operation makes of its arguments; None if it leaves by its exit."""
    params = ", ".join(f"v{place}: {NAMES[type]}" for place, type in enumerate(types, 1))
    operands = ", ".join(f"v{place}" for place in range(1, len(types) + 1))
    checked = "  ! bail #0 line 1" if op.endswith("o") and op != "uno" else ""
    type = NAMES[result]
    text = f"function f({params}) -> {type} {{\nb8:\n  v9: {type} = {op} {operands}{checked}\n  return v9\n}}\n"
    function = parse_function(text)
    verify(function)
    outcome = run(function, arguments)
    return None if outcome.results is None else outcome.results[0]


@pytest.mark.parametrize(
    ("op", "arguments", "expected"),
    [
        ("add", (MAX, 1), MIN),
        ("sub", (MIN, 1), MAX),
        ("mul", (1 << 62, 6), MIN),
        ("shl", (3, 63), MIN),
        ("shl", (3, 64), 3),
        ("sar", (-5, 1), -3),
        ("shr", (-1, 63), 1),
        ("shr", (-1, 64), -1),
        ("div", (-7, 2), -4),
        ("mod", (-7, 2), 1),
        ("mod", (7, -2), -1),
        ("udiv", (-1, 2), MAX),
        ("umod", (-1, 10), (2**64 - 1) % 10),
        ("mulhi", (-1, 1), -1),
        ("umulhi", (-1, -1), -2),
        ("addo", (MAX, 1), None),
        ("addo", (MAX, 0), MAX),
        ("subo", (MIN, 1), None),
        ("mulo", (1 << 32, 1 << 31), None),
        ("mulo", (-(1 << 32), 1 << 31), MIN),
        ("uaddo", (-1, 1), None),
        ("uaddo", (MAX, 1), MIN),
        ("usubo", (0, 1), None),
        ("usubo", (-1, 1), -2),
        ("umulo", (1 << 32, 1 << 32), None),
        ("umulo", (1 << 32, (1 << 32) - 1), -(1 << 32)),
        ("shlo", (1, 63), None),
        ("shlo", (-1, 63), MIN),
        ("ushlo", (1, 63), MIN),
        ("ushlo", (2, 63), None),
    ],
)
def test_words(op: str, arguments: tuple[int, int], expected: int | None) -> None:
    assert compute(op, I64, [I64, I64], *arguments) == expected


@pytest.mark.parametrize(
    ("op", "argument", "expected"),
    [
        ("sext8", 0x180, -128),
        ("sext16", 0x17FFF, 0x7FFF),
        ("sext32", 0xFFFFFFFF, -1),
        ("zext8", -1, 255),
        ("zext16", -1, 65535),
        ("zext32", -1, 2**32 - 1),
        ("popcnt", -1, 64),
        ("bitlen", -1, 64),
        ("bitlen", 255, 8),
        ("wrap", -3, -3),
    ],
)
def test_words_of_one_operand(op: str, argument: int, expected: int) -> None:
    assert compute(op, I64, [I64], argument) == expected


@pytest.mark.parametrize(
    ("op", "arguments", "expected"),
    [
        ("eq", (1, 1), 1),
        ("ne", (1, 1), 0),
        ("lt", (-1, 1), 1),
        ("le", (1, 1), 1),
        ("ult", (-1, 1), 0),
        ("ule", (1, -1), 1),
    ],
)
def test_comparisons(op: str, arguments: tuple[int, int], expected: int) -> None:
    assert compute(op, BOOL, [I64, I64], *arguments) == expected


@pytest.mark.parametrize("type", [F64, F32])
def test_comparisons_with_nan(type: int) -> None:
    got = {op: compute(op, BOOL, [type, type], math.nan, 1.0) for op in ("feq", "fne", "flt", "fle")}
    assert got == {"feq": 0, "fne": 1, "flt": 0, "fle": 0}


def bits(number: float) -> str:
    return "nan" if number != number else number.hex()


@pytest.mark.parametrize(
    ("op", "arguments", "expected"),
    [
        ("fdiv", (1.0, 0.0), math.inf),
        ("fdiv", (1.0, -0.0), -math.inf),
        ("fdiv", (0.0, 0.0), math.nan),
        ("fdiv", (math.inf, 0.0), math.inf),
        ("fdiv", (1.0, math.nan), math.nan),
        ("fmul", (1e200, 1e200), math.inf),
        ("fsqrt", (-1.0,), math.nan),
        ("fsqrt", (-0.0,), -0.0),
        ("fsqrt", (math.inf,), math.inf),
        ("ffloor", (-0.5,), -1.0),
        ("fceil", (-0.5,), -0.0),
        ("ftrunc", (-0.5,), -0.0),
        ("fnearest", (2.5,), 2.0),
        ("fnearest", (-0.5,), -0.0),
        ("fnearest", (math.inf,), math.inf),
        ("ffloor", (math.nan,), math.nan),
        ("fcopysign", (1.0, -0.0), -1.0),
        ("fneg", (0.0,), -0.0),
        ("fma", (1 + 2.0**-52, 1 + 2.0**-52, -(1 + 2.0**-51)), 2.0**-104),
        ("fma", (1e300, 1e300, -math.inf), -math.inf),
        ("fma", (0.0, -1.0, 0.0), 0.0),
        ("fma", (1.0, -1.0, 1.0), 0.0),
        ("fma", (1e300, 1e300, 0.0), math.inf),
    ],
)
def test_floats(op: str, arguments: tuple[float, ...], expected: float) -> None:
    assert bits(compute(op, F64, [F64] * len(arguments), *arguments)) == bits(expected)


def f32(number: float) -> float:
    return float(struct.unpack("<f", struct.pack("<f", number))[0])


def test_float32_is_rounded_once() -> None:
    assert compute("fadd", F32, [F32, F32], f32(0.1), f32(0.2)) == f32(f32(0.1) + f32(0.2))
    assert compute("fmul", F32, [F32, F32], 2.0**100, 2.0**100) == math.inf
    # By way of a float64 these would be rounded twice.
    assert compute("i2s", F32, [I64], 2**60 + 2**36 + 1) == 2.0**60 + 2.0**37
    assert compute("u2s", F32, [I64], -1) == 2.0**64
    assert compute("fma", F32, [F32, F32, F32], 1 + 2.0**-12, 1 + 2.0**-12, 2.0**-100) == 1 + 2.0**-11 + 2.0**-23
    assert compute("f2s", F32, [F64], 1e300) == math.inf


@pytest.mark.parametrize(
    ("op", "result", "type", "argument", "expected"),
    [
        ("b2i", I64, BOOL, 1, 1),
        ("i2f", F64, I64, 2**53 + 1, 2.0**53),
        ("u2f", F64, I64, -1, 2.0**64),
        ("f2i", I64, F64, -1.9, -1),
        ("f2i", I64, F64, math.nan, MIN),
        ("f2i", I64, F64, 2.0**63, MIN),
        ("f2i", I64, F32, 2.0**62, 2**62),
        ("fbits", I64, F64, -0.0, MIN),
        ("sbits", I64, F32, -0.0, 2**31),
        ("ifbits", F64, I64, 1, 5e-324),
        ("isbits", F32, I64, (1 << 32) + 0x3F800000, 1.0),
        ("s2f", F64, F32, 0.5, 0.5),
    ],
)
def test_conversions(op: str, result: int, type: int, argument: Any, expected: Any) -> None:
    assert compute(op, result, [type], argument) == expected


@pytest.mark.parametrize("type", [I64, F64, F32, BOOL])
def test_words_of_values(type: int) -> None:
    for value in (1, 0) if type in (I64, BOOL) else (0.5, -0.0, math.inf):
        assert repr(from_word(to_word(value, type), type)) == repr(value)


@pytest.mark.parametrize(("op", "b"), [("div", 0), ("mod", 0), ("udiv", 0), ("umod", 0), ("div", -1), ("shlo", 64)])
def test_what_is_undefined_is_an_error(op: str, b: int) -> None:
    with pytest.raises(IRError, match="undefined"):
        compute(op, I64, [I64, I64], MIN, b)


def test_values_are_held_against_their_ranges() -> None:
    text = "function f(v1: i64) -> i64 {\nb2:\n  v3: i64 0..9 = add v1, 1\n  return v3\n}\n"
    assert run(parse_function(text), [8]).results == (9,)
    with pytest.raises(IRError, match=r"not in its range 0\.\.9"):
        run(parse_function(text), [9])


def test_memory() -> None:
    kinds = ["i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64"]
    lines = ["function f(v1: i64, v2: i64, v3: f64, v4: f32, v5: bool) -> (f64, f32, bool, bool) {", "b6:"]
    lines += [f"  store {kind} [v1 + {place}*8 + 8], v2" for place, kind in enumerate(kinds)]
    lines += ["  store f64 [v1 + 72], v3", "  store f32 [v1 + 80], v4", "  store bool [v1 + 88], v5"]
    lines += [f"  v1{place}: i64 = load {kind} [v1 + {place}*8 + 8]" for place, kind in enumerate(kinds)]
    lines += [f"  store i64 [v1 + {place}*8 + 96], v1{place}" for place in range(8)]
    lines += ["  v30: f64 = load f64 [v1 + 72]", "  v31: f32 = load f32 [v1 + 80]", "  v32: bool = load bool [v1 + 88]"]
    lines += ["  v33: bool = load bool [v1 + 8]", "  return v30, v31, v32, v33", "}"]
    function = parse_function("\n".join(lines))
    verify(function)
    buffer = ctypes.create_string_buffer(256)
    outcome = run(function, [ctypes.addressof(buffer), -2, 0.1, 0.5, 1])
    assert outcome.results == (0.1, 0.5, 1, 1)
    words = struct.unpack_from("<8q", buffer, 96)
    assert words == (-2, 254, -2, 65534, -2, 2**32 - 2, -2, -2)
    assert buffer[89:96] == bytes(7)


def test_frames_are_of_each_call() -> None:
    text = """\
function f(v1: i64) -> i64 {
b2:
  v3: i64 = frame 8
  store i64 [v3], v1
  v4: bool = lt 0, v1
  branch v4, b5, b6
b5:
  v7: i64 = sub v1, 1
  v8: i64 = call f(v7)  ! pass on #0 line 1
  jump b6
b6:
  v9: i64 = load i64 [v3]
  return v9
}
"""
    assert run(parse_function(text), [5]).results == (5,)


FACTORIAL = """\
function factorial(v1: i64) -> i64 {
  too deep  ! raise #7 line 9 (v1)
b2:
  v3: bool = lt v1, 2
  branch v3, b4, b5
b4:
  return 1
b5:
  v6: i64 = sub v1, 1
  v7: i64 = call factorial(v6)  ! pass on #0 line 3
  v8: i64 = mulo v7, v1  ! bail #1 line 3 (v7, v1)
  return v8
}
"""


def test_recursion_and_the_trace_of_an_exit() -> None:
    function = parse_function(FACTORIAL)
    assert run(function, [20]).results == (math.factorial(20),)
    outcome = run(function, [23])
    assert outcome.results is None and outcome.exit is not None
    assert outcome.operands == (math.factorial(20), 21)
    assert [exit.kind for exit in (outcome.exit, *outcome.trace)] == ["bail", "pass on", "pass on"]
    assert not outcome.effects


def test_recursion_without_end() -> None:
    function = parse_function(FACTORIAL)
    outcome = run(function, [10**6])
    assert outcome.exit is function.too_deep and len(outcome.trace) == 150
    function.too_deep = None
    with pytest.raises(IRError, match="too deep"):
        run(function, [10**6])


def test_callees_and_several_results() -> None:
    callee = parse_function("function g(v1: i64) -> (i64, f64) {\nb2:\n  effect\n  return v1, 0.5\n}\n")
    text = """\
function f(v1: i64) -> (f64, i64) {
b2:
  v3: i64 = call g(v1) -> (i64, f64)  ! pass on #0 line 1
  v4: f64 = result 1 of v3
  return v4, v3
}
"""
    outcome = run(parse_function(text), [3], callees={"g": callee})
    assert outcome.results == (0.5, 3) and outcome.effects
    with pytest.raises(IRError, match="no callee 'g'"):
        run(parse_function(text), [3])


def test_c_functions() -> None:
    text = "function f(v1: f64) -> f64 {\nb2:\n  v3: f64 = ccall pure sqrt(v1)\n  return v3\n}\n"
    assert run(parse_function(text), [2.0]).results == (math.sqrt(2),)
    seen = []
    callback = ctypes.CFUNCTYPE(None, ctypes.c_float, ctypes.c_bool)(lambda *given: seen.append(given))
    address = ctypes.cast(callback, ctypes.c_void_p).value or 0
    known = {"g": CFunction("g", address, (F32, BOOL), NONE)}
    text = "function f(v1: f32) {\nb2:\n  ccall g(v1, true)\n  return\n}\n"
    function = parse_function(text, known)
    verify(function)
    assert run(function, [0.5]).results == () and seen == [(0.5, True)]


def test_python_functions() -> None:
    seen: list[list[int]] = []

    def swap(words: list[int]) -> list[int]:
        seen.append(words)
        return [words[1], words[0] ^ 1 << 63]

    text = """\
function f(v1: f64, v2: i64) -> (i64, f64) {
b3:
  v4: i64 = upcall swap(v1, v2, 0.5:f32) -> (i64, f64)  ! pass on #0 line 1 (v2)
  v5: f64 = result 1 of v4
  return v4, v5
}
"""
    function = parse_function(text, {"swap": Upcall("swap", swap, (I64, F64))})
    assert run(function, [1.0, -2]).results == (-2, -1.0)
    assert seen == [[0x3FF0000000000000, 2**64 - 2, 0x3F000000]]

    def fail(words: list[int]) -> list[int]:
        raise KeyError("no")

    function = parse_function(text, {"swap": Upcall("swap", fail, (I64, F64))})
    outcome = run(function, [1.0, -2])
    assert isinstance(outcome.exception, KeyError) and outcome.operands == (-2,)
    assert outcome.exit is not None and outcome.exit.kind == PASS_ON


def test_references() -> None:
    thing = object()
    text = """\
function f(v1: i64, v2: bool) {
b3:
  retain v1
  guard v2  ! raise #0 line 1 holding (v1)
  return
}
"""
    function = parse_function(text)
    before = sys.getrefcount(thing)
    run(function, [id(thing), 0])
    assert sys.getrefcount(thing) == before
    run(function, [id(thing), 1])
    assert sys.getrefcount(thing) == before + 1
    run(parse_function("function f(v1: i64) {\nb2:\n  release v1\n  return\n}\n"), [id(thing)])
    gc.collect()
    assert sys.getrefcount(thing) == before


def test_the_context() -> None:
    text = """\
function f() -> (i64, i64) {
b1:
  v2: i64 = context
  effect
  poll  ! raise #0 line 1
  v3: i64 = load u32 [v2 + 8]
  return v2, v3
}
"""
    buffer = ctypes.create_string_buffer(context.SIZE)
    address = ctypes.addressof(buffer)
    assert run(parse_function(text), [], context=address).results == (address, 1)
