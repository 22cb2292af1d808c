"""Functions of floats in place, for `fastmath`: arithmetic without branches or calls, as loops in lanes want it.

Each reduces its argument to a short interval and takes a polynomial there: the reductions are those of Cody and Waite
(Software Manual for the Elementary Functions, 1980), with the rest of each subtraction carried along; the polynomials
are Chebyshev's fits, made with 60 digits and rounded to float64. docs/jit.md has how far results may be from the true
numbers, which the tests measure. Zeros, infinities and NaNs give what they give elsewhere.

A whole number k is made of a float by adding 1.5 * 2**52: that rounds it to an integer, which the low bits then are.
"""

from __future__ import annotations

import math
import struct
from functools import partial

from ..ir.types import F32, F64
from . import libm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

MAGIC = 1.5 * 2.0**52
BIAS = 1023
FRACTION = 52

# (e**r - 1 - r - r**2 / 2) / r**3, for r from -0.347 to 0.347
EXP = (
    0.16666666666666669, 0.041666666666666664, 0.008333333333330039, 0.0013888888888886537, 0.00019841269863171557,
    2.4801587317228724e-05, 2.7557268276905696e-06, 2.7557282838800484e-07, 2.5100472505694996e-08,
    2.09112987659402e-09,
)  # fmt: skip
# (log((1 + s) / (1 - s)) - 2 * s) / s**3 of s**2, for s from 0 to 0.172
LOG = (
    0.666666666666667, 0.3999999999989322, 0.28571428628810996, 0.22222210674238516, 0.18182922513515942,
    0.15330617306743305, 0.1463003136412286,
)  # fmt: skip
# (sin(r) / r - 1) / r**2 and (cos(r) - 1 + r**2 / 2) / r**4 of r**2, for r from 0 to 0.79
SIN = (
    -0.16666666666666666, 0.008333333333330827, -0.0001984126983657571, 2.755731600817155e-06, -2.5051112272573243e-08,
    1.5916726193889336e-10,
)  # fmt: skip
COS = (
    0.041666666666666664, -0.0013888888888887322, 2.4801587298651292e-05, -2.755731721268659e-07,
    2.0876134024090145e-09, -1.1381754653662937e-11,
)  # fmt: skip


def function(L: Lowering, name: str, words: Sequence[Value]) -> Value | None:
    """The function of that name of floats, in their width; None where it is to be called."""
    if any(word.type not in (F64, F32) for word in words):
        return None
    if name in ("pow", "power"):
        x, exponent = words
        rule = POWERS.get(exponent.attr) if exponent.is_const else None
        if exponent.is_const and exponent.attr == 0.5 and name == "pow":  # NumPy's has other signs of zero
            rule = _root
        return rule and rule(L.b, x)
    if name not in RULES:
        return None
    (x,) = words
    return L.b.f2s(RULES[name](L, L.b.s2f(x))) if x.type == F32 else RULES[name](L, x)


class _Kit:
    """What the functions are written with: arithmetic on a builder, constants in place."""

    def __init__(self, L: Lowering) -> None:
        self.b = L.b
        self.fused = L.session.fused()

    def mad(self, x: Value, y: Value, z: Value) -> Value:
        """x*y + z, rounded once where the processor does"""
        return self.b.fma(x, y, z) if self.fused else self.b.fadd(self.b.fmul(x, y), z)

    def less(self, x: Value, y: Value, z: Value) -> Value:
        """z - x*y"""
        return self.b.fma(self.b.fneg(x), y, z) if self.fused else self.b.fsub(z, self.b.fmul(x, y))

    def polynomial(self, coefficients: Sequence[float], x: Value) -> Value:
        *others, result = [self.b.float(coefficient) for coefficient in coefficients]
        for coefficient in reversed(others):
            result = self.mad(result, x, coefficient)
        return result

    def whole(self, x: Value, factor: float) -> tuple[Value, Value]:
        """x * factor rounded to an integer, as a float and as a word; below 2**51."""
        b, magic = self.b, self.b.float(MAGIC)
        shifted = self.mad(x, b.float(factor), magic)
        return b.fsub(shifted, magic), b.sub(b.fbits(shifted), b.word(_bits(MAGIC)))

    def power_of_two(self, k: Value) -> Value:
        return self.b.ifbits(self.b.shl(self.b.add(k, self.b.word(BIAS)), self.b.word(FRACTION)))

    def at_least(self, x: Value, bound: float) -> Value:
        """The larger one, or NaN."""
        limit = self.b.float(bound)
        return self.b.select(self.b.flt(x, limit), limit, x)

    def at_most(self, x: Value, bound: float) -> Value:
        limit = self.b.float(bound)
        return self.b.select(self.b.flt(limit, x), limit, x)


