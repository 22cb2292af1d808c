"""Removes what nobody needs: pure values, loads and calls of pure C functions that are not used, and parameters of
blocks that only feed such, themselves round a loop included.

Marks what is needed from the roots: terminators, what must happen (ops.WRITES), guards, checked operations. Of those
nobody may look at the result any more and yet rely on what the check says of it, as where a comparison was decided by
its range. What exits look at is needed if the operation is. Needs nothing.
"""

from __future__ import annotations

from ..ir import ops
from .rewrite import drop_params

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

_ROOTS = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
_ROOTS[ops.GUARD] = True


def run(function: Function) -> None:
    homes: dict[int, tuple[Block, int]] = {}  # by parameter: its block and place
    before: dict[int, list[list[Value]]] = {}  # by block: the arguments of the edges that lead there
    needed: set[int] = set()
    work: list[Value] = []
    for block in function.blocks[1:]:
        before[block.id] = []
        for place, param in enumerate(block.params):
            homes[param.id] = block, place
    roots = _ROOTS
    ccall = ops.CCALL
    for block in function.blocks:
        for value in block.code:
            if roots[value.op]:
                if value.op != ccall or not value.attr.pure:
                    work.append(value)
            elif value.exit is not None:
                work.append(value)
        work += block.operands
        if block.exit is not None:
            work += block.exit.operands
            work += block.exit.held
        for target, arguments in zip(block.targets, block.arguments, strict=True):
            before[target.id].append(arguments)
    while work:
        value = work.pop()
        if value.id in needed:
            continue
        needed.add(value.id)
        work += value.args
        if value.exit is not None:
            work += value.exit.operands
            work += value.exit.held
        if value.id in homes:
            home, place = homes[value.id]
            for arguments in before[home.id]:
                work.append(arguments[place])
    for block in function.blocks:
        for value in block.code:
            if value.id not in needed:
                block.code = [value for value in block.code if value.id in needed]
                break
    drop_params(function, {id for id in homes if id not in needed})
