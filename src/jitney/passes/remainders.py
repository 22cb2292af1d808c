"""Remainders of sums of which a part stays the same in a loop: `(c - 97 + shift) % 26`.

The part that stays is reduced before the loop, whatever its size. What is left in the loop is a small sum that isn't
negative: its remainder takes a comparison and a subtraction in place of a multiplication, and narrow lanes of vectors.

    r = s % d - k * d           before the loop, with k = least(x) // d
    y = x + r                   from 0 to greatest(x) - k * d + d - 1
    y if y < d else y - d       or y % d, where that doesn't do

What the sum itself has been checked for stays: hoist.py, whose part this is, leaves the sum where it was.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import BOOL, I64, MAX, MIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Function, Value

WIDE = 1 << 16
"""Sums that are greater may as well be left alone; those that are not are small already."""
_SUMS = {ops.ADD: 1, ops.ADDO: 1, ops.SUB: -1, ops.SUBO: -1}


class Sum:
    """A word as `varying` plus, or less, one that `stays`, plus a `number`; the true sum, without wrapping."""

    __slots__ = ("minus", "number", "stays", "varying")

    def __init__(self, varying: Value, stays: Value, minus: bool, number: int) -> None:
        self.varying = varying
        self.stays = stays
        self.minus = minus
        self.number = number


def find(value: Value, changes: Callable[[Value], bool]) -> Sum | None:
    """The dividend of a remainder by a constant as such a sum, if the remainder is then simpler to find.

    `changes` says of a value whether it may change in the loop.
    """
    dividend, divisor = value.args
    if value.op != ops.MOD or not divisor.is_const or divisor.attr < 2 or 0 <= dividend.lo <= dividend.hi <= WIDE:
        return None
    varying: list[Value] = []
    stays: list[tuple[Value, int]] = []
    number = 0
    work = [(dividend, 1)]
    while work:
        part, sign = work.pop()
        if part.is_const:
            number += sign * part.attr
        elif not changes(part):
            stays.append((part, sign))
        elif part.op in _SUMS and _exact(part) and not (part.args[1].is_const and part.args[0].op not in _SUMS):
            work += [(part.args[0], sign), (part.args[1], sign * _SUMS[part.op])]
        elif sign > 0:
            varying.append(part)
        else:
            return None
        if len(stays) > 1 or len(varying) > 1:
            return None
    if not stays or not varying or varying[0].hi - varying[0].lo + 2 * divisor.attr > WIDE or abs(number) > WIDE:
        return None
    if not -WIDE <= varying[0].lo <= WIDE:
        return None
    (part, sign), (x,) = stays[0], varying
    return Sum(x, part, sign < 0, number)


def _exact(value: Value) -> bool:
    """Whether a sum doesn't wrap."""
    if value.op in (ops.ADDO, ops.SUBO):
        return True
    a, b = value.args
    lo, hi = (a.lo + b.lo, a.hi + b.hi) if value.op == ops.ADD else (a.lo - b.hi, a.hi - b.lo)
    return MIN <= lo <= hi <= MAX


def reduced(function: Function, sum: Sum, divisor: Value) -> list[Value]:
    """What to compute before the loop; the last one is what to add to what varies."""
    d: int = divisor.attr
    rest = function.value(ops.MOD, I64, (sum.stays, divisor))
    rest.lo, rest.hi = 0, d - 1
    by = sum.number - (sum.varying.lo + sum.number) // d * d
    if not sum.minus and by == 0:
        return [rest]
    first, second = (_word(function, by + d), rest) if sum.minus else (rest, _word(function, by))
    moved = function.value(ops.SUB if sum.minus else ops.ADD, I64, (first, second))
    moved.lo, moved.hi = (by + 1, by + d) if sum.minus else (by, by + d - 1)
    return [rest, moved]


def remainder(function: Function, sum: Sum, added: Value, divisor: Value) -> list[Value]:
    """What takes the remainder's place; the last one is its result."""
    d: int = divisor.attr
    x = sum.varying
    y = function.value(ops.ADD, I64, (x, added))
    y.lo, y.hi = x.lo + added.lo, x.hi + added.hi
    if y.hi >= 2 * d:
        rest = function.value(ops.MOD, I64, (y, divisor))
        rest.lo, rest.hi = 0, d - 1
        return [y, rest]
    less = function.value(ops.LT, BOOL, (y, divisor))
    less.lo, less.hi = 0, 1
    other = function.value(ops.SUB, I64, (y, divisor))
    other.lo, other.hi = y.lo - d, y.hi - d
    found = function.value(ops.SELECT, I64, (less, y, other))
    found.lo, found.hi = 0, d - 1
    return [y, less, other, found]


def _word(function: Function, number: int) -> Value:
    return function.const(I64, number)
