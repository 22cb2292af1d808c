"""Operators on Python's numbers: ints, bools and floats; and the builtins that convert them."""

from __future__ import annotations

import operator

from ..ir.types import BOOL as BIT
from ..ir.types import MIN
from . import floats, integers
from .integers import TOO_LARGE, integer, known, natural, unsigned
from .operators import RECIPES
from .types import BOOL, FLOAT, INT, UINT, Scalar, Val, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lowering import Lowering
    from .types import Type


def binary(L: Lowering, op: str, a: Val, b: Val) -> Val:
    """`a op b` for an arithmetic or bitwise operator."""
    if a.type is FLOAT or b.type is FLOAT or (op == "pow" and (known(b) or 0) < 0):
        rule = floats.RULES.get(op)
        if rule is None:
            L.leave(L.raises(RECIPES[op], a, b))
        return rule(L, a, b)
    if a.type is BOOL and b.type is BOOL and op in ("and", "or", "xor"):
        emit = {"and": L.b.band, "or": L.b.bor, "xor": L.b.bxor}[op]
        return Val(BOOL, (emit(a.word, b.word),))
    return integers.RULES[op](L, integer(L.b, a), integer(L.b, b))


def compare(L: Lowering, op: str, a: Val, b: Val) -> Val:
    """`a op b` for a comparison."""
    if op in _SWAPPED:
        a, b, op = b, a, _SWAPPED[op]
    if a.type is BOOL and b.type is BOOL and op in ("eq", "ne"):
        differ = L.b.bxor(a.word, b.word)
        return Val(BOOL, (differ if op == "ne" else L.b.not_(differ),))
    if a.type is FLOAT and b.type is FLOAT:
        return Val(BOOL, (floats.COMPARISONS[op](L.b, a.word, b.word),))
    if a.type is FLOAT:
        return Val(BOOL, (floats.compare_int(L.b, _MIRRORED[op], integer(L.b, b), a.word),))
    if b.type is FLOAT:
        return Val(BOOL, (floats.compare_int(L.b, op, integer(L.b, a), b.word),))
    return Val(BOOL, (integers.compare(L.b, op, integer(L.b, a), integer(L.b, b)),))


def unary(L: Lowering, op: str, a: Val) -> Val:
    """`op a` for neg, pos or invert."""
    b = L.b
    if a.type is FLOAT:
        if op == "invert":
            L.leave(L.raises(operator.invert, a))
        return Val(FLOAT, (b.fneg(a.word),)) if op == "neg" else a
    a = integer(b, a)
    if op == "pos":
        return a
    word = a.word
    if op == "invert":
        return Val(INT, (b.invert(word if a.type is INT else natural(L, word)),))
    if a.type is INT:
        return Val(INT, (b.subo(b.zero, word, L.bails(TOO_LARGE)),))
    # 0 - x as -2**63 - (x - 2**63), whose inner difference is an int64 just where x is
    least = b.word(MIN)
    return Val(INT, (b.sub(least, b.addo(word, least, L.bails(TOO_LARGE))),))


# Builtins.


def to_int(L: Lowering, a: Val) -> Val:
    """int(a)"""
    type = a.type
    if type is FLOAT or (isinstance(type, Scalar) and type.kind == "f"):
        return floats.whole(L, L.to_float(a), int, a)
    return _int_of(L, a) if is_number(type) else L.leave(L.raises(int, a))


def _int_of(L: Lowering, a: Val) -> Val:
    """A Python int equal to an int, bool or NumPy integer."""
    word = L.b.b2i(a.word) if a.word.type == BIT else a.word
    return (
        unsigned(word) if a.type is UINT or (isinstance(a.type, Scalar) and a.type.kind == "u") else Val(INT, (word,))
    )


def round_(L: Lowering, a: Val, digits: Val | None = None) -> Val:
    """round(a) or round(a, digits)."""
    type = a.type
    kind = type.kind if isinstance(type, Scalar) else ""
    given = [a] if digits is None else [a, digits]
    if not is_number(type) or kind == "b" or (digits is not None and not _is_int(digits.type)):
        L.refuse(round, *given)
    if digits is None:
        if type is FLOAT or kind == "f":
            return floats.whole(L, L.b.fnearest(L.to_float(a)), round, a)
        return _int_of(L, a)
    count = known(digits)
    if type is FLOAT and count == 0:
        return Val(FLOAT, (L.b.fnearest(a.word),))
    if type is FLOAT and count in range(1, 23):
        return floats.round_decimal(L, a, digits, count)
    if type is FLOAT or kind:
        return L.object_upcall(round, given, type)
    if digits.type is BOOL or digits.word.lo >= 0:
        return _int_of(L, a)
    return L.object_upcall(round, given, INT)


def _is_int(type: Type) -> bool:
    return type in (INT, UINT, BOOL) or (isinstance(type, Scalar) and type.kind in "iu")


def divmod_(L: Lowering, a: Val, b: Val) -> tuple[Val, Val]:
    """The two items of divmod(a, b)."""
    if a.type is FLOAT or b.type is FLOAT:
        return floats.divmod_(L, a, b, divmod)
    a, b = integer(L.b, a), integer(L.b, b)
    return integers.quotient(L, a, b, divmod), integers.remainder(L, a, b, divmod)


def pow3(L: Lowering, a: Val, b: Val, modulus: Val) -> Val:
    """pow(a, b, modulus)"""
    given = [a, b, modulus]
    if any(val.type not in (INT, UINT, BOOL) for val in given):
        L.refuse(pow, *given)
    a, b, modulus = [integer(L.b, val) for val in given]
    if UINT in (a.type, b.type, modulus.type):
        return L.object_upcall(pow, given, modulus.type)
    e = L.b
    x, y, m = a.word, b.word, modulus.word
    small = e.band(e.le(e.zero, y), e.band(e.lt(e.zero, m), e.le(m, e.word(1 << 32))))
    words = L.either(
        small, lambda: [integers.pow_modulo(L, x, y, m)], lambda: [L.object_upcall(pow, given, INT).word], cold=2
    )
    return Val(INT, tuple(words))


_SWAPPED = {"gt": "lt", "ge": "le"}
_MIRRORED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge"}
