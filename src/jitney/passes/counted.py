"""How many iterations of a loop pass its checks: what a loop without the checks needs to know before it runs.

A check of an affine value (loops.py) against a bound from outside of the loop holds up to some iteration, which can be
computed before the loop: *limits*. The condition at the loop's end is one of them. `Limits` collects them, and emits
the least, as the number of iterations from the first on that pass all checks and are not the last.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import MAX
from .loops import Slopes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from ..ir.builder import Builder
    from ..ir.function import Block, Value

    Bound: TypeAlias = "Value | int | _Less | None"

ROOM = 1 << 61
"""Sums of words within plus and minus this much don't leave the word."""

BYTE, TABLE = 255, (1 << 16) - 1
"""What is loaded, and what is computed, may be up to so much to be thought to index a table with room for all of it."""

_NEGATED = {
    ops.LT: (ops.LE, True),
    ops.LE: (ops.LT, True),
    ops.ULT: (ops.ULE, True),
    ops.ULE: (ops.ULT, True),
    ops.EQ: (ops.NE, False),
    ops.NE: (ops.EQ, False),
}


class Limits:
    """The checks of one loop that can be made before it. `Slopes` says what is affine in it."""

    def __init__(self, slopes: Slopes, head: Block, given: list[Value]) -> None:
        self.slopes = slopes
        self.first = {param.id: argument for param, argument in zip(head.params, given, strict=True)}
        """What values are in the first iteration; parameters of the head to begin with."""
        self.params = set(self.first)
        self.known_free: dict[int, bool] = {}
        self.bounds: list[tuple[Value, Bound, Bound]] = []
        """Affine values that have to stay from the second to the third, both included."""
        self.conditions: list[tuple[Value, bool]] = []
        """Conditions from outside, and what they have to be."""
        self.seen: set[tuple[Any, ...]] = set()
        self.around: Limits | None = None
        """Those of a loop around, where this loop's are looked at from before that one."""

    # Collecting.

    def take(self, condition: Value, truth: bool = True) -> bool:
        """Takes a condition that has to be so in each iteration, if that can be found out before the loop."""
        while condition.op == ops.BNOT:
            condition, truth = condition.args[0], not truth
        if self.slopes.of(condition) == 0:
            if self.free(condition):
                self.conditions.append((condition, truth))
                return True
            return False
        op = condition.op
        if op == (ops.BAND if truth else ops.BOR):
            takes = all(self.takes(arg, truth) for arg in condition.args)
            return takes and all(self.take(arg, truth) for arg in condition.args)
        if op == (ops.BOR if truth else ops.BAND):  # one of them will do
            return any(self.takes(arg, truth) and self.take(arg, truth) for arg in condition.args)
        if op not in _NEGATED:
            return False
        a, b = condition.args
        if not truth:
            op, swapped = _NEGATED[op]
            if swapped:
                a, b = b, a
        return self._compare(op, a, b)

    def takes(self, condition: Value, truth: bool = True) -> bool:
        """Whether `take` would."""
        kept = self.bounds[:], self.conditions[:], self.seen.copy(), self.known_free.copy()
        taken = self.take(condition, truth)
        self.bounds, self.conditions, self.seen, self.known_free = kept
        return taken

    def _compare(self, op: int, a: Value, b: Value) -> bool:
        of_a, of_b = self.slopes.of(a), self.slopes.of(b)
        if not isinstance(of_a, int) or not isinstance(of_b, int) or (of_a != 0) == (of_b != 0):
            return False
        if not (self.free(a) and self.free(b)):
            return False
        if op == ops.NE:
            if of_b != 0:
                a, b, of_a = b, a, of_b
            if of_a not in (1, -1):
                return False
            op, a, b = (ops.LT, a, b) if of_a > 0 else (ops.LT, b, a)
            of_b = self.slopes.of(b)
        if op not in (ops.LT, ops.LE, ops.ULT, ops.ULE):
            return False
        strict = op in (ops.LT, ops.ULT)
        if op in (ops.ULT, ops.ULE):
            if b.lo < 0 or of_b != 0:
                return False
            self.bound(a, 0, b, strict)
        elif of_b == 0:
            self.bound(a, None, b, strict)
        else:
            self.bound(b, a, None, strict)
        return True

    def take_table(self, condition: Value) -> bool:
        """Takes the check of an index that is no affine value, but has so small a range that the table it goes into may
        well be longer than all of it: that is found out before the loop."""
        if condition.op not in (ops.LT, ops.ULT):
            return False
        index, length = condition.args
        if index.lo < 0 or index.hi > (BYTE if index.op == ops.LOAD else TABLE) or length.hi <= index.hi:
            return False
        if self.slopes.of(index) is not None or self.slopes.of(length) != 0 or not self.free(length):
            return False
        self.bound(length, index.hi + 1, None)
        return True

    def bound(self, value: Value, lo: Bound, hi: Bound, strict: bool = False) -> None:
        """The value has to stay within bounds; `strict`: not reach those that are values."""
        key = (value.id, *[x if x is None or isinstance(x, int) else (x.id,) for x in (lo, hi)], strict)
        if key in self.seen:
            return
        self.seen.add(key)
        for place in (0, 1):
            bound: Bound = (lo, hi)[place]
            if strict and bound is not None and not isinstance(bound, (int, _Less)):
                new = _Less(bound, 1 if place == 0 else -1)
                lo, hi = (new, hi) if place == 0 else (lo, new)
        self.bounds.append((value, lo, hi))

    def within(self, value: Value, lo: int, hi: int) -> bool:
        """The value is to stay within numbers; does nothing where it is known to. False if that can't be had."""
        if lo <= value.lo and value.hi <= hi:
            return True
        if not isinstance(self.slopes.of(value), int) or not self.free(value):
            return False
        self.bound(value, lo, hi)
        return True

    def free(self, value: Value) -> bool:
        """Whether an affine value can be computed before the loop, once its checks are made as limits."""
        known = self.known_free.get(value.id)
        if known is None:
            known = self.known_free[value.id] = self._free(value)
        return known

    def _free(self, value: Value) -> bool:
        work, seen = [value], set()
        while work:
            value = work.pop()
            if value.id in seen or value.id not in self.slopes.inside or value.id in self.params:
                continue
            seen.add(value.id)
            if value.id in self.slopes.alias:
                work.append(self.slopes.alias[value.id])
                continue
            if value.op == ops.PARAM:
                return False
            if value.id in self.slopes.wrapped:
                if not isinstance(self.slopes.of(value), int):
                    return False
                self.bound(value, 0, self.slopes.wrapped[value.id][1], strict=True)
            if value.op in CHECKED and not self.checked(value):
                return False
            work += value.args
        return True

    def checked(self, value: Value) -> bool:
        """Bounds the operands of checked arithmetic such that it doesn't leave the word. False if that can't be had."""
        a, b = value.args
        if value.op in (ops.ADDO, ops.SUBO):
            return self.within(a, -ROOM, ROOM) and self.within(b, -ROOM, ROOM)
        if value.op == ops.MULO:
            if a.op == ops.CONST:
                a, b = b, a
            room = ROOM // max(abs(b.attr), 1) if b.op == ops.CONST else 1 << 30
            return self.within(a, -room, room) and (b.op == ops.CONST or self.within(b, -room, room))
        if value.op == ops.SHLO and b.op == ops.CONST:
            room = ROOM >> b.attr
            return self.within(a, -room, room)
        return False

    # Emitting.

    def reaches(self, b: Builder, least: int) -> Value:
        """Whether the first of the bounds, as a rule that of the loop's condition, leaves so many iterations: a cheap
        test to make before all others, which says nothing for sure."""
        for value, lo, hi in self.bounds:
            slope = self.slopes.of(value)
            assert isinstance(slope, int)
            bound = self._value(b, hi if slope > 0 else lo) if slope else None
            if bound is not None:
                first = self.start(b, value)
                distance = b.sub(bound, first) if slope > 0 else b.sub(first, bound)
                return b.le(b.word((least - 1) * abs(slope)), distance)
        return b.true

    def start(self, b: Builder, value: Value) -> Value:
        """The value of the first iteration, computed before the loop."""
        if self.around is not None:
            return self.around.start(b, value)
        return start(b, self.slopes, self.first, value)

    def emit(self, b: Builder) -> tuple[Value, Value]:
        """The count of iterations, at least 0, and whether it can be relied on."""
        sure = b.true
        asked: set[int] = set()
        least: Value | None = None
        once = b.true

        def ask(condition: Value) -> None:
            nonlocal sure
            if condition.id not in asked:
                asked.add(condition.id)
                sure = b.band(sure, condition)

        for condition, truth in self.conditions:
            found = self.start(b, condition)
            ask(found if truth else b.not_(found))
        for value, lo, hi in self.bounds:
            slope = self.slopes.of(value)
            assert isinstance(slope, int)
            first = self.start(b, value)
            low, high = self._value(b, lo), self._value(b, hi)
            if lo == 0 and high is not None and high.lo >= -1 and first.lo < 0:
                length = b.add(high, b.word(1)) if high.hi < MAX else None
                ask(b.ult(first, length) if length is not None else b.le(first, high))
                if length is None:
                    ask(b.le(b.zero, first))
            else:
                for less, more in ((low, first), (first, high)):
                    if less is not None and more is not None:
                        holds = b.le(less, more)
                        if self.around is None:
                            ask(holds)
                        else:
                            once = holds
            for limit, word in ((lo, low), (hi, high)):
                if isinstance(limit, _Less) and word is not None:
                    ask(roomy(b, word))
            bound, sign = (high, 1) if slope > 0 else (low, -1)
            if slope == 0:
                continue
            if bound is None:
                if (value.hi <= ROOM) if sign > 0 else (value.lo >= -ROOM):
                    continue
                bound = b.word(ROOM * sign)  # where it may wrap round in the end
                ask(b.le(first, bound) if sign > 0 else b.le(bound, first))
            for word in (first, bound):
                ask(roomy(b, word))
            distance = b.sub(bound, first) if sign > 0 else b.sub(first, bound)
            steps = distance if abs(slope) == 1 else b.div(distance, b.word(abs(slope)))
            count = b.add(steps, b.word(1))
            if self.around is not None:
                count = b.select(once, count, b.zero)
            least = count if least is None else _smaller(b, least, count)
        if least is None:  # no bound is ever reached
            return b.zero, b.false
        return least, sure

    def _value(self, b: Builder, bound: Bound) -> Value | None:
        if bound is None or isinstance(bound, int):
            return None if bound is None else b.word(bound)
        if isinstance(bound, _Less):
            return b.add(self.start(b, bound.value), b.word(bound.by))
        return self.start(b, bound)


