"""Operators on NumPy scalars: at least one operand is one, the other may be a Python number.

The rules are NumPy 2's (NEP 50). Two scalars meet in the type that `promote` gives; a Python int or float is weak, it
takes the scalar's type, and raises where an int doesn't fit; a Python bool counts as `numpy.bool_`. Integers wrap and
division by zero gives 0; comparisons of integers are exact whatever their types. Words stay as `Scalar` says: integers
narrower than a word are sign- or zero-extended after every operation.

NumPy's RuntimeWarnings are not reproduced.
"""

from __future__ import annotations

import operator

from ..ir.builder import Builder
from ..ir.types import F32
from ..machine.externals import address_of
from .operators import RECIPES
from .powers import bare_pow
from .powers import power as known_power
from .remainder import fmod
from .types import BOOL, FLOAT, INT, SCALARS, UINT, Scalar, Type, Val
from .ufunc import call_ufunc, numpy_function

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.function import Exit, Value
    from .lowering import Lowering

    Operation = Callable[[Lowering, Scalar, Value, Value, "Replay"], Val]

TRUTH = SCALARS["bool"]
INT8 = SCALARS["int8"]
INT64 = SCALARS["int64"]
FLOAT32 = SCALARS["float32"]
FLOAT64 = SCALARS["float64"]


def binary(L: Lowering, op: str, a: Val, b: Val) -> Val:
    """`a op b` for an arithmetic or bitwise operator."""
    common = meet(a.type, b.type)
    if op == "truediv" and common.kind != "f":
        common = FLOAT64
    operation = OPERATIONS[common.kind].get(op)
    if operation is None:
        L.leave(L.raises(RECIPES[op], a, b))
    replay = Replay(L, RECIPES[op], a, b)
    return operation(L, common, convert(L, a, common, replay), convert(L, b, common, replay), replay)


def compare(L: Lowering, op: str, a: Val, b: Val, replay: Replay | None = None) -> Val:
    """`a op b` for a comparison: a `numpy.bool_`."""
    replay = replay or Replay(L, RECIPES[op], a, b)
    if op in _SWAPPED:
        a, b, op = b, a, _SWAPPED[op]
    common = meet(a.type, b.type)
    if common.kind == "f" and not (_is_integer(a.type) and _is_integer(b.type)):  # int64 and uint64 meet in float64
        x, y = convert(L, a, common, replay), convert(L, b, common, replay)
        return Val(TRUTH, (_FLOAT_COMPARISONS[op](L.b, x, y),))
    if common is TRUTH and op in ("eq", "ne"):
        differ = L.b.bxor(a.word, b.word)
        return Val(TRUTH, (differ if op == "ne" else L.b.not_(differ),))
    if a.type is TRUTH or b.type is TRUTH:
        for val in (a, b):  # unlike an integer, bool_ meets a Python int in an int64
            if val.type is UINT:
                fit(L.b, val.word, UINT, INT64, replay)
    return Val(TRUTH, (compare_words(L.b, op, _word(L.b, a), _unsigned(a.type), _word(L.b, b), _unsigned(b.type)),))


def unary(L: Lowering, op: str, a: Val) -> Val:
    """`op a`. The result of `not` is a Python bool."""
    b, type = L.b, a.type
    assert isinstance(type, Scalar)
    if op == "not":
        return Val(BOOL, (b.not_(L.truth(a)),))
    if op == "invert" and type.kind != "f":
        if type.kind == "b":
            return Val(type, (b.not_(a.word),))
        return Val(type, (b.invert(a.word) if type.signed else b.xor(a.word, b.word((1 << type.bits) - 1)),))
    if op == "pos" and type.kind != "b":
        return a
    if op == "neg" and type.kind != "b":
        return Val(type, (b.fneg(a.word),)) if type.kind == "f" else _wrapped(b, type, b.neg(a.word))
    L.leave(L.raises(RECIPES[op], a))


def absolute(L: Lowering, a: Val) -> Val:
    """`abs(a)`; that of the least integer is itself."""
    b, type, word = L.b, a.type, a.word
    assert isinstance(type, Scalar)
    if type.kind == "f":
        return Val(type, (b.fabs(word),))
    if type.kind == "i":
        return _wrapped(b, type, b.select(b.lt(word, b.zero), b.neg(word), word))
    return a


# Types.


def promote(a: Scalar, b: Scalar) -> Scalar:
    """The type in which two NumPy types meet, as `numpy.promote_types` (where that is float16, float32)."""
    if a is b:
        return a
    if _ORDER[a.kind] > _ORDER[b.kind]:
        a, b = b, a
    if a.kind == b.kind:
        return a if a.bits > b.bits else b
    if a.kind == "b":
        return b
    if b.kind == "f":
        return b if a.bits <= 16 else FLOAT64
    bits = a.bits if a.bits > b.bits else 2 * b.bits  # a signed, b unsigned
    return SCALARS[f"int{bits}"] if bits <= 64 else FLOAT64


