"""Finds bounds of words, round loops too, and writes them into the values (`lo`, `hi`).

The builder knows nothing of a loop's parameters when it makes them. Here all are first taken to be what comes from
outside; sweeps over the function then widen them by what comes round, until nothing changes. A bound that moves again
goes to the next that is of use: 0 from above, else what the front end has declared; a last sweep narrows what that has
widened too far. Bounds rely on checks: a counter that starts at 0 and grows by checked addition is never negative.

Needs: demanded.py run before, which drops checks as long as nobody has relied on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir import ops
from ..ir.dominators import reverse_postorder
from ..ir.types import I64, MAX, MIN, WORD

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Function, Value

    Range = tuple[int, int]
    Ranges = dict[int, Range]

_NOTHING = (MAX, MIN)
"""Of what no value is known yet: neutral where ranges join."""
_PATIENCE = 4
"""Sweeps after which a bound that still moves is given up."""


def run(function: Function) -> None:
    order = reverse_postorder(function)
    params = [[(param, place) for place, param in enumerate(block.params) if param.type == I64] for block in order]
    params[0] = []
    if not any(params):
        return
    words = [[value for value in block.code if value.op in _TRANSFER and value.type == I64] for block in order]
    found: Ranges = {value.id: _NOTHING for code in words for value in code}
    before: dict[int, list[list[Value]]] = {}
    for block, of_block in zip(order, params, strict=True):
        before[block.id] = []
        for param, _ in of_block:
            found[param.id] = _NOTHING
    for block in order:
        for target, arguments in zip(block.targets, block.arguments, strict=True):
            before[target.id].append(arguments)
    sweep, widening = 0, True
    moved: set[int] = set()  # whose ranges have changed in this sweep
    while widening:
        widening = not sweep or bool(moved)  # in the last sweep bounds may come down again: they are right by now
        moved.clear()
        for block, of_block, code in zip(order, params, words, strict=True):
            for param, place in of_block:
                old = found[param.id]
                lo, hi = _join([arguments[place] for arguments in before[block.id]], found)
                if widening and sweep > 1:
                    lo = old[0] if lo >= old[0] else 0 if lo >= 0 and sweep < _PATIENCE else param.lo
                    hi = old[1] if hi <= old[1] else param.hi
                new = max(lo, param.lo), min(hi, param.hi)
                if new != old:
                    found[param.id] = new
                    moved.add(param.id)
            for value in code:
                if sweep:
                    for arg in value.args:
                        if arg.id in moved:
                            break
                    else:
                        continue
                lo, hi = _TRANSFER[value.op](value, found)
                new = max(lo, value.lo), min(hi, value.hi)
                if new != found[value.id]:
                    found[value.id] = new
                    moved.add(value.id)
        sweep += 1
    for code, of_block in zip(words, params, strict=True):
        for value in [*code, *[param for param, _ in of_block]]:
            lo, hi = found[value.id]
            if lo <= hi:  # else it is never computed
                value.lo, value.hi = lo, hi


def of(value: Value) -> Range:
    """The bounds of an operation's result that follow from the operation and the bounds of its operands."""
    lo, hi = _TRANSFER[value.op](value, {}) if value.op in _TRANSFER else _ALWAYS.get(value.op, (MIN, MAX))
    return (lo, hi) if lo <= hi else (MIN, MAX)


def transfer(value: Value, found: Ranges) -> Range:
    """The same, with bounds of operands by their ids where they aren't their own, within the value's own."""
    lo, hi = _TRANSFER[value.op](value, found) if value.op in _TRANSFER else _ALWAYS.get(value.op, (MIN, MAX))
    lo, hi = max(lo, value.lo), min(hi, value.hi)
    return (lo, hi) if lo <= hi else (value.lo, value.hi)


def _join(arguments: list[Value], found: Ranges) -> Range:
    lo, hi = _NOTHING
    for argument in arguments:
        low, high = found.get(argument.id) or (argument.lo, argument.hi)
        if low < lo:
            lo = low
        if high > hi:
            hi = high
    return lo, hi


# What operations make of ranges. They may leave the word: then unchecked operations may give any word, while those with
# a check for signed words leave what is beyond. Checks for unsigned words say nothing of how the word reads as signed.


def _unchecked(lo: int, hi: int) -> Range:
    return (lo, hi) if lo >= MIN and hi <= MAX else (MIN, MAX)


def _checked(lo: int, hi: int) -> Range:
    return max(lo, MIN), min(hi, MAX)


def _binary(
    compute: Callable[[int, int, int, int], Range], fit: Callable[[int, int], Range]
) -> Callable[[Value, Ranges], Range]:
    def transfer(value: Value, found: Ranges) -> Range:
        a, b = value.args
        (a_lo, a_hi), (b_lo, b_hi) = found.get(a.id) or (a.lo, a.hi), found.get(b.id) or (b.lo, b.hi)
        return fit(*compute(a_lo, a_hi, b_lo, b_hi)) if a_lo <= a_hi and b_lo <= b_hi else _NOTHING

    return transfer


