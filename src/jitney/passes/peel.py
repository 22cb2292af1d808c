"""Takes the first round out of loops that do in it what they do in no other: `a[i - 1]` with i from 0, `if i == 0`.

What a comparison of the counter with a number comes out as then is the same in all rounds that are left, so it goes:
an index that wraps round the end in the first round alone is an ordinary one in the loop.

Innermost loops only, of few operations, whose counter starts at a number.

Needs: params.py run before. Finds ranges anew, and what they decide.
"""

from __future__ import annotations

import operator

from ..ir import ops
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.function import BRANCH, Exit
from ..ir.types import WORD
from . import blocks, dead, fold, loops, params, ranges
from .loops import step_of
from .rewrite import param_like, replace_uses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..ir.function import Block, Function, Value

MOST = 120
"""Operations of a loop that is worth another round."""
_COMPARED: dict[int, Callable[[int, int], bool]] = {
    ops.EQ: operator.eq,
    ops.NE: operator.ne,
    ops.LT: operator.lt,
    ops.LE: operator.le,
    ops.ULT: lambda a, b: a & WORD < b & WORD,
    ops.ULE: lambda a, b: a & WORD <= b & WORD,
}
_STAY = frozenset((ops.CALL, ops.CCALL, ops.UPCALL, ops.RETAIN, ops.RELEASE))


def run(function: Function) -> None:
    done: set[int] = set()  # the heads of loops that have been looked at
    changed = False
    while _next(function, done):
        changed = True
    if changed:
        for part in (ranges, fold, params, blocks, dead):
            part.run(function)


def _next(function: Function, done: set[int]) -> bool:
    """Takes the first round out of the first loop that is to lose it."""
    order = reverse_postorder(function)
    before = predecessors(order)
    if not any(above >= number for number, aboves in enumerate(before) for above in aboves):
        return False
    found, _ = loops.find(before, *intervals(immediate_dominators(before)))
    for number, loop in found.items():
        head = order[number]
        if loop.children or len(loop.entering) != 1 or len(loop.latches) != 1 or head.id in done:
            continue
        done.add(head.id)
        inside = [order[number] for number in sorted(loop.blocks)]
        above, latch = order[loop.entering[0]], order[loop.latches[0]]
        if above.targets.count(head) == 1 and latch.kind == BRANCH and _is_different(head, above, latch, inside):
            if _Peeled(function, head, above, latch, inside).write():
                return True
    return False


def _is_different(head: Block, above: Block, latch: Block, inside: list[Block]) -> bool:
    """Whether a comparison comes out otherwise in the first round than in those that follow."""
    if sum(len(block.code) for block in inside) > MOST:
        return False
    counters: dict[int, tuple[int, int]] = {}  # by their ids: the first number, and the step
    following = latch.arguments[latch.targets.index(head)]
    for param, first, next in zip(head.params, above.arguments[above.targets.index(head)], following, strict=True):
        step = step_of(param, next)
        if first.is_const and step:
            counters[param.id] = first.attr, step
    if not counters:
        return False
    differs = False
    for block in inside:
        for value in block.code:
            if value.op in _STAY:
                return False
            compare = _COMPARED.get(value.op)
            if compare is not None and value is not latch.operands[0]:
                numbers = [_in_two_rounds(arg, counters) for arg in value.args]
                if None not in numbers:
                    (a, a_next), (b, b_next) = numbers  # type: ignore[misc]
                    differs = differs or compare(a, b) != compare(a_next, b_next)
    return differs