def _bits(number: float) -> int:
    return int.from_bytes(struct.pack("<d", number), "little")


FUSED_LN2 = 0.6931471805599453, 2.3190468138462996e-17
LN2 = 0.6931471805598903, 5.497923018708371e-14
"""The logarithm of 2 in two parts. The head of the second has 42 bits, so its products with exponents are exact."""

# Exponentials.


def _exponent(kit: _Kit, x: Value) -> tuple[Value, Value, Value]:
    """k, as a float and a word, and e**r - 1, of which e**x is 2**k * e**r."""
    b = kit.b
    k, word = kit.whole(x, 1.4426950408889634)
    high, low = (
        (0.6931471805599453, 2.3190468138462996e-17) if kit.fused else (0.6931471805598903, 5.497923018708371e-14)
    )
    r = kit.less(k, b.float(low), kit.less(k, b.float(high), x))
    square = b.fmul(r, r)
    rest = kit.mad(b.fmul(square, r), kit.polynomial(EXP, r), b.fmul(square, b.float(0.5)))
    return k, word, b.fadd(r, rest)


def _exp(L: Lowering, x: Value) -> Value:
    kit, b = _Kit(L), L.b
    k, word, less_one = _exponent(kit, kit.at_most(kit.at_least(x, -746.0), 710.0))
    # In two steps, as 2**k may be larger or smaller than any float while the product isn't.
    _, half = kit.whole(k, 0.5)
    first, second = kit.power_of_two(half), kit.power_of_two(b.sub(word, half))
    return b.fmul(kit.mad(first, less_one, first), second)


def _tanh(L: Lowering, x: Value) -> Value:
    """(e**2a - 1) / (e**2a + 1) of a = |x|, which is 1 from 20 on."""
    kit, b = _Kit(L), L.b
    size = kit.at_most(b.fabs(x), 20.0)
    _, word, less_one = _exponent(kit, b.fadd(size, size))
    power = kit.power_of_two(word)
    grown = kit.mad(power, less_one, b.fsub(power, b.float(1.0)))
    return b.fcopysign(b.fdiv(grown, b.fadd(grown, b.float(2.0))), x)


# Logarithms.

LEAST_FRACTION = _bits(math.sqrt(0.5))
"""Fractions are from the square root of 1/2 to that of 2."""


def _logarithm(kit: _Kit, x: Value) -> tuple[Value, Value, Value, Value]:
    """k as a float, f, half the square of f, and what leads from there to log(1 + f); of which x is 2**k * (1 + f).

    log(1 + f) is f less the difference of the latter two.
    """
    b = kit.b
    tiny = b.flt(x, b.float(2.0**-1022))
    bits = b.fbits(b.select(tiny, b.fmul(x, b.float(2.0**54)), x))
    moved = b.add(bits, b.word(_bits(1.0) - LEAST_FRACTION))
    exponent = b.ifbits(b.or_(b.shr(moved, b.word(FRACTION)), b.word(_bits(2.0**52))))
    k = b.fsub(exponent, b.select(tiny, b.float(2.0**52 + BIAS + 54), b.float(2.0**52 + BIAS)))
    fraction = b.ifbits(b.add(b.and_(moved, b.word((1 << FRACTION) - 1)), b.word(LEAST_FRACTION)))
    f = b.fsub(fraction, b.float(1.0))
    s = b.fdiv(f, b.fadd(f, b.float(2.0)))
    z = b.fmul(s, s)
    half = b.fmul(b.fmul(f, b.float(0.5)), f)
    return k, f, half, b.fmul(s, kit.mad(z, kit.polynomial(LOG, z), half))


