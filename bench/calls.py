"""What a call costs: loaded machine code against CPython's own builtins, ctypes, and Numba."""

from __future__ import annotations

import ctypes
import math
import operator
from collections.abc import Callable, Iterator
from typing import Any

import jitney
from jitney.x86 import Assembler, ptr, rax, rdi, rip, rsi, xmm0, xmm1, xmm2, xmmword

from .measure import Row, at_least, at_most, call_timer, compare_times, in_turns, installed

ROUNDS = 300
FLOATS = (1.5, -2.25)
INTS = (123456789, 987654321)  # above the interpreter's cache of small ints, so that both sides make an object

Native = Callable[..., Any]


def native_copysign() -> Any:
    """math.copysign in machine code."""
    a = Assembler()
    sign = a.constant(2 * (bytes(7) + b"\x80"), align=16)
    a.movapd(xmm2, xmmword[rip + sign])
    a.andpd(xmm1, xmm2)
    a.andnpd(xmm2, xmm0)
    a.orpd(xmm1, xmm2)
    a.movapd(xmm0, xmm1)
    a.ret()
    function = jitney.load(a.code(), "(float64, float64) -> float64")
    assert function(*FLOATS) == math.copysign(*FLOATS)
    return function


def native_add() -> Any:
    """operator.add on ints in machine code."""
    a = Assembler()
    a.lea(rax, ptr[rdi + rsi])
    a.ret()
    function = jitney.load(a.code(), "(int64, int64) -> int64")
    assert function(*INTS) == operator.add(*INTS)
    return function


def against_builtins() -> Iterator[Row]:
    for function, builtin, arguments, floor in (
        (native_copysign(), math.copysign, FLOATS, 1.2),
        (native_add(), operator.add, INTS, 1.5),
    ):
        ours, theirs = in_turns(ROUNDS, call_timer(function, *arguments), call_timer(builtin, *arguments))
        peer = f"{builtin.__module__.lstrip('_')}.{builtin.__name__}"
        yield compare_times(_what(arguments), "ns", ours, peer, theirs, at_most(floor, f"at most {floor}x its time"))


def against_ctypes() -> Iterator[Row]:
    for function, c_type, arguments in (
        (native_copysign(), ctypes.c_double, FLOATS),
        (native_add(), ctypes.c_int64, INTS),
    ):
        foreign = ctypes.CFUNCTYPE(c_type, c_type, c_type)(function.address)
        assert foreign(*arguments) == function(*arguments)
        ours, theirs = in_turns(ROUNDS, call_timer(function, *arguments), call_timer(foreign, *arguments))
        yield compare_times(_what(arguments), "ns", ours, "ctypes", theirs, at_least(8, "at least 8x faster"))


def against_numba() -> Iterator[Row]:
    numba = installed("numba")
    for function, body, arguments in (
        (native_copysign(), lambda x, y: math.copysign(x, y), FLOATS),
        (native_add(), lambda x, y: x + y, INTS),
    ):
        compiled = numba.njit(body)
        assert compiled(*arguments) == function(*arguments)
        ours, theirs = in_turns(ROUNDS, call_timer(function, *arguments), call_timer(compiled, *arguments))
        yield compare_times(_what(arguments), "ns", ours, "Numba", theirs, at_least(3, "at least 3x faster"))


def _what(arguments: tuple[Any, ...]) -> str:
    kind = {float: "float64", int: "int64"}[type(arguments[0])]
    return f"call of ({kind}, {kind}) -> {kind}"
