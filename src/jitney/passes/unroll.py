"""Writes out loops of a few rounds in loops: `for c in range(3)` over the parts of a pixel, the rows of a small window.

For loops of one block whose counter goes from one constant to another. All rounds stand one after the other then, with
the counter a number in each, so that what is around can be spread over lanes as a whole. Full unrolling, in compilers'
terms.

Needs: dead.py run before. Leaves what fold.py, blocks.py and dead.py make less of, which are run again if anything was
found.
"""

from __future__ import annotations

import operator

from ..ir import ops
from ..ir.function import BRANCH, Exit, LoopReport
from . import blocks, dead, fold
from .loops import step_of
from .rewrite import param_like, replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

ROUNDS = 4
"""The most rounds that are written out."""
SIZE = 100
"""The most operations that they may become."""
_STAYS = frozenset((ops.CALL, ops.UPCALL, ops.CCALL, ops.RESULT_OF, ops.RETAIN, ops.RELEASE, ops.FRAME))
_COMPARE = {ops.LT: operator.lt, ops.LE: operator.le, ops.NE: operator.ne, ops.EQ: operator.eq}


def run(function: Function) -> None:
    changed = True
    while changed:
        changed = False
        for block in function.blocks[1:]:
            if block.depth > 1 and block.kind == BRANCH and block in block.targets:
                rounds = _rounds(function, block)
                if rounds and rounds * len(block.code) <= SIZE:
                    if not any(value.op in _STAYS for value in block.code):
                        _write(function, block, rounds)
                        changed = True
        if changed:
            fold.run(function)
            blocks.run(function)
            dead.run(function)


def _rounds(function: Function, block: Block) -> int:
    """How often a loop of one block goes round; 0 if it's not known, or more than ROUNDS."""
    back = block.targets.index(block)
    condition = block.operands[0]
    compare = _COMPARE.get(condition.op)
    if block.targets[0] is block.targets[1] or compare is None:
        return 0
    for place, (param, following) in enumerate(zip(block.params, block.arguments[back], strict=True)):
        step = step_of(param, following)
        if (
            not step
            or following not in condition.args
            or not all(arg is following or arg.op == ops.CONST for arg in condition.args)
        ):
            continue
        starts = [
            above.arguments[way][place]
            for above in function.blocks
            for way, target in enumerate(above.targets)
            if target is block and above is not block
        ]
        if not starts or any(start.op != ops.CONST or start.attr != starts[0].attr for start in starts):
            return 0
        number: int = starts[0].attr
        for round in range(1, ROUNDS + 1):
            number += step
            x, y = (number if arg is following else arg.attr for arg in condition.args)
            if compare(x, y) != (back == 0):
                return round
    return 0


def _write(function: Function, block: Block, rounds: int) -> None:
    """Puts the rounds one after the other. The operations of the last one are those of the loop, which may be used
    behind it."""
    back = block.targets.index(block)
    following = block.arguments[back]
    report = LoopReport(block.operands[0].line or block.line, block.depth, written=rounds)
    function.loops = [*function.loops, report]
    params, code = block.params, [value for value in block.code if value.op != ops.POLL]
    block.params = []
    now = {param.id: param_like(function, block, param) for param in params}
    block.code = []
    for _ in range(rounds - 1):
        for value in code:
            block.code.append(_copy(function, value, now))
        now = {param.id: now.get(next.id, next) for param, next in zip(params, following, strict=True)}
    block.code += code
    block.jump(block.targets[1 - back], block.arguments[1 - back])
    block.depth -= 1
    replace_uses(function, now)


def _copy(function: Function, value: Value, now: dict[int, Value]) -> Value:
    get = now.get
    new = function.value(value.op, value.type, tuple([get(arg.id, arg) for arg in value.args]), value.attr)
    new.lo, new.hi, new.line = value.lo, value.hi, value.line
    exit = value.exit
    if exit is not None:
        operands, held = (tuple([get(use.id, use) for use in part]) for part in (exit.operands, exit.held))
        exit = Exit(exit.kind, exit.line, exit.payload, operands, held, exit.frames)
    new.exit = exit
    now[value.id] = new
    return new
