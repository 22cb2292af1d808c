"""NumPy's functions of scalars: ufuncs, types called as functions, and a few that are made of these.

NumPy itself says which of a ufunc's loops takes given types (`ufunc.resolve_dtypes`). What is exact, or rounded
correctly, is emitted here (`INLINE`); for everything else NumPy's own loop is called, since its `exp`, `log10`, `sinh`,
`power` and others differ from the C library's in the last bit.
"""

from __future__ import annotations

import math
import sys
from functools import cache, partial

from ...ir.builder import Builder, to_f32
from ...ir.types import BOOL as BIT
from ...ir.types import F32, I64
from .. import scalars
from ..scalars import FLOAT64, INT64, TRUTH, Replay, cast, constant, convert
from ..types import BOOL, FLOAT, INT, NONE, SCALARS, UINT, Scalar, Val, is_number, make_tuple
from ..ufunc import call_ufunc
from . import lowers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ...ir.function import Value
    from ..lowering import Lowering
    from ..types import Type

    Emit = Callable[..., Value]

np: Any = sys.modules["numpy"]
"""This file is loaded for functions that refer to NumPy, so it is there."""


def ufunc_rule(ufunc: Any, L: Lowering, args: list[Val], keywords: dict[str, Val]) -> Val:
    name = f"np.{ufunc.__name__}"
    if keywords:
        L.unsupported(f"{name} with the keyword {next(iter(keywords))!r}")
    if len(args) > ufunc.nin:
        L.unsupported(f"{name} with an output array")
    for arg in args:
        if not is_number(arg.type):
            L.unsupported(f"{name} of {arg.type.name}", "call it on the items, one by one")
    if len(args) < ufunc.nin:
        L.leave(L.raises(ufunc, *args))
    return apply(L, ufunc, args)


def apply(L: Lowering, ufunc: Any, vals: list[Val]) -> Val:
    """A ufunc of numbers."""
    replay = Replay(L, ufunc, *vals)
    decisive = {val.type for val in vals if isinstance(val.type, Scalar)}
    if decisive <= {TRUTH} or ufunc.__name__.startswith("logical_"):
        vals = [_within_int64(L, val) for val in vals]
    if not decisive:
        vals = [Val(_DEFAULTS[val.type], val.words) for val in vals]
    op = COMPARISONS.get(ufunc.__name__)
    if op is not None:
        return scalars.compare(L, op, vals[0], vals[1], replay)
    taken, given = resolve(L, ufunc, vals, replay)
    words = [convert(L, val, type, replay) for val, type in zip(vals, taken, strict=True)]
    type = taken[0]
    if len(given) == 1:
        emit = INLINE.get(ufunc.__name__, _NOTHING).get(type.kind)
        if emit is not None:
            return Val(given[0], (emit(L.b, type, *words),))
        if L.fastmath:
            from .. import approximations

            word = approximations.function(L, ufunc.__name__, words)
            if word is not None:
                return Val(given[0], (word,))
        op = OPERATORS.get(ufunc.__name__)
        if op is not None and type is given[0] and op in scalars.OPERATIONS[type.kind]:
            return scalars.OPERATIONS[type.kind][op](L, type, words[0], words[1], replay)
    results = call_ufunc(L, ufunc, taken, words, replay.vals, given)
    return results[0] if len(results) == 1 else make_tuple(results)


def _within_int64(L: Lowering, val: Val) -> Val:
    """A Python int where no NumPy integer says which type it takes."""
    if val.type is not UINT:
        return val
    L.b.guard(L.b.le(L.b.zero, val.word), L.bails("NumPy takes Python ints from 2**63 on in ways of its own"))
    return Val(INT, val.words)


def resolve(L: Lowering, ufunc: Any, vals: list[Val], replay: Replay) -> tuple[list[Scalar], list[Scalar]]:
    """The types that the ufunc's loop takes and gives."""
    question = [_question(val.type) for val in vals]
    try:
        answer = ufunc.resolve_dtypes((*question, *[None] * ufunc.nout))
    except TypeError:
        L.leave(replay())
    types = []
    for dtype in answer:
        found = SCALARS.get(dtype.name)
        if found is None:
            of = ", ".join(val.type.name for val in vals)
            L.unsupported(f"np.{ufunc.__name__} of {of} computes in {dtype.name}", "convert to a wider type first")
        types.append(found)
    return types[: ufunc.nin], types[ufunc.nin :]