_ORDER = {"b": 0, "i": 1, "u": 2, "f": 3}


def meet(a: Type, b: Type) -> Scalar:
    """The type in which two operands meet, of which one at least is a NumPy scalar."""
    if a is BOOL:
        a = TRUTH
    if b is BOOL:
        b = TRUTH
    if isinstance(a, Scalar):
        return promote(a, b) if isinstance(b, Scalar) else _beside(b, a)
    assert isinstance(b, Scalar)
    return _beside(a, b)


def _beside(weak: Type, scalar: Scalar) -> Scalar:
    """The type in which a Python int or float meets a NumPy scalar."""
    if weak is FLOAT:
        return scalar if scalar.kind == "f" else FLOAT64
    return INT64 if scalar is TRUTH else scalar


def bounds(type: Scalar) -> tuple[int, int]:
    """The least and the greatest number of an integer type."""
    low = -(1 << type.bits - 1) if type.kind == "i" else 0
    return low, low + (1 << type.bits) - 1


def _is_integer(type: Type) -> bool:
    return type is not FLOAT and not (isinstance(type, Scalar) and type.kind == "f")


def _unsigned(type: Type) -> bool:
    return type is UINT or (isinstance(type, Scalar) and type.kind == "u")


# Conversions.


class Replay:
    """An operation as the interpreter does it. Called, it gives the exit that raises the interpreter's exception."""

    __slots__ = ("L", "found", "recipe", "vals")

    def __init__(self, L: Lowering, recipe: Callable[..., Any], *vals: Val) -> None:
        self.L = L
        self.recipe = recipe
        self.vals = list(vals)
        self.found: Exit | None = None

    def __call__(self) -> Exit:
        if self.found is None:
            self.found = self.L.raises(self.recipe, *self.vals)
        return self.found


def convert(L: Lowering, val: Val, to: Scalar, replay: Replay) -> Value:
    """A number as the type in which it meets another. Where a Python int doesn't fit, the operation raises."""
    b, type, word = L.b, val.type, val.word
    if type is to:
        return word
    if to.kind == "f":
        if type is FLOAT or (isinstance(type, Scalar) and type.kind == "f"):
            return resize(b, word, to)
        return resize(b, b.u2f(word) if _unsigned(type) else b.i2f(_word(b, val)), to)
    if to.kind == "b":
        return word
    if type is INT or type is UINT:
        fit(b, word, type, to, replay)
    return _word(b, val)


def fit(b: Builder, word: Value, type: Type, to: Scalar, replay: Replay) -> None:
    """The operation raises unless a Python int is in the range of an integer type."""
    low, high = bounds(to)
    if type is INT:
        fits = b.le(b.word(low), word)
        if high < 1 << 63:
            fits = b.band(fits, b.le(word, b.word(high)))
    else:
        fits = b.true if high >> 63 > 0 and to.kind == "u" else b.ule(word, b.word(high))
    if fits.is_const and fits.attr:
        b.need(word)  # the operation raises for an int beyond 64 bits, so its checks count even if the result does not
    else:
        b.guard(fits, replay())


def cast(L: Lowering, val: Val, to: Scalar, replay: Replay) -> Val:
    """A number as `to(number)`.

    A Python number must fit. Between NumPy's own types integers wrap, and floats become integers as C compilers do it
    on x86-64: by way of an int32 or int64, whose least value stands for all that doesn't fit.
    """
    b, type = L.b, val.type
    if to.kind == "b":
        return Val(to, (L.truth(val),))
    if to.kind == "f":
        if isinstance(type, Scalar) and type.kind in "iu" and to is FLOAT32:
            return Val(to, (b.i2s(val.word) if type.signed else b.u2s(val.word),))
        return Val(to, (convert(L, val, to, replay),))
    if type is FLOAT:
        return Val(to, (_whole_number(b, val.word, to, replay),))
    if isinstance(type, Scalar):
        word = _truncate(b, val.word, to) if type.kind == "f" else _word(b, val)
        return _wrapped(b, to, word)
    return Val(to, (convert(L, val, to, replay),))


def _whole_number(b: Builder, number: Value, to: Scalar, replay: Replay) -> Value:
    """A Python float, without its fraction, as an integer that it must fit."""
    low, high = bounds(to)
    above_low = b.fle(b.float(low), number) if to is INT64 else b.flt(b.float(low - 1), number)
    b.guard(b.band(above_low, b.flt(number, b.float(high + 1))), replay())
    return _to_uint64(b, number) if to.kind == "u" and to.bits == 64 else b.f2i(number)


