"""Where each value is live: a mask with two bits for each instruction.

    bit 2p        live while instruction p runs: set for values that are read after it, for operands that must outlive
                  the registers that it clobbers, for clobbered and temporary registers
    bit 2p + 1    live once it has written its results: set for these and for all that is read later

An operand that is read for the last time by p has neither bit, so that a result of p can have its register. Two values
can share a register if their masks have no bit in common: exact, with holes and all, at the price of one `and`.
"""

from __future__ import annotations

from .select import INDEXING, UNTRACKED
from .uses import LATE, MIDDLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Value
    from .blocks import Node


class Ranges:
    """By ids of values: the masks, the costs of having the value in memory, and the values that have a mask."""

    __slots__ = ("costs", "end", "masks", "values")

    def __init__(self, count: int) -> None:
        self.masks = [0] * count
        self.costs = [0.0] * count
        self.values: dict[int, Value] = {}
        self.end = 0


def number(nodes: list[Node]) -> None:
    """Gives instructions their positions. A block has one for its parameters first."""
    position = 0
    for node in nodes:
        node.start = position
        for instruction in node.instructions:
            position += 1
            instruction.position = position
        position += 1
        node.end = position


def solve(nodes: list[Node]) -> None:
    """What is live into and out of each block, to the fixed point of the data-flow equations."""
    changed = True
    for node in nodes:
        node.live_in = set(node.exposed)
    backwards = nodes[::-1]
    while changed:
        changed = False
        for node in backwards:  # nearly a postorder: twice, or once more for each loop around a loop
            out = node.live_out
            before = len(out)
            for target in node.targets:
                out |= target.live_in
            if len(out) != before:
                node.live_in |= out - node.defined
                changed = True


def ranges(nodes: list[Node], count: int) -> Ranges:
    found = Ranges(count)
    masks, costs, values = found.masks, found.costs, found.values
    untracked = UNTRACKED
    for node in nodes:
        weight = node.weight
        start = node.start
        end = 2 * node.end
        ends = dict.fromkeys(node.live_out, end)
        for arguments in node.block.arguments:
            for value in arguments:
                if value.op not in untracked:
                    ends[value.id] = end
        for instruction in reversed(node.instructions):
            at = 2 * instruction.position
            for value, _ in instruction.results:
                id = value.id
                values[id] = value
                last = ends.pop(id, at + 2)
                masks[id] |= ((1 << last - at - 1) - 1) << at + 1
                costs[id] += weight
            exit = instruction.exit
            if exit is not None:
                # An index that is checked comes back to its register before the exit, should the result have that.
                index = instruction.uses[0] if instruction.kind == INDEXING else None
                for value in (*exit.operands, *exit.held):
                    if value.op not in untracked and value.id not in ends and value is not index:
                        ends[value.id] = at + 2
            for value, flag in zip(instruction.uses, instruction.flags):  # noqa: B905 (equally long, and hot)
                if value is not None and value.op not in untracked:
                    id = value.id
                    costs[id] += weight
                    last = at + 2 if flag & LATE else at + 1 if flag & MIDDLE else at
                    if ends.get(id, -1) < last:
                        ends[id] = last
        at = 2 * start
        for value in node.block.params:
            id = value.id
            if id in ends:
                values[id] = value
                last = ends.pop(id)
                masks[id] |= ((1 << last - at - 1) - 1) << at + 1
                costs[id] += weight
        for id, last in ends.items():
            masks[id] |= ((1 << last - at) - 1) << at
    found.end = 2 * nodes[-1].end
    return found