def _question(type: Type) -> Any:
    return np.dtype(type.dtype) if isinstance(type, Scalar) else _WEAK[type]


_DEFAULTS: dict[Type, Scalar] = {INT: INT64, FLOAT: FLOAT64, BOOL: TRUTH}
_WEAK: dict[Type, Any] = {INT: int, UINT: int, FLOAT: float, BOOL: np.dtype("bool")}
_NOTHING: dict[str, Emit] = {}


# What is emitted in place: by the name of the ufunc and the kind of its first operand, as it is taken.


def _float(emit: Callable[..., Value]) -> dict[str, Emit]:
    return {"f": lambda b, type, *words: emit(b, *words)}


def _words(emit: Emit) -> dict[str, Emit]:
    return {"i": emit, "u": emit}


def _same(b: Builder, type: Scalar, x: Value) -> Value:
    return x


def _cut(b: Builder, type: Scalar, x: Value) -> Value:
    """An integer, cut to its width."""
    return b.extend(x, type.bits, type.signed)


def _sign(b: Builder, type: Scalar, x: Value) -> Value:
    zero, one = constant(b, type, 0.0), constant(b, type, 1.0)
    sign = b.select(b.flt(zero, x), one, b.select(b.flt(x, zero), b.fneg(one), zero))
    return b.select(b.fne(x, x), x, sign)


def _integer_sign(b: Builder, type: Scalar, x: Value) -> Value:
    positive = b.b2i(b.ne(x, b.zero))
    return b.or_(b.sar(x, b.word(63)), positive) if type.signed else positive


def _is_negative(b: Builder, type: Scalar, x: Value) -> Value:
    if x.type == F32:
        return b.le(b.word(1 << 31), b.sbits(x))
    return b.lt(b.fbits(x), b.zero)