def _truncate(b: Builder, number: Value, to: Scalar) -> Value:
    """A NumPy float as the word that C makes of it, yet to be cut to its width."""
    if to.kind == "u" and to.bits == 64:
        return _to_uint64(b, number)
    word = b.f2i(number)
    if to.bits == 64 or (to.kind == "u" and to.bits == 32):
        return word
    return b.select(b.eq(b.extend(word, 32, True), word), word, b.word(-(1 << 31)))


def _to_uint64(b: Builder, number: Value) -> Value:
    half = b.float(2.0**63) if number.type != F32 else b.single(2.0**63)
    upper = b.xor(b.f2i(b.fsub(number, half)), b.word(1 << 63))
    return b.select(b.fle(half, number), upper, b.f2i(number))


def resize(b: Builder, word: Value, to: Type) -> Value:
    """A float of either width as one of the width of `to`."""
    target = to.words[0]
    if word.type == target:
        return word
    return b.f2s(word) if target == F32 else b.s2f(word)


def _word(b: Builder, val: Val) -> Value:
    """A bool or an integer as a word."""
    word = val.word
    return b.b2i(word) if val.type is BOOL or val.type is TRUTH else word


def _wrapped(b: Builder, type: Scalar, word: Value) -> Val:
    """An integer, cut to its width."""
    return Val(type, (b.extend(word, type.bits, type.signed),))


# Integers.


