"""Writes out loops of a few rounds in loops: `for c in range(3)` over the parts of a pixel, the rows of a small window.

For loops without others inside, which are left at their end only, and whose counter goes from one constant to another.
All rounds stand one after the other then, with the counter a number in each, so that what is around can be spread over
lanes as a whole. Full unrolling, in compilers' terms.

Needs: dead.py run before. Leaves what fold.py, blocks.py and dead.py make less of, which are run again if anything was
found.
"""

from __future__ import annotations

import operator

from ..ir import ops
from ..ir.function import BRANCH, Exit, LoopReport
from . import blocks, dead, fold
from .loops import step_of
from .rewrite import param_like

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

ROUNDS = 4
"""The most rounds that are written out."""
SIZE = 200
"""The most operations that they may become."""
_STAYS = frozenset((ops.CALL, ops.UPCALL, ops.CCALL, ops.RESULT_OF, ops.RETAIN, ops.RELEASE, ops.FRAME))
_COMPARE = {ops.LT: operator.lt, ops.LE: operator.le, ops.NE: operator.ne, ops.EQ: operator.eq}


def run(function: Function) -> None:
    while _sweep(function):
        fold.run(function)
        blocks.run(function)
        dead.run(function)


def _sweep(function: Function) -> bool:
    """Writes out loops that have none inside. Returns whether there were any."""
    above: dict[int, list[Block]] = {}
    for block in function.blocks:
        for target in block.targets:
            above.setdefault(target.id, []).append(block)
    written: set[Block] = set()
    for latch in function.blocks[:]:
        for back in (0, 1) if latch.kind == BRANCH and latch.depth > 1 else ():
            head = latch.targets[back]
            rounds = _rounds(head, latch, back, above[head.id])
            body = _body(head, latch, back, above) if rounds else None
            if body is None or body & written or rounds * sum(len(block.code) for block in body) > SIZE:
                continue
            _write(function, [block for block in function.blocks if block in body], head, latch, back, rounds)
            written |= body
            break
    return bool(written)


def _rounds(head: Block, latch: Block, back: int, above: list[Block]) -> int:
    """How often a loop goes round; 0 if it's not known, or more than ROUNDS."""
    condition = latch.operands[0]
    compare = _COMPARE.get(condition.op)
    if compare is None or latch.targets[0] is latch.targets[1] or len(above) < 2:
        return 0
    for place, (param, following) in enumerate(zip(head.params, latch.arguments[back], strict=True)):
        step = step_of(param, following)
        if not step or following not in condition.args:
            continue
        if any(arg is not following and arg.op != ops.CONST for arg in condition.args):
            continue
        starts = [
            block.arguments[way][place]
            for block in above
            for way, target in enumerate(block.targets)
            if target is head and block is not latch
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


def _body(head: Block, latch: Block, back: int, above: dict[int, list[Block]]) -> set[Block] | None:
    """The blocks of a loop that may be written out."""
    found, work = {head}, [latch]
    while work:
        block = work.pop()
        if block not in found:
            found.add(block)
            before = above.get(block.id, [])
            if not before:  # the loop is entered elsewhere too
                return None
            work += before
    for block in found:
        if block.depth != head.depth or not block.targets or any(value.op in _STAYS for value in block.code):
            return None
        if block is not latch and any(target is head or target not in found for target in block.targets):
            return None
    return None if latch.targets[1 - back] in found else found


def _write(function: Function, body: list[Block], head: Block, latch: Block, back: int, rounds: int) -> None:
    """Puts the rounds one after the other. The last one is the loop as it was, whose values may be used behind it."""
    report = LoopReport(latch.operands[0].line or latch.line, head.depth, written=rounds)
    function.loops = [*function.loops, report]
    following, beyond = latch.arguments[back], 1 - back
    for block in body:
        block.depth -= 1
        block.code = [value for value in block.code if value.op != ops.POLL]
    entering = [block for block in function.blocks if head in block.targets and block is not latch]
    place = function.blocks.index(body[0])
    latch.jump(latch.targets[beyond], latch.arguments[beyond])
    last = head
    for _ in range(rounds - 1):  # the last but one first
        copies = {block.id: function.block() for block in body}
        now: dict[int, Value] = {}
        for block in body:
            copy = copies[block.id]
            copy.line, copy.depth, copy.cold = block.line, block.depth, block.cold
            for param in block.params:
                now[param.id] = param_like(function, copy, param)
            for value in block.code:
                now[value.id] = new = function.value(value.op, value.type, value.args, value.attr)
                new.lo, new.hi, new.line, new.exit = value.lo, value.hi, value.line, value.exit
                copy.code.append(new)
        for block in body:
            copy = copies[block.id]
            for value in copy.code:
                value.args = tuple([now.get(arg.id, arg) for arg in value.args])
                if value.exit is not None:
                    value.exit = _exit(value.exit, now)
            if block is latch:
                copy.jump(last, [now.get(value.id, value) for value in following])
                continue
            copy.kind = block.kind
            copy.operands = tuple([now.get(value.id, value) for value in block.operands])
            copy.targets = tuple([copies[target.id] for target in block.targets])
            copy.arguments = tuple([[now.get(value.id, value) for value in given] for given in block.arguments])
        function.blocks[place:place] = copies.values()
        last = copies[head.id]
    for block in entering:
        block.targets = tuple([last if target is head else target for target in block.targets])


def _exit(exit: Exit, now: dict[int, Value]) -> Exit:
    operands, held = (tuple([now.get(use.id, use) for use in part]) for part in (exit.operands, exit.held))
    return Exit(exit.kind, exit.line, exit.payload, operands, held, exit.frames)