def _less(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.lt(x, y) if type.signed else b.ult(x, y)


def _minimum(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.select(_less(b, type, x, y), x, y)


def _maximum(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.select(_less(b, type, y, x), x, y)


def _float_minimum(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.select(b.bor(b.flt(x, y), b.fne(x, x)), x, y)


def _float_maximum(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.select(b.bor(b.flt(y, x), b.fne(x, x)), x, y)


def _clip(b: Builder, type: Scalar, x: Value, low: Value, high: Value) -> Value:
    x = b.select(_less(b, type, x, low), low, x)
    return b.select(_less(b, type, high, x), high, x)


def _float_clip(b: Builder, type: Scalar, x: Value, low: Value, high: Value) -> Value:
    x = b.select(b.bor(b.flt(x, low), b.band(b.fne(low, low), b.feq(x, x))), low, x)
    return b.select(b.bor(b.flt(high, x), b.band(b.fne(high, high), b.feq(x, x))), high, x)


def _scaled(numerator: float, denominator: float) -> dict[str, Emit]:
    """A product with a factor that is itself computed in the operand's type."""
    factors = {64: numerator / denominator, 32: to_f32(numerator) / to_f32(denominator)}
    return {"f": lambda b, type, x: b.fmul(x, constant(b, type, factors[type.bits]))}


def _bits_set(b: Builder, type: Scalar, x: Value) -> Value:
    return b.popcnt(b.select(b.lt(x, b.zero), b.neg(x), x) if type.signed else x)


def _logical(emit: Callable[..., Value]) -> dict[str, Emit]:
    """Whatever the types, each operand counts as its truth."""

    def both(b: Builder, type: Scalar, *words: Value) -> Value:
        return emit(b, *[_truth(b, word) for word in words])

    return dict.fromkeys("biuf", both)


def _truth(b: Builder, word: Value) -> Value:
    if word.type == BIT:
        return word
    if word.type == I64:
        return b.ne(word, b.zero)
    return b.fne(word, b.single(0.0) if word.type == F32 else b.float(0.0))


def _quotient(b: Builder, type: Scalar, x: Value, y: Value) -> Value:
    return b.fdiv(b.i2f(x), b.i2f(y)) if type.signed else b.fdiv(b.u2f(x), b.u2f(y))


_INFINITY = math.inf
_WHOLE = {"b": _same, **_words(_same)}
_NEVER = dict.fromkeys("biu", lambda b, type, x: b.false)

INLINE: dict[str, dict[str, Emit]] = {
    "sqrt": _float(Builder.fsqrt),
    "absolute": {
        "b": _same,
        "u": _same,
        "i": lambda b, type, x: _cut(b, type, b.select(b.lt(x, b.zero), b.neg(x), x)),
        "f": lambda b, type, x: b.fabs(x),
    },
    "fabs": _float(Builder.fabs),
    "floor": _float(Builder.ffloor) | _WHOLE,
    "ceil": _float(Builder.fceil) | _WHOLE,
    "trunc": _float(Builder.ftrunc) | _WHOLE,
    "rint": _float(Builder.fnearest),
    "negative": _float(Builder.fneg) | _words(lambda b, type, x: _cut(b, type, b.neg(x))),
    "positive": {"f": _same, **_words(_same)},
    "conjugate": {"f": _same, **_words(_same)},
    "square": _float(lambda b, x: b.fmul(x, x)) | _words(lambda b, type, x: _cut(b, type, b.mul(x, x))),
    "reciprocal": {"f": lambda b, type, x: b.fdiv(constant(b, type, 1.0), x)},
    "copysign": _float(Builder.fcopysign),
    "signbit": {"f": _is_negative},
    "sign": {"f": _sign, **_words(_integer_sign)},
    "isnan": {"f": lambda b, type, x: b.fne(x, x), **_NEVER},
    "isinf": {"f": lambda b, type, x: b.feq(b.fabs(x), constant(b, type, _INFINITY)), **_NEVER},
    "isfinite": {"f": lambda b, type, x: b.flt(b.fabs(x), constant(b, type, _INFINITY))}
    | dict.fromkeys("biu", lambda b, type, x: b.true),
    "minimum": {"b": lambda b, type, x, y: b.band(x, y), "f": _float_minimum, **_words(_minimum)},
    "maximum": {"b": lambda b, type, x, y: b.bor(x, y), "f": _float_maximum, **_words(_maximum)},
    "fmin": {"b": lambda b, type, x, y: b.band(x, y), **_words(_minimum)},
    "fmax": {"b": lambda b, type, x, y: b.bor(x, y), **_words(_maximum)},
    "clip": {"f": _float_clip, **_words(_clip)},
    "degrees": _scaled(180.0, math.pi),
    "rad2deg": _scaled(180.0, math.pi),
    "radians": _scaled(math.pi, 180.0),
    "deg2rad": _scaled(math.pi, 180.0),
    "bitwise_count": _words(_bits_set),
    "invert": {"b": lambda b, type, x: b.not_(x)}
    | _words(lambda b, type, x: b.invert(x) if type.signed else b.xor(x, b.word((1 << type.bits) - 1))),
    "logical_and": _logical(Builder.band),
    "logical_or": _logical(Builder.bor),
    "logical_xor": _logical(Builder.bxor),
    "logical_not": _logical(Builder.not_),
    "divide": _words(_quotient),
}

OPERATORS = {
    "add": "add", "subtract": "sub", "multiply": "mul", "divide": "truediv", "floor_divide": "floordiv",
    "remainder": "mod", "left_shift": "lshift", "right_shift": "rshift", "bitwise_and": "and", "bitwise_or": "or",
    "bitwise_xor": "xor", "power": "pow",
}  # fmt: skip
"""The ufuncs that are operators."""

COMPARISONS = {
    "equal": "eq", "not_equal": "ne", "less": "lt", "less_equal": "le", "greater": "gt", "greater_equal": "ge",
}  # fmt: skip


for _ufunc in list(vars(np).values()):
    if isinstance(_ufunc, np.ufunc) and _ufunc.signature is None:  # which is of those that work on whole arrays
        lowers(_ufunc)(partial(ufunc_rule, _ufunc))


# Types called as functions.


def type_rule(to: Scalar, make: Any, L: Lowering, args: list[Val], keywords: dict[str, Val]) -> Val:
    if keywords or len(args) > 1:
        L.unsupported(f"{to.name} with other arguments than one number")
    if not args:
        return cast(L, Val(BOOL, (L.b.false,)), to, Replay(L, make))
    if not is_number(args[0].type):
        L.unsupported(f"{to.name} of {args[0].type.name}")
    return cast(L, args[0], to, Replay(L, make, args[0]))


for _scalar in SCALARS.values():
    _make = np.dtype(_scalar.dtype).type
    lowers(_make)(partial(type_rule, _scalar, _make))


# Functions that NumPy writes in Python.


@lowers(np.clip)
def clip_rule(L: Lowering, args: list[Val], keywords: dict[str, Val]) -> Val:
    names = ("a", "a_min", "a_max")
    given = dict(zip(names, args, strict=False))
    for name, val in keywords.items():
        name = {"min": "a_min", "max": "a_max"}.get(name, name)
        if name not in names or name in given:
            L.unsupported(f"np.clip with the keyword {name!r}")
        given[name] = val
    vals = [given.get(name, Val(NONE)) for name in names]
    if len(args) > 3 or not all(is_number(val.type) for val in vals):
        L.unsupported("np.clip of anything but three numbers", "use np.minimum or np.maximum for one bound")
    number = vals[0] = _as_array_item(L, vals[0])
    type = number.type
    if isinstance(type, Scalar) and type.kind in "iu" and {INT, UINT} & {vals[1].type, vals[2].type}:
        if not {vals[1].type, vals[2].type} <= {INT, UINT, type}:
            L.unsupported("np.clip of an integer to bounds of other types", "make the bounds one type")
        vals[1:] = [_bound(L, type, vals[1], False), _bound(L, type, vals[2], True)]
    return apply(L, np._core.umath.clip, vals)


def _bound(L: Lowering, type: Scalar, bound: Val, upper: bool) -> Val:
    """A bound for an integer type. A Python int which the type doesn't reach on that side is no bound."""
    b, word = L.b, bound.word
    if isinstance(bound.type, Scalar) or (type.dtype == "uint64" and upper):
        return bound
    last = scalars.bounds(type)[upper]
    if bound.type is UINT:
        return Val(INT, (b.select(b.ule(b.word(last), word), b.word(last), word),)) if upper else bound
    beyond = b.le(b.word(last), word) if upper else b.le(word, b.word(last))
    return Val(INT, (b.select(beyond, b.word(last), word),))


@lowers(np.round, np.around)
def round_rule(L: Lowering, args: list[Val], keywords: dict[str, Val]) -> Val:
    decimals = keywords.pop("decimals", args[1] if len(args) > 1 else None)
    digits = 0 if decimals is None else L.constant(decimals)
    if keywords or len(args) > 2 or not args or not isinstance(digits, int):
        L.unsupported("np.round but of a number, to decimals that are known while compiling")
    if not is_number(args[0].type):
        L.unsupported(f"np.round of {args[0].type.name}", "call it on the items, one by one")
    return round_to(L, _as_array_item(L, args[0]), digits)


def round_to(L: Lowering, val: Val, digits: int) -> Val:
    """A NumPy scalar, rounded as NumPy does it: scaled, rounded to an integral value and scaled back."""
    b, type, word = L.b, val.type, val.word
    assert isinstance(type, Scalar)
    if type.kind != "f":
        if type.kind == "b" or digits < 0:
            L.unsupported(f"np.round of {type.name} to {digits} decimals")
        return val
    if not digits:
        return Val(type, (b.fnearest(word),))
    # The power is what NumPy multiplies up, which above 10**22 is not the nearest float.
    power = 1.0
    for _ in range(min(abs(digits), 400)):
        power *= 10.0
    scale = constant(b, type, power)
    there, back = (b.fmul, b.fdiv) if digits > 0 else (b.fdiv, b.fmul)
    return Val(type, (back(b.fnearest(there(word, scale)), scale),))


def _as_array_item(L: Lowering, val: Val) -> Val:
    """A number as the item of the array that NumPy first makes of it."""
    if isinstance(val.type, Scalar):
        return val
    val = _within_int64(L, val)
    return Val(_DEFAULTS[val.type], val.words)


# Descriptions of types, which are constants.


def description_rule(describe: Any, L: Lowering, args: list[Val], keywords: dict[str, Val]) -> Val:
    known = [L.constant(arg) for arg in args]
    if keywords or len(known) != 1 or known[0] is L.UNKNOWN:
        L.unsupported(f"np.{describe.__name__} of anything but a type")
    return L.make_constant(_described(describe, known[0]))


@cache
def _described(describe: Any, type: Any) -> Any:
    """The same object each time, as the compiler keeps the constants that it meets."""
    return describe(type)


for _describe in (np.iinfo, np.finfo, np.dtype):
    lowers(_describe)(partial(description_rule, _describe))
