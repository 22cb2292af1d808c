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
        block.code = [*[one for one in kept if one.id not in gone], test]
        rare, rest = function.block(), function.block()
        for made in (rare, rest):
            made.line, made.depth, made.cold = value.line, block.depth, made is rare or block.cold
        rare.code = [*moved, value]
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
        block, kept = rest, []
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
