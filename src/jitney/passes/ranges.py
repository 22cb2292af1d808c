"""Finds bounds of words, round loops too, and writes them into the values (`lo`, `hi`).

The builder knows nothing of a loop's parameters when it makes them. Here all are first taken to be what comes from
outside; sweeps over the function then widen them by what comes round, until nothing changes. A bound that moves again
goes to the next that is of use: 0 from above, else what the front end has declared; a last sweep narrows what that has
widened too far. Bounds rely on checks: a counter that starts at 0 and grows by checked addition is never negative. And
on branches: what an edge gives for a parameter is within what the conditions shortly before it say. Where a counter's
range tells how many rounds a loop can make, sums of what is small are bounded too: that of all bytes there can be is
far from leaving the word.

Needs: demanded.py run before, which drops checks as long as nobody has relied on them.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import predecessors, reverse_postorder
from ..ir.function import BRANCH
from ..ir.types import I64, MAX, MIN, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Block, Function, Value

    Range = tuple[int, int]
    Ranges = dict[int, Range]
    Limits = list[tuple[int, bool, Value]]
    """Comparisons that hold on an edge: the op, whether the value in question is on the left, and the other one."""

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
    above = predecessors(order)
    _bound_sums(order, above)
    found: Ranges = {value.id: _NOTHING for code in words for value in code}
    before: dict[int, list[tuple[list[Value], dict[int, Limits]]]] = {}
    for block, of_block in zip(order, params, strict=True):
        before[block.id] = []
        for param, _ in of_block:
            found[param.id] = _NOTHING
    for number, block in enumerate(order):
        for side, (target, arguments) in enumerate(zip(block.targets, block.arguments, strict=True)):
            limits = _limits(order, above, number, side) if arguments else {}
            before[target.id].append((arguments, limits))
    sweep, widening = 0, True
    moved: set[int] = set()  # whose ranges have changed in this sweep
    while widening:
        widening = not sweep or bool(moved)  # in the last sweep bounds may come down again: they are right by now
        moved.clear()
        for block, of_block, code in zip(order, params, words, strict=True):
            for param, place in of_block:
                old = found[param.id]
                lo, hi = _join_edges(before[block.id], place, found)
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


def _join_edges(edges: list[tuple[list[Value], dict[int, Limits]]], place: int, found: Ranges) -> Range:
    """The bounds of a parameter, by its place."""
    lo, hi = _NOTHING
    for arguments, limits in edges:
        argument = arguments[place]
        low, high = found.get(argument.id) or (argument.lo, argument.hi)
        if limits and argument.id in limits:
            for op, left, other in limits[argument.id]:
                low, high = _narrow(low, high, op, left, *(found.get(other.id) or (other.lo, other.hi)))
            if low > high:  # control does not come this way
                continue
        if low < lo:
            lo = low
        if high > hi:
            hi = high
    return lo, hi


def _bound_sums(order: list[Block], above: list[list[int]]) -> None:
    """Narrows the ranges of parameters of loops to which every round adds something bounded."""
    for number, block in enumerate(order):
        if len(block.params) < 2 or not any(other >= number for other in above[number]):
            continue
        edges: dict[bool, list[list[Value]]] = {False: [], True: []}  # by whether they come round the loop
        for other in dict.fromkeys(above[number]):
            for target, arguments in zip(order[other].targets, order[other].arguments, strict=True):
                if target is block:
                    edges[other >= number].append(arguments)
        rounds = min([_most_rounds(param, place, edges[True]) for place, param in enumerate(block.params)])
        if rounds > MAX:
            continue
        gets = _gets(order, number, max(above[number]))
        for place, param in enumerate(block.params):
            if param.type != I64 or (param.lo > MIN and param.hi < MAX):
                continue
            steps = [_step(arguments[place], param, gets, _DEPTH) for arguments in edges[True]]
            known = [step for step in steps if step is not None]
            if len(known) == len(steps):
                starts = [arguments[place] for arguments in edges[False]]
                lo = min([start.lo for start in starts]) + (rounds - 1) * min([0, *[step[0] for step in known]])
                hi = max([start.hi for start in starts]) + (rounds - 1) * max([0, *[step[1] for step in known]])
                if lo >= MIN and hi <= MAX:
                    param.lo, param.hi = max(param.lo, lo), min(param.hi, hi)


_DEPTH = 6
"""How far a sum is followed."""


def _most_rounds(param: Value, place: int, latches: list[list[Value]]) -> int:
    """How often a loop's head is come to at most, by the range of a parameter that grows by a constant."""
    steps = {arguments[place] for arguments in latches}
    if param.type != I64 or len(steps) != 1:
        return MAX + 1
    (sum_,) = steps
    if sum_.op not in (ops.ADD, ops.ADDO) or sum_.args[0] is not param or not sum_.args[1].is_const:
        return MAX + 1
    step: int = abs(sum_.args[1].attr)
    return (param.hi - param.lo) // step + 1 if step else MAX + 1