def _add(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    return a_lo + b_lo, a_hi + b_hi


def _sub(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    return a_lo - b_hi, a_hi - b_lo


def _mul(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    corners = (a_lo * b_lo, a_lo * b_hi, a_hi * b_lo, a_hi * b_hi)
    return min(corners), max(corners)


def _shl(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if b_lo < 0 or b_hi > 63:
        return MIN, MAX
    return (a_lo << (b_hi if a_lo < 0 else b_lo)), (a_hi << (b_lo if a_hi < 0 else b_hi))


def _sar(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if b_lo < 0 or b_hi > 63:
        b_lo, b_hi = 0, 63
    return a_lo >> (b_lo if a_lo < 0 else b_hi), a_hi >> (b_hi if a_hi < 0 else b_lo)


def _shr(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if a_lo >= 0:
        return _sar(a_lo, a_hi, b_lo, b_hi)
    return (0, WORD >> b_lo) if 0 < b_lo and b_hi <= 63 else (MIN, MAX)


def _and(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if a_lo >= 0:
        return 0, min(a_hi, b_hi) if b_lo >= 0 else a_hi
    return (0, b_hi) if b_lo >= 0 else (MIN, MAX)


def _or(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if a_lo < 0 or b_lo < 0:
        return MIN, MAX
    return max(a_lo, b_lo), (1 << max(a_hi.bit_length(), b_hi.bit_length())) - 1


def _xor(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    return 0 if a_lo >= 0 and b_lo >= 0 else MIN, _or(a_lo, a_hi, b_lo, b_hi)[1]


def _div(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if b_lo <= 0:
        return MIN, MAX
    return a_lo // (b_lo if a_lo < 0 else b_hi), a_hi // (b_hi if a_hi < 0 else b_lo)


def _mod(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    if b_lo <= 0:
        return MIN, MAX
    return 0, min(a_hi, b_hi - 1) if a_lo >= 0 else b_hi - 1


def _unsigned(compute: Callable[[int, int, int, int], Range]) -> Callable[[int, int, int, int], Range]:
    """The same of words that aren't negative; of others nothing is known."""

    def unsigned(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
        return compute(a_lo, a_hi, b_lo, b_hi) if a_lo >= 0 and b_lo >= 0 else (MIN, MAX)

    return unsigned


def _unsigned_sub(a_lo: int, a_hi: int, b_lo: int, b_hi: int) -> Range:
    return max(a_lo - b_hi, 0), a_hi - b_lo


def _select(value: Value, found: Ranges) -> Range:
    return _join(list(value.args[1:]), found)


_TRANSFER: dict[int, Callable[[Value, Ranges], Range]] = {
    ops.ADD: _binary(_add, _unchecked),
    ops.SUB: _binary(_sub, _unchecked),
    ops.MUL: _binary(_mul, _unchecked),
    ops.SHL: _binary(_shl, _unchecked),
    ops.ADDO: _binary(_add, _checked),
    ops.SUBO: _binary(_sub, _checked),
    ops.MULO: _binary(_mul, _checked),
    ops.SHLO: _binary(_shl, _checked),
    ops.UADDO: _binary(_unsigned(_add), _unchecked),
    ops.USUBO: _binary(_unsigned(_unsigned_sub), _unchecked),
    ops.UMULO: _binary(_unsigned(_mul), _unchecked),
    ops.USHLO: _binary(_unsigned(_shl), _unchecked),
    ops.SAR: _binary(_sar, _unchecked),
    ops.SHR: _binary(_shr, _unchecked),
    ops.AND: _binary(_and, _unchecked),
    ops.OR: _binary(_or, _unchecked),
    ops.XOR: _binary(_xor, _unchecked),
    ops.DIV: _binary(_div, _unchecked),
    ops.MOD: _binary(_mod, _unchecked),
    ops.UDIV: _binary(_unsigned(_div), _unchecked),
    ops.UMOD: _binary(_unsigned(_mod), _unchecked),
    ops.SELECT: _select,
}
_ALWAYS: dict[int, Range] = {
    ops.SEXT8: (-(1 << 7), (1 << 7) - 1),
    ops.SEXT16: (-(1 << 15), (1 << 15) - 1),
    ops.SEXT32: (-(1 << 31), (1 << 31) - 1),
    ops.ZEXT8: (0, (1 << 8) - 1),
    ops.ZEXT16: (0, (1 << 16) - 1),
    ops.ZEXT32: (0, (1 << 32) - 1),
    ops.SBITS: (0, (1 << 32) - 1),
    ops.POPCNT: (0, 64),
    ops.BITLEN: (0, 64),
    ops.B2I: (0, 1),
}