def _wrapping(emit: Callable[[Builder, Value, Value], Value]) -> Operation:
    def operation(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
        return _wrapped(L.b, type, emit(L.b, x, y))

    return operation


def _plain(emit: Callable[[Builder, Value, Value], Value]) -> Operation:
    def operation(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
        return Val(type, (emit(L.b, x, y),))

    return operation


def _divisor(b: Builder, type: Scalar, y: Value) -> tuple[Value, Value]:
    """Whether `y` is a divisor that the processor can't be given, 0 or -1, and one for it to divide by then."""
    special = b.ule(b.add(y, b.word(1)), b.word(1)) if type.signed else b.eq(y, b.zero)
    return special, b.select(special, b.word(1), y)


def _floordiv(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    b = L.b
    special, divisor = _divisor(b, type, y)
    quotient = b.div(x, divisor) if type.signed else b.udiv(x, divisor)
    if special is not b.false:  # x // -1 is -x, which may wrap; x // 0 is 0: either is x * y
        quotient = b.select(special, b.mul(x, y), quotient)
    return _wrapped(b, type, quotient)


def _mod(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    _, divisor = _divisor(L.b, type, y)  # x % 0 and x % -1 are 0, as is x % 1
    return Val(type, (L.b.mod(x, divisor) if type.signed else L.b.umod(x, divisor),))


def _lshift(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    near = L.b.ult(y, L.b.word(type.bits))
    return _wrapped(L.b, type, L.b.select(near, L.b.shl(x, y), L.b.zero))


def _rshift(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    b = L.b
    near = b.ult(y, b.word(type.bits))
    if type.signed:
        return Val(type, (b.sar(x, b.select(near, y, b.word(63))),))
    return Val(type, (b.select(near, b.shr(x, y), b.zero),))


def _pow(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    b = L.b
    if type.signed and y.lo < 0:
        b.guard(b.le(b.zero, y), replay())
    if y.is_const and 0 <= y.attr <= UNROLLED:
        power = b.word(1)
        for bit in f"{y.attr:b}":
            power = b.mul(power, power)
            if bit == "1":
                power = b.mul(power, x)
        return _wrapped(b, type, power)
    return call_ufunc(L, numpy_function("power"), [type, type], [x, y], replay.vals, [type])[0]


UNROLLED = 64
"""Up to this exponent, powers of integers are multiplied out."""


# Floats.


def call_libm(L: Lowering, type: Type, name: str, *args: Value) -> Value:
    """The C library's function of that name, in the width of `type`."""
    word = type.words[0]
    symbol = name + "f" if word == F32 else name
    address = bare_pow() if symbol == "pow" else address_of(symbol)
    return L.ccall(symbol, address, (word,) * len(args), word, args, pure=True)


def constant(b: Builder, type: Type, number: float) -> Value:
    return b.single(number) if type.words[0] == F32 else b.float(number)


def _divmod(L: Lowering, type: Scalar, x: Value, y: Value) -> tuple[Value, Value]:
    """npy_divmod of NumPy's npy_math: its steps, with selects for its branches."""
    b = L.b
    zero = constant(b, type, 0.0)
    one = constant(b, type, 1.0)
    rest = fmod(L, x, y, lambda: call_libm(L, type, "fmod", x, y))
    quotient = b.fdiv(b.fsub(x, rest), y)
    exact = b.feq(rest, zero)
    other_sign = b.band(b.not_(exact), b.bxor(b.flt(y, zero), b.flt(rest, zero)))
    modulus = b.select(exact, b.fcopysign(zero, y), b.select(other_sign, b.fadd(rest, y), rest))
    quotient = b.select(other_sign, b.fsub(quotient, one), quotient)
    floor = b.ffloor(quotient)
    rounded = b.select(b.flt(constant(b, type, 0.5), b.fsub(quotient, floor)), b.fadd(floor, one), floor)
    whole = b.select(b.feq(quotient, zero), b.fcopysign(zero, b.fdiv(x, y)), rounded)
    by_zero = b.feq(y, zero)
    return b.select(by_zero, b.fdiv(x, y), whole), b.select(by_zero, rest, modulus)


def _float_mod(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    return Val(type, (_divmod(L, type, x, y)[1],))


def _float_floordiv(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    return Val(type, (_divmod(L, type, x, y)[0],))


def _float_pow(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
    # The operator calls the C library. The ufunc, which also serves the operator where both operands change their type,
    # has a loop of its own with other bits.
    by_libm = replay.recipe is operator.pow and any(val.type is type for val in replay.vals)
    if L.fastmath:
        from .approximations import function

        power = function(L, "pow" if by_libm else "power", (x, y))
        if power is not None:
            return Val(type, (power,))
    if by_libm:
        return Val(type, (known_power(L, x, y, lambda: call_libm(L, type, "pow", x, y)),))
    return call_ufunc(L, numpy_function("power"), [type, type], [x, y], replay.vals, [type])[0]


def _bool_as_int8(op: str) -> Operation:
    def operation(L: Lowering, type: Scalar, x: Value, y: Value, replay: Replay) -> Val:
        return OPERATIONS["i"][op](L, INT8, L.b.b2i(x), L.b.b2i(y), replay)

    return operation


_INTEGER: dict[str, Operation] = {
    "add": _wrapping(Builder.add),
    "sub": _wrapping(Builder.sub),
    "mul": _wrapping(Builder.mul),
    "floordiv": _floordiv,
    "mod": _mod,
    "pow": _pow,
    "lshift": _lshift,
    "rshift": _rshift,
    "and": _plain(Builder.and_),
    "or": _plain(Builder.or_),
    "xor": _plain(Builder.xor),
}
OPERATIONS: dict[str, dict[str, Operation]] = {
    "b": {
        "add": _plain(Builder.bor),
        "mul": _plain(Builder.band),
        "and": _plain(Builder.band),
        "or": _plain(Builder.bor),
        "xor": _plain(Builder.bxor),
        **{op: _bool_as_int8(op) for op in ("floordiv", "mod", "pow", "lshift", "rshift")},
    },
    "i": _INTEGER,
    "u": _INTEGER,
    "f": {
        "add": _plain(Builder.fadd),
        "sub": _plain(Builder.fsub),
        "mul": _plain(Builder.fmul),
        "truediv": _plain(Builder.fdiv),
        "floordiv": _float_floordiv,
        "mod": _float_mod,
        "pow": _float_pow,
    },
}
"""By the kind of the type in which the operands meet; what isn't there raises TypeError."""


# Comparisons.


def compare_words(b: Builder, op: str, x: Value, x_unsigned: bool, y: Value, y_unsigned: bool) -> Value:
    """Compares the integers that two words stand for; `op` is eq, ne, lt or le."""
    x_unsigned = x_unsigned and x.lo < 0
    y_unsigned = y_unsigned and y.lo < 0
    if x_unsigned == y_unsigned:
        return (_UNSIGNED_COMPARISONS if x_unsigned else _SIGNED_COMPARISONS)[op](b, x, y)
    same_half = _UNSIGNED_COMPARISONS[op](b, x, y)
    if op == "eq" or op == "ne":
        signed = y if x_unsigned else x
        beyond = b.lt(signed, b.zero)  # a negative number, and one that isn't
        return b.bor(same_half, beyond) if op == "ne" else b.band(same_half, b.not_(beyond))
    if x_unsigned:
        return b.band(same_half, b.le(b.zero, y))
    return b.bor(same_half, b.lt(x, b.zero))


_SIGNED_COMPARISONS = {"eq": Builder.eq, "ne": Builder.ne, "lt": Builder.lt, "le": Builder.le}
_UNSIGNED_COMPARISONS = {"eq": Builder.eq, "ne": Builder.ne, "lt": Builder.ult, "le": Builder.ule}
_FLOAT_COMPARISONS = {"eq": Builder.feq, "ne": Builder.fne, "lt": Builder.flt, "le": Builder.fle}
_SWAPPED = {"gt": "lt", "ge": "le"}
