"""Loops that count the bits of a word become one operation: `while x: x &= x - 1; n += 1`, `while x: x >>= 1; n += 1`.

The first goes round once for each bit that is set (P. Wegner, CACM 3(5), 1960), the second as often as the word has
digits. Where such a loop does nothing but count, what it has counted is the constant that it adds each round times
POPCNT or BITLEN. An overflow of the sum leaves by the exit that it had: sums of one sign leave 64 bits once, and the
exit looks at nothing of the round.

Only loops of one block that are entered with another number than zero, as a `while` is. Needs: blocks.py has run.
Comes before the loop around is spread over lanes, which have these operations too.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.function import BRANCH
from ..ir.types import I64
from .blocks import merge
from .params import run as drop_single
from .rewrite import replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

MOST_OPERATIONS = 8
_ALLOWED = frozenset((ops.AND, ops.ADD, ops.ADDO, ops.SHR, ops.SAR, ops.NE, ops.EQ, ops.LT, ops.POLL))
_COUNT_MOST = 1 << 40


def run(function: Function) -> None:
    changed = False
    for block in function.blocks:
        if block.kind == BRANCH and block in block.targets and len(block.code) <= MOST_OPERATIONS:
            changed = _counted(function, block) or changed
    if changed:
        drop_single(function)
        merge(function)


def _is_zero_test(condition: Value, word: Value) -> bool | None:
    """What a test comes out as for a word other than zero, which may not be negative; None if it is no such test."""
    x, y = condition.args if len(condition.args) == 2 else (condition, condition)
    if condition.op in (ops.NE, ops.EQ) and ((x is word and _is_zero(y)) or (y is word and _is_zero(x))):
        return condition.op == ops.NE
    return True if condition.op == ops.LT and _is_zero(x) and y is word and word.lo >= 0 else None


def _is_zero(value: Value) -> bool:
    return value.is_const and value.type == I64 and value.attr == 0


def _counted(function: Function, block: Block) -> bool:
    if any(value.op not in _ALLOWED for value in block.code):
        return False
    round, out = (0, 1) if block.targets[0] is block else (1, 0)
    following = block.arguments[round]
    word: Value | None = None
    counts: dict[int, tuple[Value, Value]] = {}  # by the place of the parameter: how it goes on, by what
    for place, (param, after) in enumerate(zip(block.params, following, strict=True)):
        if after is param:
            return False  # params.py will drop it
        if after.op in (ops.ADD, ops.ADDO) and after.args[0] is param and after.args[1].is_const:
            counts[place] = after, after.args[1]
            if abs(after.args[1].attr) > _COUNT_MOST or (after.exit and (after.exit.operands or after.exit.held)):
                return False
        elif word is None and (op := _shrinks(param, after)):
            word, last, here, kind = param, after, place, op
        else:
            return False
    if word is None or not counts or _is_zero_test(block.operands[0], last) is not (round == 0):
        return False
    others = {value.id for value in (*block.params, *block.code)} - {last.id} - {new.id for new, _ in counts.values()}
    if _is_used(function, block, others) or not _enters_with_more(function, block, here):
        return False
    target, arguments = block.targets[out], block.arguments[out]
    b = Builder(function)
    block.code = []
    block.depth = max(0, block.depth - 1)
    b.enter(block, Scope(None))
    b.line = block.line
    times = getattr(b, kind)(word)
    times.lo = max(times.lo, 1)
    replaced = {last.id: b.zero}
    for place, (new, by) in counts.items():
        more = b.mul(times, by)
        old = block.params[place]
        replaced[new.id] = b.add(old, more) if new.exit is None else b.addo(old, more, new.exit)
    block.jump(target, arguments)
    replace_uses(function, replaced)
    return True


def _shrinks(word: Value, after: Value) -> str:
    """How often a word can be replaced by `after` before it is zero, as a builder's method; or nothing."""
    if after.op == ops.AND and word in after.args:
        less = after.args[1] if after.args[0] is word else after.args[0]
        if less.op == ops.ADD and less.args[0] is word and less.args[1].is_const and less.args[1].attr == -1:
            return "popcnt"
    elif after.op in (ops.SHR, ops.SAR) and after.args[0] is word and after.args[1].is_const:
        if after.args[1].attr == 1 and (after.op == ops.SHR or word.lo >= 0):
            return "bitlen"
    return ""


def _is_used(function: Function, block: Block, ids: set[int]) -> bool:
    """Whether any of the values is used outside of the block, or behind it."""
    for other in function.blocks:
        edges = zip(other.targets, other.arguments, strict=True)
        uses = [use for target, arguments in edges if target is not block for use in arguments]
        if other is not block:
            exits = [other.exit, *[value.exit for value in other.code]]
            uses += [use for exit in exits if exit is not None for use in (*exit.operands, *exit.held)]
            uses += other.operands
            uses += [use for value in other.code for use in value.args]
        if any(use.id in ids for use in uses):
            return True
    return False


def _enters_with_more(function: Function, block: Block, place: int) -> bool:
    """Whether all ways into the loop have found that the word is not zero."""
    for other in function.blocks:
        for number, target in enumerate(other.targets):
            if target is block and other is not block:
                if other.kind != BRANCH or other.targets[0] is other.targets[1]:
                    return False
                if _is_zero_test(other.operands[0], other.arguments[number][place]) is not (number == 0):
                    return False
    return True