def _logarithm_of(b: Builder, x: Value, result: Value) -> Value:
    """The result where x is positive and finite, else what a logarithm is there."""
    others = b.select(b.feq(x, b.float(0.0)), b.float(-math.inf), b.fdiv(b.fsub(x, x), b.float(0.0)))
    positive = b.select(b.flt(x, b.float(math.inf)), result, x)
    return b.select(b.fle(x, b.float(0.0)), others, positive)


def _log(L: Lowering, x: Value) -> Value:
    kit, b = _Kit(L), L.b
    k, f, half, rest = _logarithm(kit, x)
    low = b.fsub(b.fsub(half, kit.mad(k, b.float(LN2[1]), rest)), f)
    return _logarithm_of(b, x, b.fsub(b.fmul(k, b.float(LN2[0])), low))


def _with_base(one: tuple[float, float], two: tuple[float, float]) -> Callable[[Lowering, Value], Value]:
    """The logarithm to the base of which the natural one's is `one`, and that of 2 is `two`, both in two parts.

    The head of log(1 + f) has so few digits that its product with that of `one` is exact.
    """

    def logarithm(L: Lowering, x: Value) -> Value:
        kit, b = _Kit(L), L.b
        k, f, half, rest = _logarithm(kit, x)
        head = b.ifbits(b.and_(b.fbits(b.fsub(f, half)), b.word(-1 << 32)))
        tail = b.fadd(b.fsub(b.fsub(f, head), half), rest)
        large, small = b.float(one[0]), b.float(one[1])
        high = b.fmul(head, large)
        low = kit.mad(b.fadd(tail, head), small, b.fmul(tail, large))
        whole = b.fmul(k, b.float(two[0]))
        if two[1]:
            low = kit.mad(k, b.float(two[1]), low)
        total = b.fadd(whole, high)
        low = b.fadd(low, b.fadd(b.fsub(whole, total), high))
        return _logarithm_of(b, x, b.fadd(total, low))

    return logarithm


# Circular functions.

FUSED_LIMIT, LIMIT = 2.0**44, 2.0**26
"""Up to where parts of pi/2 are enough, with fused multiply-adds and without."""
FUSED_PARTS = 1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33
PARTS = 1.570796325802803, 9.920935739593517e-10, 5.721188709663575e-18, 1.6446256936324258e-26
"""Of 27 bits each, so that their products with numbers of turns are exact."""


def _turned(kit: _Kit, x: Value) -> tuple[Value, Value, Value]:
    """How many times pi/2 is to be taken from x, as a word, and the sine and the cosine of what is left."""
    b = kit.b
    k, word = kit.whole(x, 0.6366197723675814)
    first, *others, last = [b.float(part) for part in (FUSED_PARTS if kit.fused else PARTS)]
    r, low = kit.less(k, first, x), b.float(0.0)
    for part in others:
        taken = b.fmul(k, part)
        left = b.fsub(r, taken)
        low = b.fadd(low, b.fsub(b.fsub(r, left), taken))
        if kit.fused:
            low = b.fsub(low, b.fma(k, part, b.fneg(taken)))
        r = left
    low = kit.less(k, last, low)
    left, r = r, b.fadd(r, low)
    low = b.fadd(b.fsub(left, r), low)
    z = b.fmul(r, r)
    half = b.fmul(z, b.float(0.5))
    one = b.float(1.0)
    sine = b.fadd(r, kit.mad(b.fmul(r, z), kit.polynomial(SIN, z), kit.less(low, half, low)))
    high = b.fsub(one, half)
    lost = b.fsub(b.fsub(one, high), half)
    cosine = b.fadd(high, b.fadd(lost, kit.less(r, low, b.fmul(b.fmul(z, z), kit.polynomial(COS, z)))))
    return word, sine, cosine


