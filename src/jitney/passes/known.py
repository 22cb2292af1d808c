"""What guards and branches on the way to a loop have found of words from outside: `0 <= n`, behind `np.zeros(n)`.

The range of a value holds wherever it is used. What is found on the way to a loop holds in it and right before it, so
it is written into the ranges for as long as that loop is looked at and split.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import BRANCH
from ..ir.types import I64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Value
    from .loops import Loop

    Fact = tuple[int, int, Value, Value]
    """The number of the block from whose end on it holds, and a comparison that is true."""

_OPPOSITE = {ops.LT: ops.LE, ops.LE: ops.LT, ops.ULT: ops.ULE, ops.ULE: ops.ULT}
"""What is true of the operands the other way round where a comparison is false."""


class Known:
    """What is known in a function's blocks: `with known.before(loop): ...` narrows the ranges of what the loop uses."""

    def __init__(self, order: list[Block], before: list[list[int]], enters: list[int], leaves: list[int]) -> None:
        self.order = order
        self.enters, self.leaves = enters, leaves
        self.facts: dict[int, list[Fact]] = {}  # by ids of words
        self.narrowed: list[tuple[Value, int, int]] = []
        self.loop: Loop | None = None
        for number, block in enumerate(order):
            if len(before[number]) == 1:
                above = order[before[number][0]]
                if above.kind == BRANCH and above.targets[0] is not above.targets[1]:
                    self._take(number, above.operands[0], above.targets[0] is block)
            for value in block.code:
                if value.op == ops.GUARD:
                    self._take(number, value.args[0], True)

    def _take(self, number: int, condition: Value, truth: bool) -> None:
        op = condition.op
        if op == ops.BNOT:
            self._take(number, condition.args[0], not truth)
        elif op == (ops.BAND if truth else ops.BOR):
            for arg in condition.args:
                self._take(number, arg, truth)
        elif op in _OPPOSITE or (op == ops.EQ and truth):
            a, b = condition.args
            fact = (number, op, a, b) if truth else (number, _OPPOSITE[op], b, a)
            for value in (a, b):
                if not value.is_const:
                    self.facts.setdefault(value.id, []).append(fact)

    def before(self, loop: Loop) -> Known:
        self.loop = loop
        return self

    def __enter__(self) -> None:
        loop, order, facts = self.loop, self.order, self.facts
        if loop is None or not facts:
            return
        at = self.enters[loop.entering[0]]
        found: dict[Fact, None] = {}
        for number in loop.blocks:
            for value in order[number].code:
                for arg in value.args:
                    for fact in facts.get(arg.id, ()):
                        if self.enters[fact[0]] <= at < self.leaves[fact[0]]:
                            found[fact] = None
        for _, op, a, b in sorted(found, key=lambda fact: fact[0]):  # dominators first
            self._learn(op, a, b)

    def __exit__(self, *error: object) -> None:
        while self.narrowed:
            value, lo, hi = self.narrowed.pop()
            value.lo, value.hi = lo, hi

    def _learn(self, op: int, a: Value, b: Value) -> None:
        strict = op == ops.LT or op == ops.ULT
        if op == ops.EQ:
            self._limit(a, b.lo, b.hi)
            self._limit(b, a.lo, a.hi)
        elif op == ops.LT or op == ops.LE:
            self._limit(a, a.lo, b.hi - strict)
            self._limit(b, a.lo + strict, b.hi)
        elif b.lo >= 0:
            self._limit(a, 0, b.hi - strict)
            self._limit(b, a.lo + strict, b.hi)

    def _limit(self, value: Value, lo: int, hi: int) -> None:
        lo, hi = max(lo, value.lo), min(hi, value.hi)
        if value.type == I64 and lo <= hi and not value.is_const and (lo, hi) != (value.lo, value.hi):
            self.narrowed.append((value, value.lo, value.hi))
            value.lo, value.hi = lo, hi
