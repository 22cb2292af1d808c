"""Takes what is asked for rarely off the path: `math.exp(x)` raises where the result is infinite, unless x was.

The check of such a function is `result < inf or ...`: two or more comparisons of floats, of which the first one nearly
always suffices. So it is with `3 * n + 1 if n & 1 else ...`: few n are so large that it matters which way is taken.
A guard of the kind becomes a branch on the first, and behind that, in a cold block, stands the guard with all that only
it needs.

Splits blocks, so nobody who knows loops may run behind it.
"""

from __future__ import annotations

from math import inf

from ..ir import ops
from ..ir.function import Block
from ..ir.types import BOOL
from .rewrite import count_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function, Value

_MOVED = [bool(flags & ops.PURE) and not flags & (ops.PINNED | ops.TRAPS) for flags in ops.FLAGS]


_LIKELY = frozenset((ops.FNE, ops.FLT, ops.LE))
FAR = 1 << 40
"""Few words are farther from zero."""


def run(function: Function) -> None:
    guard, bor = ops.GUARD, ops.BOR
    for block in list(function.blocks):
        for value in block.code:
            if value.op == guard and value.args[0].op == bor and not block.cold:
                _split(function, block)
                break


def _split(function: Function, block: Block) -> None:
    used = count_uses(function)
    code, block.code = block.code, []
    kept: list[Value] = []
    for value in code:
        first = _first(value)
        if first is None:
            kept.append(value)
            continue
        op = ops.FLT if first.op == ops.FNE else first.op
        test = function.value(op, BOOL, first.args)
        test.line = value.line
        for arg in first.args:
            used[arg.id] += 1
        moved = _only_for(value, kept, used)
        gone = {one.id for one in moved}
        rarely = [*_copies(function, moved), *moved, value]
        block.code, later = _parted([one for one in kept if one.id not in gone], [test, *rarely])
        block.code.append(test)
        rare, rest = function.block(), function.block()
        for made in (rare, rest):
            made.line, made.depth, made.cold = value.line, block.depth, made is rare or block.cold
        rare.code = rarely
        rare.jump(rest)
        rest.kind, rest.operands, rest.targets, rest.arguments = (
            block.kind,
            block.operands,
            block.targets,
            block.arguments,
        )
        rest.exit, rest.line = block.exit, block.line
        block.branch(test, rest, rare)
        block.exit, block.line = None, value.line
        function.blocks.insert(function.blocks.index(block) + 1, rest)
        function.blocks.append(rare)
        block, kept = rest, later
    block.code = kept


def _first(value: Value) -> Value | None:
    """Of a guard that is to be split: the comparison that nearly always suffices."""
    if value.op != ops.GUARD or value.args[0].op != ops.BOR:
        return None
    for first in value.args[0].args:
        for limit in first.args if first.op in _LIKELY else ():
            if limit.op == ops.CONST and (limit.attr == inf or abs(limit.attr) >= FAR):
                return first
    return None


def _only_for(guard: Value, code: list[Value], used: dict[int, int]) -> list[Value]:
    """What is computed in this code for a guard only, in order."""
    left = dict.fromkeys([arg.id for arg in guard.args], 1)
    found = []
    for value in reversed(code):
        if value.id in left and left[value.id] == used[value.id] and _MOVED[value.op]:
            found.append(value)
            for arg in value.args:
                left[arg.id] = left.get(arg.id, 0) + 1
    return found[::-1]


def _copies(function: Function, moved: list[Value]) -> list[Value]:
    """Of the bits of words that this looks at, copies of its own: so that others can test them where they are."""
    found: dict[int, Value] = {}
    for value in moved:
        for arg in value.args:
            if arg.op == ops.AND and arg.args[1].op == ops.CONST and arg not in moved and arg.id not in found:
                copy = function.value(ops.AND, arg.type, arg.args)
                copy.lo, copy.hi, copy.line = arg.lo, arg.hi, arg.line
                found[arg.id] = copy
        value.args = tuple([found.get(arg.id, arg) for arg in value.args])
    return list(found.values())


def _parted(code: list[Value], users: list[Value]) -> tuple[list[Value], list[Value]]:
    """What these users need, or has to stay where it is; and what can be computed behind them."""
    needed: set[int] = set()

    def need(value: Value) -> None:
        needed.update([arg.id for arg in value.args])
        if value.exit is not None:
            needed.update([arg.id for arg in (*value.exit.operands, *value.exit.held)])

    for value in users:
        need(value)
    before, later = [], []
    for value in reversed(code):
        if value.id in needed or not _MOVED[value.op]:
            need(value)
            before.append(value)
        else:
            later.append(value)
    return before[::-1], later[::-1]