def _in_two_rounds(value: Value, counters: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """What a word is in the first round and the second, if that is known."""
    by = 0
    if value.op in (ops.ADD, ops.ADDO) and value.args[1].is_const:
        value, by = value.args[0], value.args[1].attr
    if value.is_const:
        return value.attr + by, value.attr + by
    if value.id not in counters:
        return None
    first, step = counters[value.id]
    return first + by, first + step + by


class _Peeled:
    """A loop and a copy of its blocks before it, for the first round."""

    def __init__(self, function: Function, head: Block, above: Block, latch: Block, inside: list[Block]) -> None:
        self.function = function
        self.head = head
        self.above = above
        self.latch = latch
        self.inside = inside
        self.ids = {block.id for block in inside}
        self.new: dict[int, Value] = {}

    def write(self) -> bool:
        function, head, above = self.function, self.head, self.above
        if not self.close():
            return False
        way = above.targets.index(head)
        self.new = {param.id: given for param, given in zip(head.params, above.arguments[way], strict=True)}
        copies = {block.id: function.block() for block in self.inside}
        for block in self.inside:
            copy = copies[block.id]
            copy.line, copy.depth, copy.cold = block.line, max(block.depth - 1, 0), block.cold
            if block is not head:
                for param in block.params:
                    self.new[param.id] = param_like(function, copy, param)
        for block in self.inside:
            copy = copies[block.id]
            copy.code = [self.copied(value) for value in block.code]
            copy.kind, copy.operands = block.kind, self.all_of(block.operands)
            copy.exit = None if block.exit is None else self.exit(block.exit)
            copy.targets = tuple(
                [target if target is head else copies.get(target.id, target) for target in block.targets]
            )
            copy.arguments = tuple([list(self.all_of(given)) for given in block.arguments])
        above.targets = tuple([copies[head.id] if target is head else target for target in above.targets])
        above.arguments = tuple([[] if place == way else given for place, given in enumerate(above.arguments)])
        place = function.blocks.index(head)
        function.blocks[place:place] = copies.values()
        return True

    def close(self) -> bool:
        """Sees to it that what is computed in the loop is used behind it as a parameter only: of a block that comes
        where the loop is left. False if there are several such places, and it is used."""
        function, ids = self.function, self.ids
        inside = {value.id for block in self.inside for part in (block.params, block.code) for value in part}
        outside = [block for block in function.blocks if block.id not in ids]
        if not any(use.id in inside for block in outside for use in _uses(block)):
            return True
        exits = [
            (block, way) for block in self.inside for way, other in enumerate(block.targets) if other.id not in ids
        ]
        if len(exits) != 1 or not _exits(outside).isdisjoint(_exits(self.inside)):
            return False
        block, way = exits[0]
        left = function.block()
        left.line, left.depth, left.cold = block.line, max(self.head.depth - 1, 0), block.targets[way].cold
        left.jump(block.targets[way], block.arguments[way])
        outside.append(left)
        used = {use.id: use for block in outside for use in _uses(block) if use.id in inside}
        replace_uses(function, {id: param_like(function, left, value) for id, value in used.items()}, outside)
        block.targets = tuple([left if other == way else target for other, target in enumerate(block.targets)])
        block.arguments = tuple(
            [list(used.values()) if other == way else given for other, given in enumerate(block.arguments)]
        )
        function.blocks.insert(function.blocks.index(self.latch) + 1, left)
        return True

    def all_of(self, values: tuple[Value, ...] | list[Value]) -> tuple[Value, ...]:
        return tuple([self.new.get(value.id, value) for value in values])

    def copied(self, value: Value) -> Value:
        new = self.function.value(value.op, value.type, self.all_of(value.args), value.attr)
        new.lo, new.hi, new.line = value.lo, value.hi, value.line
        if value.exit is not None:
            new.exit = self.exit(value.exit)
        self.new[value.id] = new
        return new

    def exit(self, exit: Exit) -> Exit:
        return Exit(exit.kind, exit.line, exit.payload, self.all_of(exit.operands), self.all_of(exit.held), exit.frames)


def _uses(block: Block) -> Iterator[Value]:
    for value in block.code:
        yield from value.args
        if value.exit is not None:
            yield from value.exit.operands
            yield from value.exit.held
    yield from block.operands
    for given in block.arguments:
        yield from given
    if block.exit is not None:
        yield from block.exit.operands
        yield from block.exit.held


def _exits(blocks: list[Block]) -> set[int]:
    return {id(exit) for block in blocks for exit in (block.exit, *[value.exit for value in block.code]) if exit}
