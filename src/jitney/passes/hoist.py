"""Moves out of loops what gives the same in every round.

A pure value whose operands come from outside of a loop is computed before it, once: at the end of the block that jumps
to the loop's head, or in a new block on that edge. Loops are inverted, so that block knows that the loop is entered,
not that control gets to where the value stood; for pure operations that doesn't matter, but what was known of the
value's range there holds no longer, so its range is found anew. Calls of pure C functions are moved only from where
every round comes.

An EFFECT goes before a loop too, where every loop that is entered comes to it before anything by which it could leave:
it is noted once, not in every round.

Each value moved keeps a register through the loop. So operations of one cycle are moved only as long as few registers
are in use, and comparisons not at all: where they stand they become one instruction with the branch behind them.

Loops that are entered from several blocks get one before them, for this and for split.py.

Needs: dead.py run before.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.types import BOOL, I64, is_float
from . import loops, ranges, remainders
from .rewrite import replace_uses, resolve

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Block, Function, Value
    from .loops import Loop

ROOM = (9, 12)
"""Words, and floats, that may be in use in a loop before cheap operations stay in it."""
FULL = (12, 15)
"""The same for all other operations."""

_MOVABLE = [bool(flags & ops.PURE) and not flags & (ops.PINNED | ops.TRAPS) for flags in ops.FLAGS]
_MOVABLE[ops.CONTEXT] = False  # a register
_SIGNED = frozenset((ops.DIV, ops.MOD))
_DIVISIONS = frozenset((ops.DIV, ops.MOD, ops.UDIV, ops.UMOD))
_REMAINDERS = frozenset((ops.MOD, ops.UMOD))
_CHEAP = frozenset(
    (ops.ADD, ops.SUB, ops.AND, ops.OR, ops.XOR, ops.SHL, ops.SAR, ops.SHR, ops.WRAP, ops.B2I, ops.FBITS, ops.IFBITS)
    + (ops.SEXT8, ops.SEXT16, ops.SEXT32, ops.ZEXT8, ops.ZEXT16, ops.ZEXT32, ops.SBITS, ops.ISBITS, ops.FNEG, ops.FABS)
)


def run(function: Function) -> None:
    order = reverse_postorder(function)
    before = predecessors(order)
    if not any(above >= number for number in range(len(order)) for above in before[number]):
        return
    if loops.enter_singly(function, order, before):
        order = reverse_postorder(function)
        before = predecessors(order)
    _Hoister(function, order, before).run()


class _Hoister:
    def __init__(self, function: Function, order: list[Block], before: list[list[int]]) -> None:
        self.function = function
        self.order = order
        self.before = before
        self.enters, self.leaves = intervals(immediate_dominators(before))
        self.found, self.loops = loops.find(before, self.enters, self.leaves)
        self.used: dict[int, list[int]] = {}  # by head of a loop: words and floats in use, once counted
        self.home: dict[int, Loop | None] = {}  # by value: the innermost loop around it
        self.reach: dict[int, Loop] = {}  # by value that can move: the outermost loop that it can leave
        self.moved: dict[int, list[Value]] = {}  # by head: what goes before the loop
        self.known: dict[tuple[Any, ...], Value] = {}  # what was moved, by head and what it computes
        self.replaced: dict[int, Value] = {}  # what was to be moved and was there already
        self.gone: set[int] = set()  # what has left its block
        self.instead: dict[int, list[Value]] = {}  # by value: what stands in its place
        self.divisors: dict[int, set[int]] = {}  # by head: what is known not to be 0 where the loop is entered

    def run(self) -> None:
        self.move_effects()
        for number, block in enumerate(self.order):
            loop = self.loops[number]
            for param in block.params:
                self.home[param.id] = loop
            for value in block.code:
                self.home[value.id] = loop
                if loop is not None and value.op == ops.MOD and self.reduce(value, number, loop):
                    continue
                if loop is not None and (
                    _MOVABLE[value.op] or (value.op == ops.CCALL and value.attr.pure) or value.op in _DIVISIONS
                ):
                    reach = self.find_reach(value, number, loop)
                    if reach is not None:
                        self.reach[value.id] = reach
                        if value.type != BOOL and not block.cold and self.has_room(value, loop):
                            self.move(value)
        if not self.moved:
            return
        gone = self.gone
        for block in self.order:
            block.code = [value for value in block.code if value.id not in gone]
            if self.instead:
                block.code = [new for value in block.code for new in self.instead.get(value.id, (value,))]
        for head, values in self.moved.items():
            above = self.order[self.found[head].entering[0]]
            loops.entry(self.function, above, self.order[head]).code += values
        replace_uses(self.function, self.replaced)

    def move_effects(self) -> None:
        effect = ops.EFFECT
        for head, loop in self.found.items():
            if len(loop.entering) != 1:
                continue
            for value in self.order[head].code:
                if value.op == effect and value.id not in self.gone:
                    self.moved.setdefault(head, []).append(value)
                    for number in loop.blocks:
                        self.gone.update([other.id for other in self.order[number].code if other.op == effect])
                    break
                if value.exit is not None or ops.FLAGS[value.op] & ops.WRITES:
                    break

    def find_reach(self, value: Value, number: int, loop: Loop) -> Loop | None:
        """The outermost loop that a value can leave, if its operands do."""
        found: Loop | None = None
        around: Loop | None = loop
        while around is not None and len(around.entering) == 1:
            if value.op == ops.CCALL and not all(self.dominates(number, latch) for latch in around.latches):
                break
            if value.op in _DIVISIONS and not self.divides(value, number, around):
                break
            for arg in value.args:
                if arg.op != ops.CONST and self.inside(self.home[arg.id], around):
                    reach = self.reach.get(arg.id)
                    if reach is None or reach.depth > around.depth:
                        return found
            found, around = around, around.parent
        return found

    def reduce(self, value: Value, number: int, loop: Loop) -> bool:
        """Takes the remainder of what stays the same of a sum before the loop."""
        sum = remainders.find(value, lambda part: self.inside(self.home[part.id], loop))
        if sum is None:
            return False
        function, divisor = self.function, value.args[1]
        for new in remainders.reduced(function, sum, divisor):
            self.home[new.id] = loop
            reach = self.find_reach(new, number, loop)
            if reach is None:
                return False
            self.reach[new.id] = reach
        self.move(new)
        added = resolve(self.replaced, new)
        self.instead[value.id] = news = remainders.remainder(function, sum, added, divisor)
        for new in news:
            self.home[new.id] = loop
        self.replaced[value.id] = new
        return True

    def divides(self, value: Value, number: int, loop: Loop) -> bool:
        """Whether a division may be made before a loop: where the loop makes one by the same divisor first of all,
        before it could be left, so that no check within the loop can be why the divisor is not 0."""
        divisor = value.args[1]
        if divisor.is_const:
            return divisor.attr > 0  # type: ignore[no-any-return]
        if value.op in _SIGNED and divisor.lo < 0:  # the other quotient that is no word
            return False
        known = self.divisors.get(loop.head)
        if known is None:
            known = self.divisors[loop.head] = set()
            for other in self.order[loop.head].code:
                if other.op in _DIVISIONS:
                    known.add(other.args[1].id)
                elif other.exit is not None:
                    break
        return divisor.id in known and self.loops[loop.head] is loop

    def inside(self, loop: Loop | None, other: Loop) -> bool:
        while loop is not None and loop.depth > other.depth:
            loop = loop.parent
        return loop is other

    def dominates(self, a: int, b: int) -> bool:
        return self.enters[a] <= self.enters[b] < self.leaves[a]

    def has_room(self, value: Value, loop: Loop) -> bool:
        """Whether the loop has a register for the value; counts it if so."""
        used = self.used.get(loop.head)
        if used is None:
            used = self.used[loop.head] = self.count(loop)
        kind = int(is_float(value.type))
        if used[kind] >= (ROOM if value.op in _CHEAP else FULL)[kind]:
            return False
        used[kind] += 1
        return True

    def count(self, loop: Loop) -> list[int]:
        """The words and floats that live round the loop: parameters of its head, and what it uses from outside."""
        blocks = [self.order[number] for number in loop.blocks]
        inside = {value.id for block in blocks for values in (block.params, block.code) for value in values}
        live = {param.id: param for param in self.order[loop.head].params}
        for block in blocks:
            for uses in (block.operands, *block.arguments, *[value.args for value in block.code]):
                for use in uses:
                    if use.id not in inside and use.op != ops.CONST:
                        live[use.id] = use
        floats = sum(is_float(value.type) for value in live.values())
        return [len(live) - floats, floats]

    def move(self, value: Value) -> None:
        """Moves a value before the outermost loop that it can leave, and operands before those that they can."""
        reach = self.reach.pop(value.id)
        for arg in value.args:
            if arg.id in self.reach and self.inside(self.home[arg.id], reach):
                self.move(arg)
        self.home[value.id] = reach.parent
        self.gone.add(value.id)
        key = (reach.head, value.op, value.attr, *[resolve(self.replaced, arg).id for arg in value.args])
        same = self.known.setdefault(key, value)
        if same is not value:
            self.replaced[value.id] = same
            value.lo, value.hi = same.lo, same.hi  # for those moved after it
            return
        self.moved.setdefault(reach.head, []).append(value)
        if value.type == I64:
            value.lo, value.hi = ranges.of(value)
            if value.op in _REMAINDERS and value.args[1].lo >= 0:  # it isn't 0 either
                value.lo, value.hi = 0, max(value.args[1].hi - 1, 0)
