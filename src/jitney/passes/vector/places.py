"""Places in memory that a loop inside collects in, `c[i, j] += a[i, k] * b[k, j]`, and guards of loops inside that can
be looked at before the loop around.

Where the loop around is spread over lanes, each lane has a place of its own, which stays the same in the loop inside:
it is loaded before that loop, carried as a vector, and stored behind it. So nothing has been written while that loop
may still fail, and no round waits for memory. No other access in the loop inside may touch the places of all lanes:
overlap.py looks at that when the loop is entered. A safepoint moves to before the load, so such a loop inside must be
short: see SHORT.

A guard that compares what doesn't change in the loop around holds in all rounds if it does for the least and greatest
of what it compares.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.types import F32, F64, I64
from ..counted import roomy
from .basics import Access, No
from .overlap import Overlapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.builder import Builder
    from ...ir.function import Value
    from ..shapes import Inner

SHORT = 1 << 14
"""The most rounds of a loop without a safepoint."""
STEP = 1 << 20
"""Bound of the steps of what guards compare."""
ROUNDS = 1 << 38
"""Bound of the rounds of a loop in which they are looked at before: products of both, and some sums, fit a word."""

COMPARED = (ops.LT, ops.LE, ops.ULT, ops.ULE)


class Place:
    """A load and a store of one address, which doesn't change in a loop inside."""

    __slots__ = ("load", "store")

    def __init__(self, load: Access, store: Access) -> None:
        self.load = load
        self.store = store


