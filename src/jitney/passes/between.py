"""Asks in one comparison whether a word lies between two numbers, where two branches ask.

`48 <= c <= 57` is two branches, which the processor has to guess one by one. Where both lead to the same block if it
isn't so, with the same arguments, and nothing is computed in between, `c - 48` is compared with 10, unsigned. Likewise
`c == 91 or c == 123`, numbers that differ in one bit: without that bit there is one number to compare with.

To be run after if-conversion, which takes most such branches away.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder
from ..ir.function import BRANCH
from ..ir.types import MAX, MIN
from . import dead
from .blocks import remove_unreachable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

    Span = tuple[Value, int, int, bool]
    """A word, and the numbers between which it lies, both included; or doesn't."""


_BITS = (1 << 64) - 1


def run(function: Function) -> None:
    found = [block for block in function.blocks if block.kind == BRANCH and _is_test(block)]
    if not found:
        return
    place = {block.id: number for number, block in enumerate(function.blocks)}
    above: dict[int, list[Block]] = {}
    for block in function.blocks:
        for target in block.targets:
            above.setdefault(target.id, []).append(block)
    changed = False
    for block in found:
        before = above.get(block.id, ())
        if len(before) == 1 and before[0].kind == BRANCH and place[before[0].id] < place[block.id]:
            changed |= _join(function, before[0], block, place)
    if changed:
        remove_unreachable(function)
        dead.run(function)


def _is_test(block: Block) -> bool:
    return len(block.code) == 1 and block.code[0] is block.operands[0] and not block.params and not block.cold


def _join(function: Function, first: Block, second: Block, place: dict[int, int]) -> bool:
    """Has the first block go where the second does, if one comparison can say where."""
    on = first.targets.index(second)
    if first.targets[1 - on] not in second.targets or second.targets[0] is second.targets[1]:
        return False
    other = first.targets[1 - on]
    way = second.targets.index(other)
    if first.arguments[1 - on] != second.arguments[way]:
        return False
    beyond, given = second.targets[1 - way], second.arguments[1 - way]
    if min(place[other.id], place[beyond.id]) <= place[second.id]:  # round a loop
        return False
    a, b = _span(first.operands[0], on == 0), _span(second.operands[0], way == 1)
    if a is None or b is None or a[0] is not b[0] or a[3] != b[3]:
        return False
    builder = Builder(function, first)
    builder.line = first.operands[0].line
    word, lo, hi, within = a
    if within:
        lo, hi = max(lo, b[1]), min(hi, b[2])
        if lo <= MIN or hi >= MAX or not 0 < hi - lo < MAX:
            return False
    elif ((lo ^ b[1]) & _BITS).bit_count() == 1:
        if abs(lo - b[1]) > 1:
            word, lo = builder.and_(word, builder.word(~(lo ^ b[1]))), lo & b[1]
            hi = lo
        else:
            lo, hi = min(lo, b[1]), max(lo, b[1])
    else:
        return False
    if lo == hi:
        condition = builder.eq(word, builder.word(lo))
    else:
        condition = builder.ult(builder.sub(word, builder.word(lo)), builder.word(hi - lo + 1))
    first.code += second.code  # for who else wants to know it
    arguments = first.arguments[1 - on]
    if within:
        first.branch(condition, beyond, other, given, arguments)
    else:
        first.branch(condition, other, beyond, arguments, given)
    return True


def _span(condition: Value, truth: bool) -> Span | None:
    """What it says of a word that a condition is true, or false."""
    while condition.op == ops.BNOT:
        condition, truth = condition.args[0], not truth
    if condition.op not in (ops.LT, ops.LE, ops.EQ, ops.NE):
        return None
    x, y = condition.args
    if x.is_const == y.is_const:
        return None
    if condition.op in (ops.EQ, ops.NE):
        word, number = (y, x.attr) if x.is_const else (x, y.attr)
        return word, number, number, truth == (condition.op == ops.EQ)
    if not truth:  # x < y is false: y <= x
        x, y = y, x
    strict = (condition.op == ops.LT) == truth
    if x.is_const:
        return (y, x.attr + strict, MAX, True) if x.attr + strict <= MAX else None
    return (x, MIN, y.attr - strict, True) if y.attr - strict >= MIN else None
