"""Operators on Python floats: one operand at least is a FLOAT, the other may be an int or bool.

Results are CPython's to the last bit (floatobject.c). Where that takes a call of the C library, or of the interpreter,
and the usual cases can do without, these come inline, and their exactness from splitting floats into halves: products
of halves are exact, so what a product has lost in rounding can be computed (Dekker, A floating-point technique for
extending the available precision, 1971).
"""

from __future__ import annotations

import math
import operator

from ..ir.types import MIN
from . import libm, powers
from .integers import check, ensure
from .powers import HALVES, halves
from .types import FLOAT, INT, Val

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .integers import Recipe
    from .lowering import Lowering

COMPLEX = "the result is complex"
NO_WORD = "the int of a float is not above -2**63 or leaves 64 bits"


# Comparisons.


COMPARISONS: dict[str, Callable[[Builder, Value, Value], Value]] = {
    "eq": lambda b, x, y: b.feq(x, y),
    "ne": lambda b, x, y: b.fne(x, y),
    "lt": lambda b, x, y: b.flt(x, y),
    "le": lambda b, x, y: b.fle(x, y),
    "gt": lambda b, x, y: b.flt(y, x),
    "ge": lambda b, x, y: b.fle(y, x),
}


def compare_int(b: Builder, op: str, a: Val, y: Value) -> Value:
    """An int with a float, exactly: rounding keeps order, so only where the rounded int is equal do bits matter."""
    word = a.word
    if a.type is INT and word.lo >= -(1 << 53) and word.hi <= 1 << 53:
        x = b.i2f(word)
        return COMPARISONS[op](b, x, y)
    if a.type is INT:
        x, truncated = b.i2f(word), b.f2i(y)
        # As unsigned words, 2**63 (which f2i gives as -2**63) lies above all that may round to it.
        fits = b.true
    else:
        x, half = b.u2f(word), b.float(float(1 << 63))
        low = b.flt(y, half)
        truncated = b.select(low, b.f2i(y), b.add(b.f2i(b.fsub(y, half)), b.word(MIN)))
        fits = b.flt(y, b.float(float(1 << 64)))
    tied = b.feq(x, y)
    if op in ("eq", "ne"):
        equal = b.band(b.band(tied, fits), b.eq(truncated, word))
        return equal if op == "eq" else b.not_(equal)
    if op in ("lt", "le"):
        over = b.band(fits, b.ult(truncated, word))
        under = b.not_(b.band(fits, b.ule(truncated, word))) if op == "lt" else b.not_(over)
        return b.bor(b.flt(x, y), b.band(tied, under))
    above = b.band(fits, b.ult(truncated, word) if op == "gt" else b.ule(truncated, word))
    return b.bor(b.flt(y, x), b.band(tied, above))


# Arithmetic.


def _add(L: Lowering, a: Val, b: Val) -> Val:
    return Val(FLOAT, (L.b.fadd(L.to_float(a), L.to_float(b)),))


def _sub(L: Lowering, a: Val, b: Val) -> Val:
    return Val(FLOAT, (L.b.fsub(L.to_float(a), L.to_float(b)),))


def _mul(L: Lowering, a: Val, b: Val) -> Val:
    return Val(FLOAT, (L.b.fmul(L.to_float(a), L.to_float(b)),))


def _truediv(L: Lowering, a: Val, b: Val) -> Val:
    x, y = L.to_float(a), L.to_float(b)
    check(L, L.b.fne(y, L.b.float(0.0)), operator.truediv, a, b)
    return Val(FLOAT, (L.b.fdiv(x, y),))


def _floordiv(L: Lowering, a: Val, b: Val) -> Val:
    return divmod_(L, a, b, operator.floordiv)[0]


def _mod(L: Lowering, a: Val, b: Val) -> Val:
    return divmod_(L, a, b, operator.mod)[1]


def divmod_(L: Lowering, a: Val, b: Val, recipe: Recipe) -> tuple[Val, Val]:
    """CPython's _float_div_mod and float_rem (floatobject.c)."""
    e, zero = L.b, L.b.float(0.0)
    x, y = L.to_float(a), L.to_float(b)
    check(L, e.fne(y, zero), recipe, a, b)
    rest = _fmod_of(L, x, y)
    quotient = e.fdiv(e.fsub(x, rest), y)
    some = e.fne(rest, zero)
    differ = e.band(some, e.bxor(e.flt(y, zero), e.flt(rest, zero)))
    quotient = e.select(differ, e.fsub(quotient, e.float(1.0)), quotient)
    rest = e.select(some, e.select(differ, e.fadd(rest, y), rest), e.fcopysign(zero, y))
    floor = e.ffloor(quotient)
    floor = e.select(e.flt(e.float(0.5), e.fsub(quotient, floor)), e.fadd(floor, e.float(1.0)), floor)
    floor = e.select(e.fne(quotient, zero), floor, e.fcopysign(zero, e.fdiv(x, y)))
    return Val(FLOAT, (floor,)), Val(FLOAT, (rest,))


