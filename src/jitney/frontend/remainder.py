"""C's fmod in place, for quotients that aren't large; the C library's takes a step for each bit of the quotient.

Let n be the integer nearest to x / y as that comes out rounded. If |n| is at most 2**24, then x - n*y is exact when n*y
is subtracted in two parts, each of which is exact:

    y = high + low, where `high` has the upper 26 bits of y and `low` the other 27: so n*high and n*low have 51 at most
    x - n*high = (x - n*y) + n*low is a multiple of the last place of y (of half of it, if |x| < |y|, when n is 0 or 1)
        and less than 2**53 of them, as |x - n*y| is about |y|/2 at most and |n*low| at most 2**51 last places of y
    (x - n*high) - n*low has a smaller magnitude still

The rest has a magnitude of |y|/2 at most. Where its sign isn't that of x, the quotient was rounded up, and |y| is added
on the side of x: exact too. Of float32 all this is done in float64, which has the bits to spare.
"""

from __future__ import annotations

from ..ir.types import F32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

QUOTIENT = 2.0**24
"""Below this the way in place is taken."""
LARGEST = 2.0**1000
"""Operands of at least this could make n*y overflow."""
_UPPER_BITS = -1 << 27


def fmod(L: Lowering, x: Value, y: Value, called: Callable[[], Value]) -> Value:
    """The remainder with the sign of x. `called` emits the call of the C function, for the rare cases."""
    b = L.b
    is_single = x.type == F32
    if is_single:
        narrow_x, x, y = x, b.s2f(x), b.s2f(y)
    quotient = b.fdiv(x, y)
    near = b.band(b.flt(b.fabs(quotient), b.float(QUOTIENT)), b.flt(b.fabs(y), b.float(LARGEST)))
    if not is_single:
        near = b.band(near, b.flt(b.fabs(x), b.float(LARGEST)))

    def in_place() -> list[Value]:
        rest = _rest(b, x, y, b.fnearest(quotient), is_single)
        zero = b.float(0.0)
        other_side = b.band(b.fne(rest, zero), b.bxor(b.flt(rest, zero), b.flt(x, zero)))
        rest = b.select(other_side, b.fadd(rest, b.fcopysign(y, x)), rest)
        return [b.fcopysign(b.f2s(rest), narrow_x) if is_single else b.fcopysign(rest, x)]

    return L.either(near, in_place, lambda: [called()], cold=2)[0]


def _rest(b: Builder, x: Value, y: Value, count: Value, is_single: bool) -> Value:
    if is_single:
        return b.fsub(x, b.fmul(count, y))
    high = b.ifbits(b.and_(b.fbits(y), b.word(_UPPER_BITS)))
    return b.fsub(b.fsub(x, b.fmul(count, high)), b.fmul(count, b.fsub(y, high)))