class Places(Overlapping):
    """What is collected in memory by loops inside."""

    bits: int

    def find_guards(self) -> None:
        """Takes the guards of loops inside that can be looked at before the loop around."""
        for block in self.shape.blocks:
            if block.id not in self.deep or block.id not in self.shape.always:
                continue
            around = [inner for inner in self.shape.inner.values() if block.id in inner.ids]
            for value in block.code:
                if value.id in self.split.gone:
                    continue
                try:
                    if value.op in (ops.ADDO, ops.SUBO):
                        if all(self.steady(arg, around) for arg in value.args):
                            self.sums.append((value.args, around))
                            self.split.gone.add(value.id)
                    elif value.op == ops.GUARD:
                        self.find_guard(value, around)
                except No:
                    break

    def find_guard(self, guard: Value, around: list[Inner]) -> None:
        op, operands = guard.args[0].op, guard.args[0].args
        if op not in COMPARED or (op in (ops.ULT, ops.ULE) and operands[1].lo < 0):
            return
        index, c = operands
        # An index that may be negative, and changes in the loop around: here it is one that never is.
        wraps = index.id in self.slopes.wrapped
        a = self.slopes.wrapped[index.id][0] if wraps else index
        if not self.steady(a, around) or not self.steady(c, around) or (wraps and op != ops.ULT):
            return
        self.guards.append((op, a, c, around))
        self.split.gone.add(guard.id)
        if wraps:
            del self.slopes.wrapped[index.id]
            self.slopes.alias[index.id] = a

    def steady(self, value: Value, around: list[Inner]) -> bool:
        """Whether a word changes by numbers in the loop around, and in the loops inside around it, and can be computed
        where it stands."""
        steps = [self.slopes.of(value), *[self.inner_limits(inner).slopes.of(value) for inner in around]]
        if not all(isinstance(step, int) and abs(step) <= STEP for step in steps):
            return False
        try:
            self.here(value)
        except No:
            return False
        return True

    def here(self, value: Value) -> None:
        raise NotImplementedError

    def find_places(self) -> None:
        """Finds the places, once the width of integers in lanes is known."""
        for inner in self.shape.inner.values():
            if inner.divergent or inner.loop.children or inner.head.id not in self.shape.ids:
                continue
            inside = [access for access in self.accesses if access.block.id in inner.ids]
            stores: dict[tuple[object, ...], list[Access]] = {}
            for access in inside:
                if access.store:
                    stores.setdefault((access.address, access.memory), []).append(access)
            for key, group in stores.items():
                loads = [access for access in inside if not access.store and (access.address, access.memory) == key]
                if loads and self.collects(inner, group, loads):
                    self.places.setdefault(inner.head.id, []).append(Place(loads[0], group[-1]))
                    self.quiet |= inner.ids
                    for access in (*group, *loads):
                        self.collected[access.value.id] = self.places[inner.head.id][-1], inner

    def collects(self, inner: Inner, stores: list[Access], loads: list[Access]) -> bool:
        kind = stores[0].memory.kind
        if kind.type not in (F64, F32) and not (kind.type == I64 and self.bits == 64 == 8 * kind.size):
            return False
        if any(store.block.id not in self.shape.always for store in stores):
            return False
        try:
            self.inner_limits(inner)
        except No:
            return False
        first = min(access.place for access in (*stores, *loads))
        start = self.accesses[first].value
        for block in self.shape.blocks:  # what guards the place must have been looked at before the loop inside
            if block.id in inner.ids:
                for value in block.code:
                    if value is start:
                        return all(self.from_outside(inner, part) for part in stores[0].address)
                    if value.op == ops.GUARD and value.id not in self.split.gone:
                        return False
        return False

    def from_outside(self, inner: Inner, value: Value) -> bool:
        """Whether an address is computed from nothing that changes in the loop inside."""
        params = {param.id for param in inner.head.params}
        work, seen = [value], set()
        while work:
            value = work.pop()
            if value.id in params:
                return False
            if value.id in seen or value.id not in self.shape.inside:
                continue
            seen.add(value.id)
            if value.id in self.slopes.alias:
                work.append(self.slopes.alias[value.id])
            work += value.args
        return True

    def conditions(self, b: Builder, count: Value) -> Value:
        return b.band(self.short(b, count), super().conditions(b, count))

    def short(self, b: Builder, count: Value) -> Value:
        """Whether loops inside that collect in memory are short enough to do without a safepoint, and what guards in
        loops inside compare is so in all rounds, of so many iterations."""
        sure = b.true
        for head in self.places:
            times, fine = self.rounds(b, self.shape.inner[head])
            sure = b.band(sure, b.band(fine, b.lt(times, b.word(SHORT))))
        for inner in self.short_loops:
            times, fine = self.rounds(b, inner)
            sure = b.band(sure, b.band(fine, b.le(times, b.word(inner.rounds))))
        for op, a, c, around in self.guards:
            a_low, a_high, fine = self.extremes(b, a, around, count)
            c_low, _, fine_too = self.extremes(b, c, around, count)
            sure = b.band(sure, b.band(fine, fine_too))
            if op in (ops.ULT, ops.ULE):
                sure = b.band(sure, b.le(b.zero, a_low))
            sure = b.band(sure, b.lt(a_high, c_low) if op in (ops.LT, ops.ULT) else b.le(a_high, c_low))
        for values, around in self.sums:  # extremes leave room for a sum of two
            for value in values:
                sure = b.band(sure, self.extremes(b, value, around, count)[2])
        return sure

    def extremes(self, b: Builder, value: Value, around: list[Inner], count: Value) -> tuple[Value, Value, Value]:
        """The least and the greatest of what a value is in so many iterations, and in the loops inside around it, and
        whether that is sure."""
        low = high = self.start(b, value)
        sure = roomy(b, low)
        step = self.slopes.of(value)
        assert isinstance(step, int)
        if step:
            sure = b.band(sure, b.ult(count, b.word(ROUNDS)))
            way = b.mul(count, b.word(step))
            low, high = (low, b.add(high, way)) if step > 0 else (b.add(low, way), high)
        for inner in around:
            step = self.inner_limits(inner).slopes.of(value)
            assert isinstance(step, int)
            if step:
                times, fine = self.rounds(b, inner)
                sure = b.band(sure, b.band(fine, b.ult(times, b.word(ROUNDS))))
                way = b.mul(times, b.word(step))
                low, high = (low, b.add(high, way)) if step > 0 else (b.add(low, way), high)
        return low, high, sure