def _is_odd(b: Builder, word: Value) -> Value:
    return b.ne(b.and_(word, b.word(1)), b.word(0))


def _or_itself(b: Builder, x: Value, result: Value) -> Value:
    """x, where it is so small that the function is the identity; its zeros keep their signs."""
    return b.select(b.flt(b.fabs(x), b.float(2.0**-27)), x, result)


def _negated(b: Builder, x: Value, word: Value) -> Value:
    """x with the other sign where the second bit of the word is set."""
    return b.ifbits(b.xor(b.fbits(x), b.shl(b.and_(word, b.word(2)), b.word(62))))


def _sin(L: Lowering, x: Value) -> Value:
    b = L.b
    word, sine, cosine = _turned(_Kit(L), x)
    return _or_itself(b, x, _negated(b, b.select(_is_odd(b, word), cosine, sine), word))


def _cos(L: Lowering, x: Value) -> Value:
    b = L.b
    word, sine, cosine = _turned(_Kit(L), x)
    return _negated(b, b.select(_is_odd(b, word), sine, cosine), b.add(word, b.word(1)))


def _tan(L: Lowering, x: Value) -> Value:
    b = L.b
    word, sine, cosine = _turned(_Kit(L), x)
    odd = _is_odd(b, word)
    quotient = b.fdiv(b.select(odd, b.fneg(cosine), sine), b.select(odd, sine, cosine))
    return _or_itself(b, x, quotient)


def _circular(name: str, near: Callable[[Lowering, Value], Value]) -> Callable[[Lowering, Value], Value]:
    """A function that for far angles is the C library's."""

    def function(L: Lowering, x: Value) -> Value:
        b = L.b
        is_far = b.flt(b.float(FUSED_LIMIT if L.session.fused() else LIMIT), b.fabs(x))
        call = partial(libm.call, L, name, getattr(math, name), x)
        return L.either(b.not_(is_far), lambda: [near(L, x)], lambda: [call()], cold=2)[0]

    return function


RULES: dict[str, Callable[[Lowering, Value], Value]] = {
    "exp": _exp,
    "tanh": _tanh,
    "log": _log,
    "log2": _with_base((1.4426946640014648, 3.768874985636099e-07), (1.0, 0.0)),
    "log10": _with_base(
        (0.4342944622039795, 1.9699272335463627e-08), (0.30102999566395283, 2.8363394551044964e-14)
    ),
    "sin": _circular("sin", _sin),
    "cos": _circular("cos", _cos),
    "tan": _circular("tan", _tan),
}  # fmt: skip
"""By the name that both the C library and NumPy have for it."""


# Powers.


def _inverse(b: Builder, x: Value) -> Value:
    return b.fdiv(b.single(1.0) if x.type == F32 else b.float(1.0), x)


POWERS: dict[float, Callable[[Builder, Value], Value]] = {
    2.0: lambda b, x: b.fmul(x, x),
    3.0: lambda b, x: b.fmul(b.fmul(x, x), x),
    4.0: lambda b, x: b.fmul(b.fmul(x, x), b.fmul(x, x)),
    -1.0: _inverse,
    -2.0: lambda b, x: b.fmul(_inverse(b, x), _inverse(b, x)),
}
"""By the exponent."""


def _root(b: Builder, x: Value) -> Value:
    """The power 0.5, which of -0.0 is 0.0, and of minus infinity infinity."""
    number = b.single if x.type == F32 else b.float
    root = b.fadd(b.fsqrt(x), number(0.0))
    return b.select(b.feq(x, number(-math.inf)), number(math.inf), root)
