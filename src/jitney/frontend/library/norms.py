"""`math.hypot` and `math.dist`: CPython's vector_norm (mathmodule.c), inline.

The numbers are scaled by a power of two until the largest is between 0.5 and 1, their squares are summed with all that
rounding loses, and the root gets a correction of first order: a hundred bits, so that the last one of the result is
right however an edition of CPython orders the operations. That is checked before it is used: the routine is written for
anything that has the builder's methods, so that it can be carried out in plain floats as well and compared with
`math.hypot`. The largest and smallest numbers, infinities and NaN are left to the interpreter.
"""

from __future__ import annotations

import math
from functools import cache

from .. import libm
from ..powers import HALVES
from ..types import FLOAT, Tuple, Val, is_number, tuple_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.function import Value
    from ..lowering import Lowering

MOST = 8
"""How many dimensions are worth unrolling."""


def _parts(b: Any, x: Any) -> tuple[Any, Any, Any]:
    """Three floats whose sum is exactly the square of x."""
    scaled = b.fmul(x, b.float(HALVES))
    high = b.fsub(scaled, b.fsub(scaled, x))
    low = b.fsub(x, high)
    return b.fmul(high, high), b.fmul(b.fadd(high, high), low), b.fmul(low, low)


def _add(b: Any, total: Any, lost: Any, term: Any) -> tuple[Any, Any]:
    """Adds a term no larger than the total, and to what was lost what this loses."""
    sum = b.fadd(total, term)
    return sum, b.fadd(lost, b.fadd(b.fsub(total, sum), term))


def _norm(b: Any, numbers: list[Any]) -> Any:
    """The root of the sum of squares of numbers between 0 and 1, of which the largest is at least 0.5."""
    one = total = b.float(1.0)
    lost = [b.float(0.0)] * 2
    for x in numbers:
        square = b.fmul(x, x)
        high, middle, low = _parts(b, x)
        below = b.fadd(b.fadd(b.fsub(high, square), middle), low)
        lost[0] = b.fadd(lost[0], below)
        total, lost[1] = _add(b, total, lost[1], square)
    root = b.fsqrt(b.fadd(b.fsub(total, one), b.fadd(*lost)))
    square = b.fmul(root, root)
    high, middle, low = _parts(b, root)
    below = b.fadd(b.fadd(b.fsub(high, square), middle), low)
    lost[0] = b.fsub(lost[0], below)
    total, lost[1] = _add(b, total, lost[1], b.fneg(square))
    rest = b.fadd(b.fsub(total, one), b.fadd(*lost))
    return b.fadd(root, b.fdiv(rest, b.fadd(root, root)))


class _Floats:
    """The builder's methods on plain floats."""

    fadd = staticmethod(lambda x, y: x + y)
    fsub = staticmethod(lambda x, y: x - y)
    fmul = staticmethod(lambda x, y: x * y)
    fdiv = staticmethod(lambda x, y: x / y)
    fneg = staticmethod(lambda x: -x)
    fsqrt = staticmethod(math.sqrt)
    float = staticmethod(lambda x: x)


@cache
def _agrees() -> bool:
    """Whether this is what `math.hypot` computes, at a few points."""
    numbers = [abs(x) for x in libm.POINTS if 1e-150 < abs(x) < 1e150] + [math.sqrt(x) for x in range(2, 12)]
    for x, y in zip(numbers, numbers[3:], strict=False):
        scale = math.ldexp(1.0, -math.frexp(max(x, y))[1])
        if not libm.same(_norm(_Floats, [x * scale, y * scale]) / scale, math.hypot(x, y)):
            return False
    return True


def _emit(L: Lowering, called: Any, arguments: list[Val], words: list[Value]) -> Val:
    """The norm of floats none of which is negative, or else what the interpreter's function gives for its arguments."""
    b = L.b
    if len(words) <= 1:
        return Val(FLOAT, tuple(words)) if words else L.make_constant(0.0)
    if len(words) > MOST or not _agrees():
        return L.object_upcall(called, arguments, FLOAT)
    largest, plain = words[0], b.true
    for word in words:
        plain = b.band(plain, b.flt(word, b.float(2.0**1000)))  # neither infinite nor NaN
    for word in words[1:]:
        largest = b.select(b.flt(largest, word), word, largest)
    plain = b.band(plain, b.flt(b.float(2.0**-1000), largest))

    def inline() -> list[Value]:
        exponent = b.and_(b.shr(b.fbits(largest), b.word(52)), b.word(0x7FF))
        scale = b.ifbits(b.shl(b.sub(b.word(2045), exponent), b.word(52)))
        unscale = b.ifbits(b.shl(b.add(exponent, b.word(1)), b.word(52)))
        return [b.fmul(_norm(b, [b.fmul(word, scale) for word in words]), unscale)]

    return Val(FLOAT, tuple(L.either(plain, inline, lambda: [L.object_upcall(called, arguments, FLOAT).word], cold=2)))


def hypot(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if keywords or not all(is_number(argument.type) for argument in arguments):
        L.refuse(math.hypot, *arguments)
    return _emit(L, math.hypot, arguments, [L.b.fabs(L.to_float(argument)) for argument in arguments])


def dist(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if keywords or len(arguments) != 2:
        L.leave(L.raises(math.dist, *arguments))
    points = [tuple_items(val) if isinstance(val.type, Tuple) else None for val in arguments]
    p, q = points
    if p is None or q is None or len(p) != len(q) or not all(is_number(item.type) for item in p + q):
        return L.object_upcall(math.dist, arguments, FLOAT)
    words = [L.b.fabs(L.b.fsub(L.to_float(x), L.to_float(y))) for x, y in zip(p, q, strict=True)]
    return _emit(L, math.dist, arguments, words)
