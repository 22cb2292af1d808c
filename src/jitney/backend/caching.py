"""Copies in registers, for the length of loops, of what is not in one: values in memory, and constants.

As values never change, a copy needn't be written back. Each loop that reads such a value, and has a register free all
through, loads it on the way to its header; outer loops are asked first. Constants are asked for where an instruction
can't take them as numbers or in memory. This runs when all else is allocated, so that it takes only what is left.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import F32, F64
from .allocate import SLOT
from .uses import CONSTANT, IMMEDIATE, MEMORY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Value
    from .allocate import Allocation
    from .blocks import Loop, Node
    from .liveness import Ranges
    from .target import Target

_FLOATS = frozenset((F64, F32))


def cache(target: Target, nodes: list[Node], loops: list[Loop], ranges: Ranges, allocation: Allocation) -> None:
    """Fills in `cached` of nodes, and the constants among it."""
    if not loops:
        return
    values, reads = _reads(target, nodes, allocation.locations)
    if not reads:
        return
    occupied = allocation.occupied
    callers = {register for register in target.callee_saved if register not in allocation.saved}
    orders = [[register for register in order if register not in callers] for order in target.orders]
    classes = target.classes
    bodies = []
    for loop in reversed(loops):
        mask = 0
        for node in loop.nodes:
            mask |= ((1 << 2 * (node.end - node.start)) - 1) << 2 * node.start
        bodies.append((loop, mask))
    for id in sorted(reads, key=lambda id: (values[id].op == ops.CONST, -sum(reads[id].values()))):
        value = values[id]
        constant = value.op == ops.CONST
        taken: set[int] = set()
        for loop, body in bodies:
            header = loop.header
            if header.number in taken or header.cold or not (constant or id in header.live_in):
                continue
            if sum([weight for number, weight in reads[id].items() if number in loop.body]) < header.weight / 2:
                continue
            part = body if constant else body & ranges.masks[id]
            for register in orders[classes[value.type]]:
                if not occupied[register] & part:
                    break
            else:
                continue
            occupied[register] |= part
            for node in loop.nodes:
                if constant or id in node.live_in:
                    node.cached[id] = register
            taken |= loop.body
            if constant:
                allocation.constants[id] = value


def _reads(
    target: Target, nodes: list[Node], locations: list[int]
) -> tuple[dict[int, Value], dict[int, dict[int, float]]]:
    """The values that loops read and that are in no register; how often, by node."""
    values: dict[int, Value] = {}
    reads: dict[int, dict[int, float]] = {}
    for node in nodes:
        if node.loop is None:
            continue
        for instruction in node.instructions:
            for value, flag in zip(instruction.uses, instruction.flags, strict=True):
                if value is None:
                    continue
                if value.op == ops.CONST:
                    if value.type in _FLOATS:
                        if flag & MEMORY:
                            continue
                    elif flag & CONSTANT or (flag & IMMEDIATE and target.fits(int(value.attr))):
                        continue
                elif locations[value.id] < SLOT:
                    continue
                values[value.id] = value
                by_node = reads.setdefault(value.id, {})
                by_node[node.number] = by_node.get(node.number, 0.0) + node.weight
    return values, reads
