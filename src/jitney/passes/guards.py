"""Makes checks before a loop that need not be made in each round of it.

A loop of few rounds is not split (split.py), nor is one of which nobody knows how often it goes round: in these, each
round makes all checks. But what stays the same in a loop over `j`, as that `i < len(a)`, need be asked in the first
round only. And loops are inverted: where one is entered, its first round comes. So the checks that a loop's first block
begins with are made before it, in their order, with what values are in the first round, and those whose conditions stay
the same are left out of the loop.

A loop that only computes, counts its rounds and is left at its end alone may leave out those of an index that it counts
up too: `for j in range(n): s += a[j]` raises an exception for sure if n is more than the length. That may be found
before it, since nobody sees what the rounds before have done. Where several checks would fail, it is the one that does
so in the earliest round, and there the first in order. What the exit wants to know is what it is in that round.

So the checks of inner loops come to stand in the loops around, and may leave these too: inner loops come first.
Bail-outs count like exceptions, as the interpreter may find one there.

Needs: hoist.py run before, which has moved all else that stays the same. Leaves conditions without uses, for dead.py.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.builder import Builder
from ..ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from ..ir.function import Exit
from ..ir.types import I64, MAX, MIN
from . import loops
from .counted import EMITTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

COSTLY = 6
"""Operations that a check's operands are made of, beyond which it isn't made before the loop."""
MANY = 6
"""Checks that are made before a loop, at most."""

_PURE = [bool(flags & ops.PURE) and not flags & ops.TRAPS for flags in ops.FLAGS]
_FREE = [pure and not flags & ops.PINNED for pure, flags in zip(_PURE, ops.FLAGS, strict=True)]
_FREE[ops.PARAM] = False
_WRITES = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
_WRITES[ops.POLL] = False


def run(function: Function) -> None:
    if not any(value.op == ops.GUARD for block in function.blocks if block.depth for value in block.code):
        return
    order = reverse_postorder(function)
    before = predecessors(order)
    enters, leaves = intervals(immediate_dominators(before))
    found, _ = loops.find(before, enters, leaves)
    ending: set[int] = set()
    for loop in reversed(found.values()):
        if len(loop.entering) == 1 and not order[loop.head].cold:
            _Rounds(function, order, loop, ending).run()


class _Rounds:
    """A loop: what values are in its first round, and in later ones."""

    def __init__(self, function: Function, order: list[Block], loop: loops.Loop, ending: set[int]) -> None:
        self.function = function
        self.loop = loop
        self.ending = ending
        """The heads of loops that count their rounds, so come to an end."""
        self.head = order[loop.head]
        self.above = order[loop.entering[0]]
        self.blocks = [order[number] for number in sorted(loop.blocks)]
        self.latches = [order[number] for number in loop.latches]
        self.inside = {value.id for block in self.blocks for part in (block.params, block.code) for value in part}
        given = self.above.arguments[self.above.targets.index(self.head)]
        self.params = {param.id: value for param, value in zip(self.head.params, given, strict=True)}
        """What the head's parameters are in the first round."""
        self.first = dict(self.params)
        """The same, and what is computed from them."""
        self.same: dict[int, bool] = {}
        """Whether a value stays the same, by its id."""
        self.steps: dict[int, int] = {}
        """What the head's parameters are counted up by, for those that are counted."""
        if len(self.latches) == 1:
            latch = self.latches[0]
            next = latch.arguments[latch.targets.index(self.head)]
            for param, following in zip(self.head.params, next, strict=True):
                step = 0 if following is param else loops.step_of(param, following)
                if step is not None:
                    self.steps[param.id] = step

    def run(self) -> None:
        rounds = self.rounds()
        if rounds is not None:
            self.ending.add(self.loop.head)
        checks = self.find_checks()
        for place, check in enumerate(checks):
            if not self.computable(check, self.first):
                del checks[place:]
                break
        gone = [check for check in checks if self.stays(check.args[0])]
        counted = [check for check in checks if check not in gone]
        if rounds is not None and counted and all(map(self.counts, counted)) and self.is_quiet(checks):
            gone += counted
        else:
            rounds = None
            while checks and checks[-1] not in gone:
                checks.pop()
        if not checks:
            return
        self.builder = Builder(self.function, loops.entry(self.function, self.above, self.head))
        for check in checks:
            self.make(check, self.start(check.args[0]), self.first)
        if rounds is not None:
            self.make_counted(counted, *rounds)
        ids = {check.id for check in gone}
        self.head.code = [value for value in self.head.code if value.id not in ids]

    def find_checks(self) -> list[Value]:
        """The checks that the head begins with: before anything that may leave otherwise, or be seen."""
        checks = []
        for value in self.head.code:
            if value.op == ops.GUARD:
                checks.append(value)
            elif not _PURE[value.op] and value.op != ops.LOAD:
                break
            if len(checks) == MANY:
                break
        return checks

    # What can be said of values.

    def stays(self, value: Value) -> bool:
        """Whether it is the same in each round."""
        if value.id not in self.inside or self.steps.get(value.id) == 0:
            return True
        known = self.same.get(value.id)
        if known is None:
            known = self.same[value.id] = _FREE[value.op] and all(map(self.stays, value.args))
        return known

    def computable(self, check: Value, known: dict[int, Value] | dict[int, int]) -> bool:
        """Whether a check can be made before the loop with little work, for a round whose parameters are known."""
        exit = check.exit
        assert exit is not None
        work, seen = [*check.args, *exit.operands, *exit.held], set()
        while work:
            value = work.pop()
            if value.id in seen or value.id not in self.inside or value.id in known:
                continue
            seen.add(value.id)
            if not _FREE[value.op] or len(seen) > COSTLY:
                return False
            work += value.args
        return True

    def is_quiet(self, checks: list[Value]) -> bool:
        """Whether rounds only compute: nothing but these checks leaves the function or the loop before its end."""
        work = self.loop.children[:]
        while work:
            inner = work.pop()
            if inner.head not in self.ending:
                return False
            work += inner.children
        (latch,) = self.latches
        ids = {block.id for block in self.blocks}
        for block in self.blocks:
            if block.exit is not None or any(target.id not in ids for target in block.targets if block is not latch):
                return False
            for value in block.code:
                if _WRITES[value.op] and not (value.op == ops.CCALL and value.attr.pure):
                    return False
                if value.exit is not None and value.op != ops.POLL and value not in checks:
                    return False
        return True

    def rounds(self) -> tuple[Value, Value] | None:
        """The first of the numbers that are counted up, and what the last is less than."""
        if len(self.latches) != 1 or not self.latches[0].operands:
            return None
        latch = self.latches[0]
        condition = latch.operands[0]
        if condition.op != ops.LT or latch.targets.index(self.head) != 0 or latch.targets[1] is self.head:
            return None
        next, bound = condition.args
        for param, following in zip(self.head.params, latch.arguments[0], strict=True):
            if following is next and self.steps.get(param.id) == 1 and self.stays(bound):
                first = self.params[param.id]
                if bound.id not in self.inside and bound.hi - first.lo <= MAX and bound.lo - first.hi >= MIN:
                    return first, bound
        return None

    def counts(self, check: Value) -> bool:
        """Whether a check compares what is counted up by one with what stays the same, made for any round."""
        condition = check.args[0]
        if condition.op not in (ops.LT, ops.ULT):
            return False
        index, length = condition.args
        if not self.stays(length) or self.step(index) != 1 or not self.computable(check, self.steps):
            return False
        return length.lo >= 0 and (condition.op == ops.ULT or index.lo >= 0)

    def step(self, value: Value) -> int | None:
        """What is added to a value in each round."""
        if self.stays(value):
            return 0
        if value.id in self.steps:
            return self.steps[value.id]
        if value.op in (ops.ADD, ops.SUB) and value.type == I64:
            a, b = map(self.step, value.args)
            if a is not None and b is not None:
                return a + b if value.op == ops.ADD else a - b
        return None

    # Writing.

    def make(self, check: Value, condition: Value, known: dict[int, Value]) -> None:
        """Makes a check before the loop, with the exit of a round whose parameters are known."""
        exit = check.exit
        assert exit is not None
        self.builder.line = check.line
        operands, held = (tuple([self.value(value, known) for value in part]) for part in (exit.operands, exit.held))
        self.builder.guard(condition, Exit(exit.kind, exit.line, exit.payload, operands, held, exit.frames))

    def make_counted(self, checks: list[Value], first: Value, bound: Value) -> None:
        """Makes checks of what is counted up, for all rounds; those for the first have been made."""
        b = self.builder
        rounds = b.sub(bound, first)
        rooms = []
        for check in checks:
            index, length = check.args[0].args
            rooms.append(b.sub(self.start(length), self.start(index)))  # that many rounds pass it
        for place, (check, room) in enumerate(zip(checks, rooms, strict=True)):
            passes = b.le(rounds, room)
            for other in rooms[place + 1 :]:
                passes = b.bor(passes, b.lt(other, room))  # that one will fail before
            known = dict(self.params)
            for param in self.head.params:
                step = self.steps.get(param.id)
                if step:
                    known[param.id] = b.add(self.params[param.id], b.mul(room, b.word(step)))
            self.make(check, passes, known)

    def start(self, value: Value) -> Value:
        """What it is in the first round."""
        return self.value(value, self.first)

    def value(self, value: Value, known: dict[int, Value]) -> Value:
        """What it is in the round in which the head's parameters are what is known; `known` gets it too."""
        if value.id not in self.inside:
            return value
        found = known.get(value.id)
        if found is None:
            args = [self.value(arg, known) for arg in value.args]
            rule = EMITTED.get(value.op)
            if rule:
                found = getattr(self.builder, rule)(*args)
            else:
                found = self.builder.share(value.op, value.type, tuple(args), value.attr)
            known[value.id] = found
        return found