def start(b: Builder, slopes: Slopes, first: dict[int, Value], value: Value) -> Value:
    """An affine value of the iteration in which the parameters of the head are what `first` says, by their ids; of the
    first iterations of loops inside."""
    if value.id not in slopes.inside:
        return value
    found = first.get(value.id)
    if found is None and value.id in slopes.alias:
        return start(b, slopes, first, slopes.alias[value.id])
    if found is None and value.id in slopes.inner:
        return start(b, slopes, first, slopes.inner[value.id][0])
    if found is None:
        args = [start(b, slopes, first, arg) for arg in value.args]
        rule = EMITTED.get(value.op)
        found = getattr(b, rule)(*args) if rule else b.share(value.op, value.type, tuple(args), value.attr)
        first[value.id] = found
    return found


class _Less:
    """A value one less, or one more."""

    __slots__ = ("by", "id", "value")

    def __init__(self, value: Value, by: int) -> None:
        self.value = value
        self.by = by
        self.id = value.id


def roomy(b: Builder, word: Value) -> Value:
    """Whether the word leaves room for sums."""
    if -ROOM <= word.lo <= word.hi <= ROOM:
        return b.true
    return b.ult(b.add(word, b.word(ROOM)), b.word(2 * ROOM))


def _smaller(b: Builder, a: Value, c: Value) -> Value:
    return a if a is c else b.select(b.lt(a, c), a, c)


CHECKED = frozenset((ops.ADDO, ops.SUBO, ops.MULO, ops.UADDO, ops.USUBO, ops.UMULO, ops.SHLO, ops.USHLO))
"""Arithmetic that leaves by an exit."""
EMITTED = {
    ops.ADD: "add",
    ops.SUB: "sub",
    ops.MUL: "mul",
    ops.ADDO: "add",
    ops.SUBO: "sub",
    ops.MULO: "mul",
    ops.SHLO: "shl",
    ops.SHL: "shl",
    ops.LT: "lt",
    ops.LE: "le",
    ops.EQ: "eq",
    ops.NE: "ne",
    ops.ULT: "ult",
    ops.SELECT: "select",
    ops.BAND: "band",
    ops.BOR: "bor",
    ops.BNOT: "not_",
    ops.AND: "and_",
    ops.OR: "or_",
    ops.XOR: "xor",
    ops.SAR: "sar",
    ops.SHR: "shr",
}
