"""How floats are computed: the rules of their ops by name, for float64 and float32, with AVX or SSE2 alone.

The scalar forms of SSE overwrite their first operand; those of AVX have a third. Where an instruction leaves the upper
part of its result as it was (conversions, roots), it waits for whatever wrote that register last, so the register is
cleared, or is that of the operand (Intel Optimization Reference Manual, 3.5.1.7).
"""

from __future__ import annotations

from .conditions import EQUAL_FLOATS, UNEQUAL_FLOATS
from .rules import Rule
from .writer import SCRATCH, WORDS32, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FLOOR, CEIL, TRUNC, NEAREST = 9, 10, 11, 8  # rounding modes of roundsd, without the precision exception
LESS, LESS_EQUAL, EQUAL, NOT_EQUAL = 1, 2, 0, 4  # predicates of cmpsd that are false for NaN, the last one true


def _sign(single: bool) -> int:
    return 1 << 31 if single else 1 << 63


def _abs(single: bool) -> int:
    return (1 << 31) - 1 if single else (1 << 63) - 1


# Arithmetic.


def _vex(mnemonic: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        getattr(w.a, mnemonic)(r, x, y)

    return emit


def _sse(mnemonic: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        if r is not x:
            if r is y:  # it commutes, else y had kept its register
                y = x
            else:
                w.move_float(r, x)
        getattr(w.a, mnemonic)(r, y)

    return emit


def _vex_unary(mnemonic: str, *numbers: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        getattr(w.a, mnemonic)(r, x, x, *numbers)

    return emit


def _sse_unary(mnemonic: str, *numbers: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        if r is not x:
            w.move_float(r, x)
        getattr(w.a, mnemonic)(r, r, *numbers)

    return emit


def _masked(operation: str, pattern: int, single: bool) -> Callable[..., Any]:
    """With a constant for every lane: fneg, fabs."""

    def emit(w: Writer, r: Any, x: Any) -> None:
        constant = w.vector_constant(pattern, single)
        if w.vex:
            getattr(w.a, "v" + operation)(r, x, constant)
        else:
            if r is not x:
                w.move_float(r, x)
            getattr(w.a, operation)(r, constant)

    return emit


def _copysign(single: bool) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any, t: Any) -> None:
        sign, rest = w.vector_constant(_sign(single), single), w.vector_constant(_abs(single), single)
        if w.vex:
            w.a.vandps(t, y, sign)
            w.a.vandps(r, x, rest)
            w.a.vorps(r, r, t)
        else:
            w.move_float(t, y)
            w.a.andps(t, sign)
            if r is not x:
                w.move_float(r, x)
            w.a.andps(r, rest)
            w.a.orps(r, t)

    return emit


def _round_slow(mode: int, single: bool) -> Callable[..., Any]:
    """Without SSE4.1. Adding and subtracting 2**52 rounds to the nearest what is below it; a step of 1 corrects that
    for the other modes; the sign is x's in any case (of zeros too)."""
    suffix = "ss" if single else "sd"
    limit = float(1 << 23 if single else 1 << 52)

    def emit(w: Writer, r: Any, x: Any, t: Any, u: Any) -> None:
        a = w.a
        add, subtract, compare = getattr(a, "add" + suffix), getattr(a, "sub" + suffix), getattr(a, "ucomi" + suffix)
        sign, rest = w.vector_constant(_sign(single), single), w.vector_constant(_abs(single), single)
        bound = w.float_constant(limit, single)
        done, right = a.label(), a.label()
        w.move_float(r, x)
        w.move_float(t, x)
        a.andps(t, rest)
        compare(t, bound)
        a.jae(done)
        a.jp(done)
        add(t, bound)
        subtract(t, bound)  # |x|, rounded
        w.move_float(u, x)
        a.andps(u, sign)
        if mode == TRUNC:
            w.move_float(r, x)
            a.andps(r, rest)
        else:
            a.orps(t, u)
        if mode != NEAREST:
            if mode == CEIL:
                compare(t, r)
                a.jae(right)
                add(t, w.float_constant(1.0, single))
            else:
                compare(r, t)
                a.jae(right)
                subtract(t, w.float_constant(1.0, single))
            a.bind(right)
        a.orps(t, u)
        w.move_float(r, t)
        a.bind(done)

    return emit


def _fma(suffix: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any, z: Any) -> None:
        a = w.a
        if r is x:
            getattr(a, "vfmadd213" + suffix)(r, y, z)
        elif r is y:
            getattr(a, "vfmadd213" + suffix)(r, x, z)
        else:
            if r is not z:
                w.move_float(r, z)
            getattr(a, "vfmadd231" + suffix)(r, x, y)

    return emit


# Conversions.


def _from_signed(suffix: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        w.zero_float(r)
        if w.vex:
            getattr(w.a, "vcvtsi2" + suffix)(r, r, x)
        else:
            getattr(w.a, "cvtsi2" + suffix)(r, x)

    return emit


def _from_unsigned(suffix: str) -> Callable[..., Any]:
    """A word with its sign bit set is halved and the result doubled; the lowest bit stays, so that it rounds alike."""
    convert, add = _from_signed(suffix), "add" + suffix

    def emit(w: Writer, r: Any, x: Any, t: Any, u: Any) -> None:
        a = w.a
        large, done = a.label(), a.label()
        w.move(t, x)
        a.test(t, t)
        a.js(large)
        convert(w, r, t)
        a.jmp(done)
        a.bind(large)
        w.move(u, t)
        a.shr(t, 1)
        a.and_(WORDS32[u.number], 1)
        a.or_(t, u)
        convert(w, r, t)
        if w.vex:
            getattr(a, "v" + add)(r, r, r)
        else:
            getattr(a, add)(r, r)
        a.bind(done)

    return emit


def _from_unsigned_avx512(suffix: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        w.zero_float(r)
        getattr(w.a, "vcvtusi2" + suffix)(r, r, x)

    return emit


def _to_signed(suffix: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        getattr(w.a, f"{'v' if w.vex else ''}cvtt{suffix}2si")(r, x)

    return emit


def _bits(w: Writer, r: Any, x: Any) -> None:
    (w.a.vmovq if w.vex else w.a.movq)(r, x)


def _bits32(w: Writer, r: Any, x: Any) -> None:
    """Between the low half of a word, the other half of which is cleared, and a float32."""
    move = w.a.vmovd if w.vex else w.a.movd
    if r.family == "r64":
        move(WORDS32[r.number], x)
    else:
        move(r, WORDS32[x.number])


def _copy(w: Writer, r: Any, x: Any) -> None:
    if r is not x:
        w.move_float(r, x)


# Comparisons. `ucomisd` sets the carry flag for less and for NaN, so `less` compares the other way round.


def _compare(suffix: str, condition: str, swap: bool) -> Callable[..., Any]:
    def emit(w: Writer, r: None, x: Any, y: Any) -> str:
        if swap:
            x, y = y, x
        getattr(w.a, f"{'v' if w.vex else ''}ucomi{suffix}")(x, y)
        return condition

    return emit


def _mask(w: Writer, t: Any, x: Any, y: Any, suffix: str, predicate: int) -> None:
    if w.vex:
        getattr(w.a, "vcmp" + suffix)(t, x, y, predicate)
    else:
        w.move_float(t, x)
        getattr(w.a, "cmp" + suffix)(t, y, predicate)


def _equality(suffix: str, predicate: int) -> Callable[..., Any]:
    """Whether equal, as a bool: the flags would take two instructions, and a third register."""

    def emit(w: Writer, r: Any, x: Any, y: Any, t: Any) -> None:
        _mask(w, t, x, y, suffix, predicate)
        (w.a.vmovd if w.vex else w.a.movd)(WORDS32[r.number], t)
        w.a.and_(WORDS32[r.number], 1)

    return emit


# Selection: by a comparison of floats of the same width, or by a bool.


def _blend(w: Writer, r: Any, mask: Any, x: Any, y: Any) -> None:
    """x where the mask is set, else y."""
    if w.vex:
        w.a.vblendvps(r, y, x, mask)  # for float64 too: a mask is all ones or zeros
    else:
        if r is not x:
            w.move_float(r, x)
        w.a.andps(r, mask)
        w.a.andnps(mask, y)
        w.a.orps(r, mask)


def _select_compared(suffix: str, predicate: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any, yes: Any, no: Any, t: Any) -> None:
        if predicate == LESS and x is yes and y is no:
            (_vex if w.vex else _sse)(("v" if w.vex else "") + "min" + suffix)(w, r, x, y)
        elif predicate == LESS and x is no and y is yes:
            (_vex if w.vex else _sse)(("v" if w.vex else "") + "max" + suffix)(w, r, y, x)
        else:
            _mask(w, t, x, y, suffix, predicate)
            _blend(w, r, t, yes, no)

    return emit


def _select(w: Writer, r: Any, condition: Any, yes: Any, no: Any, t: Any) -> None:
    w.move(SCRATCH, condition)
    w.a.neg(SCRATCH)
    _bits(w, t, SCRATCH)
    _blend(w, r, t, yes, no)


# The tables. Every name stands for a pair of rules: for float64 and for float32.

Pair = tuple[Rule, Rule]


def comparisons() -> dict[str, Pair]:
    rows = {
        "feq": (EQUAL_FLOATS, False, "r m"),
        "fne": (UNEQUAL_FLOATS, False, "r m"),
        "flt": ("a", True, "m r"),
        "fle": ("ae", True, "m r"),
    }
    return {
        name: (Rule(_compare("sd", condition, swap), uses), Rule(_compare("ss", condition, swap), uses))
        for name, (condition, swap, uses) in rows.items()
    }


_PREDICATES = {"feq": EQUAL, "fne": NOT_EQUAL, "flt": LESS, "fle": LESS_EQUAL}


def rules(features: frozenset[str]) -> dict[str, Pair]:
    vex = "AVX" in features
    rounds = "SSE4_1" in features
    wide = "AVX512F" in features and vex
    found: dict[str, Pair] = {}

    def both(name: str, make: Callable[[bool, str], Rule]) -> None:
        found[name] = make(False, "sd"), make(True, "ss")

    def arithmetic(operation: str, commutes: bool) -> Callable[[bool, str], Rule]:
        def make(single: bool, suffix: str) -> Rule:
            if vex:
                return Rule(_vex("v" + operation + suffix), "r m", commutes=commutes)
            return Rule(_sse(operation + suffix), "M m" if commutes else "M m!", tied=True, commutes=commutes)

        return make

    def rounding(mode: int) -> Callable[[bool, str], Rule]:
        def make(single: bool, suffix: str) -> Rule:
            if vex:
                return Rule(_vex_unary("vround" + suffix, mode), "r")
            if rounds:
                return Rule(_sse_unary("round" + suffix, mode), "M", tied=True)
            return Rule(_round_slow(mode, single), "M!", floats=2)

        return make

    both("fadd", arithmetic("add", True))
    both("fsub", arithmetic("sub", False))
    both("fmul", arithmetic("mul", True))
    both("fdiv", arithmetic("div", False))
    for name, operation, pattern in (("fneg", "xorps", _sign), ("fabs", "andps", _abs)):
        found[name] = (
            Rule(_masked(operation, pattern(False), False), "r" if vex else "M", tied=not vex),
            Rule(_masked(operation, pattern(True), True), "r" if vex else "M", tied=not vex),
        )
    both(
        "fsqrt",
        lambda single, suffix: (
            Rule(_vex_unary("vsqrt" + suffix), "r") if vex else Rule(_sse_unary("sqrt" + suffix), "M", tied=True)
        ),
    )
    both("fcopysign", lambda single, suffix: Rule(_copysign(single), "r r" if vex else "M M", floats=1))
    both("ffloor", rounding(FLOOR))
    both("fceil", rounding(CEIL))
    both("ftrunc", rounding(TRUNC))
    both("fnearest", rounding(NEAREST))
    both("fma", lambda single, suffix: Rule(_fma(suffix), "r r r"))
    for name, predicate in _PREDICATES.items():
        both(
            "select " + name,
            lambda single, suffix, predicate=predicate: Rule(  # type: ignore[misc]
                _select_compared(suffix, predicate), "r r r r" if vex else "r r r r!", floats=1
            ),
        )
        if name in ("feq", "fne"):
            both(
                "set " + name,
                lambda single, suffix, predicate=predicate: Rule(  # type: ignore[misc]
                    _equality(suffix, predicate), "r r", floats=1
                ),
            )
    both("select true", lambda single, suffix: Rule(_select, "M r r" if vex else "M r r!", floats=1))

    # Conversions: the pair is by the type of the float, on whichever side it is; f2s and s2f have one.
    signed = Rule(_from_signed("sd"), "m"), Rule(_from_signed("ss"), "m")
    if wide:
        unsigned = Rule(_from_unsigned_avx512("sd"), "m"), Rule(_from_unsigned_avx512("ss"), "m")
    else:
        unsigned = Rule(_from_unsigned("sd"), "M", words=2), Rule(_from_unsigned("ss"), "M", words=2)
    found["i2f"], found["i2s"] = (signed[0], signed[0]), (signed[1], signed[1])
    found["u2f"], found["u2s"] = (unsigned[0], unsigned[0]), (unsigned[1], unsigned[1])
    for name, mnemonic in (("f2s", "cvtsd2ss"), ("s2f", "cvtss2sd")):
        rule = Rule(_vex_unary("v" + mnemonic), "r") if vex else Rule(_sse_unary(mnemonic), "M", tied=True)
        found[name] = rule, rule
    found["f2i"] = Rule(_to_signed("sd"), "m"), Rule(_to_signed("ss"), "m")
    found["fbits"] = found["ifbits"] = Rule(_bits, "r"), Rule(_bits, "r")
    found["sbits"] = found["isbits"] = Rule(_bits32, "r"), Rule(_bits32, "r")
    return found


# Memory.


def _load(single: bool) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        (w.move_single if single else w.move_double)(r, x)

    return emit


def _store(single: bool) -> Callable[..., Any]:
    def emit(w: Writer, r: None, x: Any, memory: Any) -> None:
        (w.move_single if single else w.move_double)(memory, x)

    return emit


LOADS = {"f64": Rule(_load(False), "m"), "f32": Rule(_load(True), "m")}
STORES = {"f64": Rule(_store(False), "r m"), "f32": Rule(_store(True), "r m")}
