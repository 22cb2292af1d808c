"""Copies in registers, for the length of loops, of what is not in one: values in memory, and constants.

As values never change, a copy needn't be written back. Each loop that reads such a value, and has a register free all
through, loads it on the way to its header; outer loops are asked first. Constants are asked for where an instruction
can't take them as numbers or in memory. This runs when all else is allocated, so that it takes only what is left.

Where nothing is left, a value that only lives through the loop, and isn't read there, gives way: it is stored on the
way into the loop, and loaded on the ways out.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import F32, F64
from .allocate import SLOT, WIDE
from .uses import CONSTANT, IMMEDIATE, MEMORY, VECTOR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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
    parking = _Parking(target, ranges, allocation)
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
            reads_here = sum([weight for number, weight in reads[id].items() if number in loop.body])
            if reads_here < header.weight / 2:
                continue
            part = body if constant else body & ranges.masks[id]
            register = next((place for place in orders[classes[value.type]] if not occupied[place] & part), -1)
            if register < 0 and not constant and reads_here >= header.weight:
                register = parking.make_room(loop, body, classes[value.type])
            if register < 0:
                continue
            occupied[register] |= part
            for node in loop.nodes:
                if constant or id in node.live_in:
                    node.cached[id] = register
            taken |= loop.body
            if constant:
                allocation.constants[id] = value


class _Parking:
    """Slots for what lives through loops, while these need its registers."""

    def __init__(self, target: Target, ranges: Ranges, allocation: Allocation) -> None:
        self.classes = target.classes
        self.ranges = ranges
        self.allocation = allocation
        self.used: dict[int, set[int]] = {}  # by the number of a loop's header: what it reads

    def make_room(self, loop: Loop, body: int, kind: int) -> int:
        """Parks the value that is used least of those that live all through the loop, in registers of that kind, and
        aren't read there. Returns its register, or -1."""
        ranges, locations = self.ranges, self.allocation.locations
        used = self.used.get(loop.header.number)
        if used is None:
            used = self.used[loop.header.number] = {value.id for node in loop.nodes for value in _used(node)}
        found, least = -1, 0.0
        for id in loop.header.live_in.difference(used, *[node.cached for node in loop.nodes]):
            if locations[id] < SLOT and self.classes[ranges.values[id].type] == kind and not body & ~ranges.masks[id]:
                if found < 0 or ranges.costs[id] < least:
                    found, least = id, ranges.costs[id]
        if found >= 0:
            slot = self._slot(body, kind)
            for node in loop.nodes:
                node.cached[found] = slot
            return locations[found]
        return -1

    def _slot(self, body: int, kind: int) -> int:
        """A slot that nobody needs in the loop."""
        slots, first = (self.allocation.wide, WIDE) if kind == VECTOR else (self.allocation.slots, SLOT)
        for number, mask in enumerate(slots):
            if not mask & body:
                slots[number] |= body
                return first + number
        slots.append(body)
        return first + len(slots) - 1


def _used(node: Node) -> Iterator[Value]:
    """What is read in a block, but for what exits alone read, and passed on."""
    for instruction in node.instructions:
        for value in instruction.uses:
            if value is not None:
                yield value
    for arguments in node.block.arguments:
        yield from arguments


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
