"""The `math` module.

Where a number comes from is where CPython gets it from (mathmodule.c):

    the C library       what `_LIBM` and `_LIBM2` list: the process's own symbols, compared with `math` before use
    inline              exact operations, and CPython's few lines around them: sqrt floor ceil trunc fabs copysign
                        degrees radians frexp modf ulp isclose isnan isinf isfinite isqrt gcd lcm prod
    CPython's algorithm hypot and dist, in norms.py
    `math` itself       what `_BUILTIN` lists: CPython's own algorithms, called in the interpreter

The interpreter's errors are raised by calling the function itself with the same arguments, where a condition on the
arguments or the result says that it raises.
"""

from __future__ import annotations

import math
import sys

from .. import floats
from ..integers import TOO_LARGE, check, integer, known, repeat
from ..powers import power as known_power
from ..types import BOOL, FLOAT, INT, UINT, Array, Scalar, Tuple, Val, is_number, make_tuple, tuple_items
from . import lowers, norms
from .builtins import scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ...ir.builder import Builder
    from ...ir.function import Value
    from ..lowering import Lowering
    from ..types import Type

    Keywords = dict[str, Val]
    Body = Callable[..., Val]
    Condition = Callable[[Builder, Value], Value]

INFINITY = math.inf


def function(name: str, least: int, most: int | None = None, *names: str) -> Callable[[Body], Body]:
    """Makes the decorated `body(L, *arguments)` the rule for the function of that name, if this Python has it.

    It takes `least` to `most` arguments, numbers all, and keywords of these names.
    """
    called = getattr(math, name, None)
    most = least if most is None else most

    def register(body: Body) -> Body:
        if called is None:
            return body

        def rule(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
            if any(keyword not in names for keyword in keywords):
                L.unsupported(f"math.{name}() with {', '.join(keywords)}")
            if any(isinstance(argument.type, Array) and argument.type.ndim for argument in arguments):
                L.unsupported(f"math.{name}() of an array", "write a loop over its items")  # one item would do
            arguments = [scalar(L, argument) for argument in arguments]
            fits = least <= len(arguments) <= most
            odd = [argument for argument in arguments if not is_number(argument.type)]
            if fits and odd and all(type(L.constant(argument)) is int for argument in odd):
                L.leave(L.bails("an int left 64 bits"))
            if not fits or odd:
                L.leave(L.raises(called, *arguments))
            return _folded(L, called, arguments, keywords) or body(L, *arguments, **keywords)

        lowers(called)(rule)
        return body

    return register


def _folded(L: Lowering, called: Callable[..., Any], arguments: list[Val], keywords: Keywords) -> Val | None:
    """The result for constants, unless it is NaN or an exception."""
    if keywords or len(arguments) > 3:
        return None
    values: list[Any] = [None if isinstance(argument.type, Scalar) else known(argument) for argument in arguments]
    if None in values or (called in _SLOW and max(values) > 100):
        return None
    try:
        result = called(*values)
    except (ArithmeticError, ValueError, TypeError):
        return None
    return None if result != result else L.make_constant(result)


# From the C library.


def _within_one(b: Builder, x: Value) -> Value:
    return b.not_(b.flt(b.float(1.0), b.fabs(x)))


def _not_infinite(b: Builder, x: Value) -> Value:
    return b.fne(b.fabs(x), b.float(INFINITY))


def _positive(b: Builder, x: Value) -> Value:
    return b.not_(b.fle(x, b.float(0.0)))


def _anything(b: Builder, x: Value) -> Value:
    return b.true


_LIBM: dict[str, Condition] = {
    "sin": _not_infinite,
    "cos": _not_infinite,
    "tan": _not_infinite,
    "asin": _within_one,
    "acos": _within_one,
    "atan": _anything,
    "tanh": _anything,
    "asinh": _anything,
    "acosh": lambda b, x: b.not_(b.flt(x, b.float(1.0))),
    "atanh": lambda b, x: b.not_(b.fle(b.float(1.0), b.fabs(x))),
    "log": _positive,
    "log2": _positive,
    "log10": _positive,
    "log1p": lambda b, x: b.not_(b.fle(x, b.float(-1.0))),
    "exp": _anything,
    "exp2": _anything,
    "expm1": _anything,
    "sinh": _anything,
    "cosh": _anything,
    "cbrt": _anything,
    "erf": _anything,
    "erfc": _anything,
}
"""Functions of one float64, and of which arguments they have a value (of NaN they all have)."""

_OVERFLOWING = frozenset(("exp", "exp2", "expm1", "sinh", "cosh"))
"""They raise where a finite argument has an infinite result."""

_LIBM2 = ("pow", "fmod", "atan2", "remainder", "nextafter")
"""Functions of two. CPython's remainder is its own, but both are exact."""


def _register_libm(name: str, condition: Condition) -> None:
    called: Any = getattr(math, name, None)

    def body(L: Lowering, argument: Val) -> Val:
        b, x = L.b, L.to_float(argument)
        check(L, condition(b, x), called, argument)
        result = floats.call(L, name, called, x)
        if name in _OVERFLOWING:
            infinity = b.float(INFINITY)
            check(L, b.bor(b.fne(b.fabs(result), infinity), b.feq(b.fabs(x), infinity)), called, argument)
        return Val(FLOAT, (result,))

    if name != "log":
        function(name, 1)(body)
    else:

        @function("log", 1, 2)
        def log(L: Lowering, argument: Val, base: Val | None = None) -> Val:
            """With a base, a quotient of two logarithms: of which the second may be 0."""
            logarithm = body(L, argument)
            if base is None:
                return logarithm
            divisor = body(L, base)
            check(L, L.b.fne(divisor.word, L.b.float(0.0)), called, argument, base)
            return Val(FLOAT, (L.b.fdiv(logarithm.word, divisor.word),))


for _name, _condition in _LIBM.items():
    _register_libm(_name, _condition)


def _register_libm2(name: str) -> None:
    called: Any = getattr(math, name)

    def compute(L: Lowering, one: Val, two: Val) -> Value:
        b, x, y = L.b, L.to_float(one), L.to_float(two)
        result = floats.call(L, name, called, x, y)
        if name in ("pow", "fmod", "remainder"):
            # no number out of numbers, or an infinite one out of finite ones
            nan = b.bor(b.fne(x, x), b.fne(y, y))
            infinity = b.float(INFINITY)
            fine = b.bor(b.flt(b.fabs(result), infinity), nan)
            if name == "pow":
                infinite = b.bor(b.feq(b.fabs(x), infinity), b.feq(b.fabs(y), infinity))
                fine = b.bor(fine, b.band(infinite, b.feq(result, result)))
                fine = b.bor(fine, b.band(infinite, b.feq(b.fabs(result), infinity)))
                if sys.version_info < (3, 11):  # where 0 to the power of -inf raised
                    fine = b.band(fine, b.bor(b.fne(x, b.float(0.0)), b.fne(y, b.float(-INFINITY))))
            check(L, fine, called, one, two)
        return result

    @function(name, 2)
    def body(L: Lowering, one: Val, two: Val) -> Val:
        y = L.to_float(two)
        if name == "pow":
            return Val(FLOAT, (known_power(L, L.to_float(one), y, lambda: compute(L, one, two)),))
        return Val(FLOAT, (compute(L, one, two),))


for _name in _LIBM2:
    _register_libm2(_name)


@function("fma", 3)
def fma(L: Lowering, *arguments: Val) -> Val:
    b, words = L.b, [L.to_float(argument) for argument in arguments]
    called = math.fma  # type: ignore[attr-defined]
    result = floats.call(L, "fma", called, *words)
    infinity = b.float(INFINITY)
    nan = infinite = b.false
    for word in words:
        nan, infinite = b.bor(nan, b.fne(word, word)), b.bor(infinite, b.feq(b.fabs(word), infinity))
    fine = b.bor(b.flt(b.fabs(result), infinity), b.bor(nan, b.band(infinite, b.feq(result, result))))
    check(L, fine, called, *arguments)
    return Val(FLOAT, (result,))


# Inline: floats.


@function("sqrt", 1)
def sqrt(L: Lowering, argument: Val) -> Val:
    x = L.to_float(argument)
    check(L, L.b.not_(L.b.flt(x, L.b.float(0.0))), math.sqrt, argument)
    return Val(FLOAT, (L.b.fsqrt(x),))


@function("fabs", 1)
def fabs(L: Lowering, argument: Val) -> Val:
    return Val(FLOAT, (L.b.fabs(L.to_float(argument)),))


@function("copysign", 2)
def copysign(L: Lowering, one: Val, two: Val) -> Val:
    return Val(FLOAT, (L.b.fcopysign(L.to_float(one), L.to_float(two)),))


@function("degrees", 1)
def degrees(L: Lowering, argument: Val) -> Val:
    return Val(FLOAT, (L.b.fmul(L.to_float(argument), L.b.float(180.0 / math.pi)),))


@function("radians", 1)
def radians(L: Lowering, argument: Val) -> Val:
    return Val(FLOAT, (L.b.fmul(L.to_float(argument), L.b.float(math.pi / 180.0)),))


@function("isnan", 1)
def isnan(L: Lowering, argument: Val) -> Val:
    x = L.to_float(argument)
    return Val(BOOL, (L.b.fne(x, x),))


@function("isinf", 1)
def isinf(L: Lowering, argument: Val) -> Val:
    return Val(BOOL, (L.b.feq(L.b.fabs(L.to_float(argument)), L.b.float(INFINITY)),))


@function("isfinite", 1)
def isfinite(L: Lowering, argument: Val) -> Val:
    return Val(BOOL, (L.b.flt(L.b.fabs(L.to_float(argument)), L.b.float(INFINITY)),))


@function("isclose", 2, 2, "rel_tol", "abs_tol")
def isclose(L: Lowering, one: Val, two: Val, rel_tol: Val | None = None, abs_tol: Val | None = None) -> Val:
    b, x, y = L.b, L.to_float(one), L.to_float(two)
    relative = b.float(1e-9) if rel_tol is None else L.to_float(rel_tol)
    absolute = b.float(0.0) if abs_tol is None else L.to_float(abs_tol)
    for tolerance in (relative, absolute):
        check(L, b.not_(b.flt(tolerance, b.float(0.0))), _isclose_negative, one, two)
    infinity = b.float(INFINITY)
    finite = b.not_(b.bor(b.feq(b.fabs(x), infinity), b.feq(b.fabs(y), infinity)))
    apart = b.fabs(b.fsub(y, x))
    near = b.bor(b.fle(apart, b.fabs(b.fmul(relative, y))), b.fle(apart, b.fabs(b.fmul(relative, x))))
    return Val(BOOL, (b.bor(b.feq(x, y), b.band(finite, b.bor(near, b.fle(apart, absolute)))),))


def _isclose_negative(x: float, y: float) -> bool:
    return math.isclose(x, y, rel_tol=-1.0)


@function("ulp", 1)
def ulp(L: Lowering, argument: Val) -> Val:
    """To the next float away from zero, or of the largest to the one before it; of what isn't finite, itself."""
    b = L.b
    x = b.fabs(L.to_float(argument))
    bits, one = b.fbits(x), b.word(1)
    above = b.ifbits(b.add(bits, one))
    last = b.feq(above, b.float(INFINITY))
    apart = b.select(last, b.fsub(x, b.ifbits(b.sub(bits, one))), b.fsub(above, x))
    return Val(FLOAT, (b.select(b.flt(x, b.float(INFINITY)), apart, x),))


@function("modf", 1)
def modf(L: Lowering, argument: Val) -> Val:
    b, x = L.b, L.to_float(argument)
    integral = b.ftrunc(x)
    infinite = b.feq(b.fabs(x), b.float(INFINITY))
    fraction = b.fcopysign(b.select(infinite, b.float(0.0), b.fsub(x, integral)), x)
    return make_tuple([Val(FLOAT, (fraction,)), Val(FLOAT, (integral,))])


_EXPONENT = 0x7FF << 52


@function("frexp", 1)
def frexp(L: Lowering, argument: Val) -> Val:
    b, x = L.b, L.to_float(argument)
    subnormal = b.flt(b.fabs(x), b.float(2.0**-1022))
    bits = b.fbits(b.select(subnormal, b.fmul(x, b.float(2.0**54)), x))
    exponent = b.and_(b.shr(bits, b.word(52)), b.word(0x7FF))
    exponent = b.sub(exponent, b.select(subnormal, b.word(1022 + 54), b.word(1022)))
    half = b.or_(b.and_(bits, b.word(~_EXPONENT)), b.word(1022 << 52))
    plain = b.band(b.fne(x, b.float(0.0)), b.flt(b.fabs(x), b.float(INFINITY)))
    return make_tuple(
        [Val(FLOAT, (b.select(plain, b.ifbits(half), x),)), Val(INT, (b.select(plain, exponent, b.zero),))]
    )


@function("ldexp", 2)
def ldexp(L: Lowering, one: Val, two: Val) -> Val:
    if two.type not in (INT, UINT, BOOL):
        L.leave(L.raises(math.ldexp, one, two))
    b, x = L.b, L.to_float(one)
    exponent, most = L.to_int_word(two), b.word(2200)  # takes the least float past the largest one
    exponent = b.select(b.lt(most, exponent), most, b.select(b.lt(exponent, b.neg(most)), b.neg(most), exponent))
    result = floats.call(L, "ldexp", math.ldexp, x, exponent)
    infinity = b.float(INFINITY)
    check(L, b.bor(b.fne(b.fabs(result), infinity), b.feq(b.fabs(x), infinity)), math.ldexp, one, two)
    return Val(FLOAT, (result,))


def _register_rounding(name: str, round_word: Callable[[Builder, Value], Value]) -> None:
    called: Any = getattr(math, name)

    @function(name, 1)
    def body(L: Lowering, argument: Val) -> Val:
        type = argument.type
        if not isinstance(type, Scalar) and type is not FLOAT:
            return integer(L.b, argument)
        if name == "trunc" and isinstance(type, Scalar) and type.dtype != "float64":
            L.leave(L.raises(called, argument))
        return floats.whole(L, round_word(L.b, L.to_float(argument)), called, argument)


_register_rounding("floor", lambda b, x: b.ffloor(x))
_register_rounding("ceil", lambda b, x: b.fceil(x))
_register_rounding("trunc", lambda b, x: b.ftrunc(x))


# Inline: ints.


@function("isqrt", 1)
def isqrt(L: Lowering, argument: Val) -> Val:
    """The root of the rounded number is at most 1 off."""
    b, n = L.b, L.to_int_word(argument)
    check(L, b.le(b.zero, n), math.isqrt, argument)
    root = b.f2i(b.fsqrt(b.i2f(n)))
    root = b.sub(root, b.b2i(b.ult(n, b.mul(root, root))))
    above = b.add(root, b.word(1))
    return Val(INT, (b.add(root, b.b2i(b.ule(b.mul(above, above), n))),))


@function("gcd", 0, 100)
def gcd(L: Lowering, *arguments: Val) -> Val:
    result = L.b.zero
    for argument in arguments:
        result = _gcd(L, result, _magnitude(L, argument))
    return Val(INT, (result,))


@function("lcm", 0, 100)
def lcm(L: Lowering, *arguments: Val) -> Val:
    b = L.b
    result = b.word(1)
    for argument in arguments:
        other = _magnitude(L, argument)
        divisor = _gcd(L, result, other)
        some = b.ne(divisor, b.zero)
        factor = b.div(result, b.select(some, divisor, b.word(1)))
        result = b.mulo(factor, other, L.bails(TOO_LARGE))
    return Val(INT, (result,))


def _magnitude(L: Lowering, argument: Val) -> Value:
    """abs(argument), of an int."""
    b, word = L.b, L.to_int_word(argument)
    if word.lo >= 0:
        return word
    magnitude = b.select(b.lt(word, b.zero), b.subo(b.zero, word, L.bails(TOO_LARGE)), word)
    magnitude.lo = max(magnitude.lo, 0)
    return magnitude


def _gcd(L: Lowering, x: Value, y: Value) -> Value:
    """Euclid's loop. Neither is negative."""
    if x.is_const and x.attr == 0:
        return y
    b = L.b
    return repeat(L, [x, y], lambda words: b.ne(words[1], b.zero), lambda words: [words[1], b.umod(*words)])[0]


@lowers(math.prod)
def prod(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    start = keywords.pop("start", None)
    if keywords or len(arguments) != 1 or not isinstance(arguments[0].type, Tuple):
        L.unsupported("math.prod() of what isn't a tuple", "write a loop")
    result = start or Val(INT, (L.b.word(1),))
    for item in tuple_items(arguments[0]):
        result = L.binary("mul", result, item)
    return result


lowers(math.hypot)(norms.hypot)
lowers(math.dist)(norms.dist)


# By calling the function.

_BUILTIN = {
    "gamma": FLOAT, "lgamma": FLOAT, "fsum": FLOAT, "sumprod": FLOAT, "comb": INT, "perm": INT, "factorial": INT,
}  # fmt: skip
"""Functions that the interpreter carries out, and the type of their results."""

_SLOW = frozenset((math.comb, math.perm, math.factorial))
"""Functions whose time grows with their arguments."""


def _register_builtin(name: str, result: Type) -> None:
    called: Any = getattr(math, name, None)
    if called is None:
        return

    @lowers(called)
    def rule(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
        if keywords:
            L.unsupported(f"math.{name}() with {', '.join(keywords)}")
        if all(is_number(argument.type) for argument in arguments):
            folded = _folded(L, called, arguments, keywords)
            if folded is not None:
                return folded
        return L.object_upcall(called, arguments, result)


for _name, _result in _BUILTIN.items():
    _register_builtin(_name, _result)
