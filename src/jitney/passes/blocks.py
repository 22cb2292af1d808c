"""Tidies the graph: fewer blocks, fewer jumps.

Branches and guards whose condition is known are decided, blocks that can't be reached go, jumps to a block that only
jumps on go where that goes, and a block joins its predecessor if there is one only and it goes nowhere else. Needs
nothing.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import reverse_postorder
from ..ir.function import BRANCH, JUMP
from .rewrite import replace_uses, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value


def run(function: Function) -> None:
    for block in function.blocks:
        _decide(block)
    for block in function.blocks:
        _thread(block)
    remove_unreachable(function)
    merge(function)


def remove_unreachable(function: Function) -> None:
    """The blocks that stay keep their order."""
    order = reverse_postorder(function)
    if len(order) < len(function.blocks):
        reached = {block.id for block in order}
        function.blocks = [block for block in function.blocks if block.id in reached]


def _decide(block: Block) -> None:
    guard = ops.GUARD
    for place, value in enumerate(block.code):
        if value.op == guard and value.args[0].is_const:
            _decide_guards(block, place)
            break
    if block.kind == BRANCH:
        condition = block.operands[0]
        if condition.is_const:
            taken = 0 if condition.attr else 1
            block.jump(block.targets[taken], block.arguments[taken])
        elif block.targets[0] is block.targets[1] and block.arguments[0] == block.arguments[1]:
            block.jump(block.targets[0], block.arguments[0])


def _decide_guards(block: Block, start: int) -> None:
    """Drops the guards that pass; one that fails ends the block."""
    code = block.code[:start]
    for value in block.code[start:]:
        if value.op == ops.GUARD and value.args[0].is_const:
            if value.args[0].attr:
                continue
            assert value.exit is not None
            block.leave(value.exit)
            block.line = value.line
            break
        code.append(value)
    block.code = code


def _thread(block: Block) -> None:
    """Leads the edges of a block past blocks that only jump."""
    targets, given = list(block.targets), list(block.arguments)
    for place, target in enumerate(targets):
        arguments = given[place]
        passed = {target.id}
        while target.kind == JUMP and not target.code and not target.params:
            arguments, target = target.arguments[0], target.targets[0]
            if target.id in passed:  # round an empty loop
                break
            passed.add(target.id)
        if target is not targets[place]:
            targets[place], given[place] = target, arguments[:]
    block.targets, block.arguments = tuple(targets), tuple(given)
    if block.kind == BRANCH and block.targets[0] is block.targets[1] and block.arguments[0] == block.arguments[1]:
        block.jump(block.targets[0], block.arguments[0])


def merge(function: Function) -> None:
    """Joins blocks with the one that jumps to them, if nothing else does."""
    edges: dict[int, int] = {}
    for block in function.blocks:
        for target in block.targets:
            edges[target.id] = edges.get(target.id, 0) + 1
    replaced: dict[int, Value] = {}
    gone: set[int] = set()
    for block in function.blocks:
        if block.id in gone:
            continue
        while block.kind == JUMP and edges[block.targets[0].id] == 1 and block.targets[0] is not block:
            target = block.targets[0]
            for param, argument in zip(target.params, block.arguments[0], strict=True):
                replaced[param.id] = resolve(replaced, argument)
            block.code += target.code
            block.kind, block.operands, block.targets = target.kind, target.operands, target.targets
            block.arguments, block.exit, block.line = target.arguments, target.exit, target.line
            gone.add(target.id)
    if gone:
        function.blocks = [block for block in function.blocks if block.id not in gone]
        replace_uses(function, replaced)