def _gets(order: list[Block], head: int, last: int) -> dict[int, list[Value]]:
    """What the parameters of blocks within a loop are given, other than its head's and those of loops in it."""
    found: dict[int, list[Value]] = {}
    loops: set[int] = {order[head].id}
    place = {block.id: number for number, block in enumerate(order[head : last + 1], head)}
    for number in range(head, last + 1):
        for target, arguments in zip(order[number].targets, order[number].arguments, strict=True):
            if place.get(target.id, last + 1) <= number:
                loops.add(target.id)
            for param, argument in zip(target.params, arguments, strict=True):
                found.setdefault(param.id, []).append(argument)
    for block in order[head : last + 1]:
        if block.id in loops:
            for param in block.params:
                found.pop(param.id, None)
    return found


def _step(value: Value, param: Value, gets: dict[int, list[Value]], depth: int) -> Range | None:
    """The bounds of the difference between what a parameter is given for the next round and itself, if that is sums."""
    if value is param:
        return 0, 0
    if not depth:
        return None
    op = value.op
    if op in (ops.ADD, ops.ADDO, ops.SUB, ops.SUBO):
        first, second = value.args
        step = _step(first, param, gets, depth - 1)
        if step is not None:
            lo, hi = (second.lo, second.hi) if op in (ops.ADD, ops.ADDO) else (-second.hi, -second.lo)
            return step[0] + lo, step[1] + hi
        step = _step(second, param, gets, depth - 1) if op in (ops.ADD, ops.ADDO) else None
        return None if step is None else (step[0] + first.lo, step[1] + first.hi)
    if op == ops.SELECT or value.id in gets:
        steps = [_step(other, param, gets, depth - 1) for other in gets.get(value.id, value.args[1:])]
        known = [step for step in steps if step is not None]
        if len(known) == len(steps):
            return min([step[0] for step in known]), max([step[1] for step in known])
    return None


_ABOVE = 3
"""How many blocks above an edge are asked for the condition that led there."""
_OPPOSITE = {ops.LT: (ops.LE, True), ops.LE: (ops.LT, True), ops.EQ: (ops.NE, False), ops.NE: (ops.EQ, False)}


def _limits(order: list[Block], above: list[list[int]], number: int, side: int) -> dict[int, Limits]:
    """What conditions say of words on an edge, by their ids."""
    found: dict[int, Limits] = {}
    truth = side == 0
    for _ in range(_ABOVE):
        block = order[number]
        if block.kind == BRANCH and block.targets[0] is not block.targets[1] and block.operands[0].op in _OPPOSITE:
            condition = block.operands[0]
            op, (a, b) = condition.op, condition.args
            if not truth:
                op, swap = _OPPOSITE[op]
                a, b = (b, a) if swap else (a, b)
            if not a.is_const:
                found.setdefault(a.id, []).append((op, True, b))
            if not b.is_const:
                found.setdefault(b.id, []).append((op, False, a))
        if len(above[number]) != 1:
            break
        (following,) = above[number]
        truth = order[following].targets[0] is block
        number = following
    return found


def _narrow(lo: int, hi: int, op: int, left: bool, other_lo: int, other_hi: int) -> Range:
    """The bounds of a word that compares so with another."""
    if other_lo > other_hi:
        return lo, hi
    if op == ops.NE:
        return (lo + (lo == other_lo), hi - (hi == other_hi)) if other_lo == other_hi else (lo, hi)
    less = int(op == ops.LT)
    if op == ops.EQ or left:
        hi = min(hi, other_hi - less)
    if op == ops.EQ or not left:
        lo = max(lo, other_lo + less)
    return lo, hi


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