def _fmod_of(L: Lowering, x: Value, y: Value) -> Value:
    """C's fmod. Where the quotient is below 2**52 what is left over is computed exactly."""
    b = L.b
    size, divisor = b.fabs(x), b.fabs(y)
    quotient = b.ftrunc(b.fdiv(size, divisor))
    product = b.fmul(quotient, divisor)
    if y.is_const and abs(math.frexp(y.attr)[0]) == 0.5 and abs(y.attr) >= 1:  # a power of two: all of it is exact
        return b.fcopysign(b.fsub(size, product), x)

    def inline() -> list[Value]:
        high, low = halves(b, quotient)
        divisor_high, divisor_low = halves(b, divisor)
        lost = b.fadd(b.fsub(b.fmul(high, divisor_high), product), b.fmul(high, divisor_low))
        lost = b.fadd(b.fadd(lost, b.fmul(low, divisor_high)), b.fmul(low, divisor_low))
        rest = b.fsub(b.fsub(size, product), lost)
        # a quotient just below an integer has been rounded to it
        rest = b.select(b.flt(rest, b.float(0.0)), b.fadd(rest, divisor), rest)
        return [b.fcopysign(rest, x)]

    medium = b.band(b.flt(b.float(1e-200), divisor), b.flt(divisor, b.float(1e200)))
    plain = b.band(b.flt(quotient, b.float(2.0**52)), medium)
    return L.either(plain, inline, lambda: [call(L, "fmod", math.fmod, x, y)], cold=2)[0]


def power(L: Lowering, a: Val, b: Val) -> Val:
    """A float to a power, or an int to a negative one (float_pow in floatobject.c, which is C's pow but for errors)."""
    x, y = L.to_float(a), L.to_float(b)
    return Val(FLOAT, (powers.power(L, x, y, lambda: _call_pow(L, x, y, a, b)),))


def _call_pow(L: Lowering, x: Value, y: Value, a: Val, b: Val) -> Value:
    e = L.b
    result = call(L, "pow", math.pow, x, y)
    infinity = e.float(math.inf)
    # An infinite result of finite operands overflowed, or is 0.0 to a negative power.
    fine = e.bor(e.flt(e.fabs(result), infinity), e.feq(e.fabs(x), infinity))
    fine = e.bor(e.bor(fine, e.fne(result, result)), e.feq(e.fabs(y), infinity))
    check(L, fine, operator.pow, a, b)
    # NaN of what is none: a negative number to a fraction.
    if not (y.is_const and float(y.attr).is_integer()):
        ensure(L, e.bor(e.feq(result, result), e.bor(e.fne(x, x), e.fne(y, y))), COMPLEX)
    return result


def call(L: Lowering, name: str, reference: Callable[..., float], *words: Value) -> Value:
    """Calls a function of the C library on float64s and ints, or the Python function that it should agree with.

    With `fastmath` it may come in place instead.
    """
    if L.fastmath:
        from . import approximations

        word = approximations.function(L, name, words)
        if word is not None:
            return word
    return libm.call(L, name, reference, *words)


# To ints and decimals.


def whole(L: Lowering, x: Value, recipe: Recipe, *vals: Val) -> Val:
    """The int of a float, truncated. NaN and the infinities raise what the recipe raises.

    One comparison finds these and what leaves 64 bits: f2i makes the same number of all of them. It is also the int of
    one float that fits, -2.0**63, with which the interpreter is then asked for help needlessly."""
    b = L.b
    word = b.f2i(x)
    b.guard(b.ne(word, b.word(MIN)), L.raises_or_bails(recipe, NO_WORD, *vals))
    return Val(INT, (word,))


def round_decimal(L: Lowering, a: Val, digits: Val, count: int) -> Val:
    """To 1 to 22 digits. Powers of ten up to 10**22 are floats; so is a scaled number below 2**52, rounded to an
    integer, and their quotient is the float that is nearest to the decimal. Which integer that is the product tells,
    together with what it lost in rounding."""
    b, x, power = L.b, a.word, 10.0**count
    scaled = b.fmul(x, b.float(power))
    high, low = halves(b, x)
    power_low = power - (power_high := power * HALVES - (power * HALVES - power))
    lost = b.fsub(b.fmul(high, b.float(power_high)), scaled)
    lost = b.fadd(b.fadd(lost, b.fmul(high, b.float(power_low))), b.fmul(low, b.float(power_high)))
    lost = b.fadd(lost, b.fmul(low, b.float(power_low)))
    nearest = b.fnearest(scaled)
    rest, half, one = b.fsub(scaled, nearest), b.float(0.5), b.float(1.0)
    above = b.flt(b.float(0.0), b.fadd(b.fsub(rest, half), lost))
    below = b.flt(b.fadd(b.fadd(rest, half), lost), b.float(0.0))
    nearest = b.select(above, b.fadd(nearest, one), b.select(below, b.fsub(nearest, one), nearest))
    words = L.either(
        b.flt(b.fabs(scaled), b.float(2.0**52)),
        lambda: [b.fdiv(nearest, b.float(power))],
        lambda: [L.object_upcall(round, [a, digits], FLOAT).word],
        cold=2,
    )
    return Val(FLOAT, tuple(words))


RULES: dict[str, Callable[[Lowering, Val, Val], Val]] = {
    "add": _add, "sub": _sub, "mul": _mul, "truediv": _truediv, "floordiv": _floordiv, "mod": _mod, "pow": power,
}  # fmt: skip
