"""The memory that a loop reads and writes, and whether arrays overlap such that lanes would see it."""

from __future__ import annotations

from ...ir import ops
from ...ir.types import BOOL, I64, signed
from ..counted import Limits, start
from ..loops import Slopes
from .basics import FAR, HALF, Access, Group, No
from .interleaved import STEPS, Turns, never_meet, place_of, step_of
from .reductions import Collecting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.builder import Builder
    from ...ir.function import Memory, Value
    from ..shapes import Inner
    from ..split import Split
    from .places import Place


NEAR = 256
"""How many bytes loads are apart at most that are held against stores as one."""
DEEP = 12
"""How many operations above a value are looked at to see whether another one is computed like it."""
MOST_PAIRS = 8
"""How many accesses are held against stores before a loop."""
APART = "what is written doesn't lie side by side"


class Meeting:
    """A store and another access that may be of overlapping memory, or those that each of them takes turns with or is
    near: then the lowest, and by how many bytes the highest is above. `later`: whether the others come later; `before`:
    whether they come before; both is possible. `touches`: whether it matters that both are of the same element."""

    __slots__ = ("before", "later", "other", "other_above", "store", "store_above", "touches")

    def __init__(self, store: Access, other: Access) -> None:
        self.store = store
        self.other = other
        self.later = self.before = self.touches = False
        self.store_above = self.other_above = 0

    def harmless(self, b: Builder, distance: Value, reach: int) -> Value:
        """Whether the other access may be so many bytes ahead, if both have one stride. `reach` bytes and one are what
        lanes come to at a time."""
        behind, ahead = self.other_above, self.store_above
        assert isinstance(self.store.stride, int)
        if self.store.stride < 0:
            behind, ahead = ahead, behind
        sure = b.true
        if self.later:  # what is ahead has not been written by then: from 1 to `reach`
            sure = b.band(sure, b.not_(b.ult(b.add(distance, b.word(behind - 1)), b.word(reach + ahead + behind))))
        if self.before:
            sure = b.band(sure, b.not_(b.ult(b.add(distance, b.word(reach + behind)), b.word(reach + ahead + behind))))
        same = b.eq(distance, b.zero)
        if self.touches:
            return b.band(sure, b.not_(same))
        size, step = self.store.memory.kind.size, abs(self.store.stride)
        if (ahead or behind) and size == self.other.memory.kind.size and max(ahead, behind) + size <= step:
            sure = b.bor(sure, same)  # each element of a step meets itself only
        return sure


class Overlapping(Collecting):
    """Loads and stores, and the conditions under which lanes may do them side by side."""

    accesses: list[Access]
    needed: set[int]
    reach: int
    likely: dict[int, int] | None
    """What steps are taken to be that are known only when it runs, by how far apart elements are wanted; as far as that
    where it doesn't say. None: arrays may have any strides."""
    pairs: list[tuple[Access, Access]]
    groups: dict[int, Group]
    """By the ids of stores: those that they take turns with, and are written with as wider integers."""
    turns: dict[int, Turns]
    """By the ids of loads and stores: those that they take turns with, and are shuffled with."""
    moved: dict[int, int]
    """By the ids of loads and stores that take turns: the place where they are made."""

    def __init__(self, split: Split, fastmath: bool, costly: bool) -> None:
        super().__init__(split, fastmath, costly)
        self.deep = {id for inner in self.shape.inner.values() for id in inner.ids}
        """Blocks of loops inside."""
        self.whole: set[tuple[Value, Value]] = set()
        """The addresses of arrays that are not to overlap at all."""
        self.found: dict[int, tuple[int, int]] = dict(split.narrowed)
        """Bounds of words, by their ids, where they are not their own."""
        self.strides: dict[int, tuple[Value, int]] = {}
        """Strides from outside of the loop, and what they are taken to be."""
        self.computed: dict[int, int] = {}
        self.known: dict[Any, int] = {}
        """By how values are computed: the id of the first; by the ids of values: that."""
        self.limits_inside: dict[int, Limits] = {}
        """By the heads of loops inside: how often they go round."""
        self.slopes_inside: dict[int, Slopes] = {}
        """By the heads of loops inside: how values change in them."""
        self.inner_rounds: dict[int, tuple[Value, Value]] = {}
        self.places: dict[int, list[Place]] = {}
        """By the heads of loops inside: where they collect in memory."""
        self.collected: dict[int, tuple[Place, Inner]] = {}
        """By the loads and stores of those."""
        self.quiet: set[int] = set()
        """The blocks of these loops, in which there are no safepoints."""
        self.guards: list[tuple[int, Value, Value, list[Inner]]] = []
        """Of loops inside: comparisons, and the loops."""
        self.short_loops: list[Inner] = []
        """Loops inside that are taken to go round at most `rounds` times."""
        self.sums: list[tuple[tuple[Value, ...], list[Inner]]] = []
        """Of loops inside: what checked sums are made of, and the loops."""

    def find_accesses(self) -> list[Access]:
        found: list[Access] = []
        nested = bool(self.shape.inner)
        guesses: dict[int, int] | None = None
        for block in self.shape.blocks:
            for value in block.code:
                if value.op not in (ops.LOAD, ops.STORE):
                    continue
                address = value.args[1:] if value.op == ops.STORE else value.args
                memory: Memory = value.attr
                stride: int | Value | None = None
                slopes = [self.slopes.of(arg) for arg in address]
                fixed = self.limits.free(address[0])
                if slopes[0] != 0 or not (fixed or nested):
                    raise No("an address is computed in a way that is not understood", value.line)
                if len(address) == 1:
                    stride = 0
                elif isinstance(slopes[1], int):
                    if self.limits.free(address[1]) or nested:
                        stride = slopes[1] * memory.scale
                elif slopes[1] is not None and self.limits.free(slopes[1]):
                    size = memory.kind.size
                    if guesses is None:
                        guesses = self.guess_steps()
                    guess = guesses[slopes[1].id]
                    if self.likely is not None and (guess * memory.scale > size or memory.scale == 1):
                        guess = self.likely.get(guess, guess)
                        stride = guess * memory.scale  # of an array of any strides: only where they are such
                        self.strides[slopes[1].id] = slopes[1], guess
                    elif memory.scale in (1, size):
                        stride = slopes[1]
                if isinstance(stride, int) and abs(stride) > 1 << 31:
                    stride = None
                if value.op == ops.STORE:
                    if stride == 0:
                        raise No("each iteration writes to the same place", value.line)
                    if not isinstance(stride, int):
                        raise No(APART, value.line)
                found.append(Access(value, block, len(found), stride))
        self.find_groups(found)
        return found

    def guess_steps(self) -> dict[int, int]:
        """What steps that are known only when it runs are taken to be, by their ids: as far as what is read and written
        in one iteration lies apart at most; one element, if that is far."""
        ends: dict[tuple[int, int, tuple[int, ...], int, int], tuple[int, int]] = {}
        for block in self.shape.blocks:
            for value in block.code:
                address = value.args[1:] if value.op == ops.STORE else value.args
                if value.op not in (ops.LOAD, ops.STORE) or len(address) < 2:
                    continue
                step = self.slopes.of(address[1])
                if step is None or isinstance(step, int):
                    continue
                terms, number = self.linear(address[1])
                key = step.id, address[0].id, tuple(terms), value.attr.scale, value.attr.kind.size
                low = number * value.attr.scale + value.attr.displacement
                high = low + value.attr.kind.size
                before = ends.get(key, (low, high))
                ends[key] = min(low, before[0]), max(high, before[1])
        found: dict[int, int] = {}
        for (step_id, _, _, scale, size), (low, high) in ends.items():
            apart = high - low if high - low <= STEPS * size else size
            found[step_id] = max(found.get(step_id, 0), -(-apart // scale))
        return found

    def find_groups(self, accesses: list[Access]) -> None:
        """The stores that take turns, by their ids. Raises No if there are gaps between them."""
        groups = self.groups = {}
        self.turns, self.moved = {}, {}
        for first in accesses:
            size, stride = first.memory.kind.size, first.stride
            if not first.store or first.value.id in self.moved or not isinstance(stride, int) or abs(stride) == size:
                continue
            refusal = No(APART, first.value.line)
            if self.shape.inner or not step_of(first):
                raise refusal
            parts: dict[int, Access] = {}
            for other in accesses:
                distance = self.distance(first, other) if other.store and other.stride == stride else None
                if distance is not None:
                    together = other.block is first.block or {other.block.id, first.block.id} <= self.shape.always
                    if distance in parts or not together or other.memory.kind.size != size:
                        raise refusal
                    parts[distance] = other
            if not parts:
                raise refusal
            low = min(parts)
            if sorted(parts) != list(range(low, low + abs(stride), size)):
                raise refusal
            members = [parts[distance] for distance in sorted(parts)]
            last = max(part.place for part in members)
            for other in accesses[first.place : last]:  # all parts will stand behind it
                for part in members if other not in members and other.memory.alias == first.memory.alias else ():
                    if part.place < other.place and self.distance(part, other) is not None:
                        if not never_meet(self, part, other):
                            raise refusal
            if first.memory.kind.type == I64 and stride in (2 * size, 4 * size) and stride <= 8:
                groups.update(dict.fromkeys([part.value.id for part in members], Group(members)))
            elif first.memory.kind.type != BOOL and {part.block.id for part in members} <= self.shape.always:
                turns = Turns(members[0], {part.value.id: at for at, part in enumerate(members)}, len(members))
                self.turns.update(dict.fromkeys(turns.places, turns))
            else:
                raise refusal
            self.moved.update(dict.fromkeys([part.value.id for part in members], last))

    def find_pairs(self) -> list[tuple[Access, Access]]:
        """A store and another access each, that may be of overlapping memory."""
        self.find_neighbours()
        found: list[tuple[Access, Access]] = []
        for store in self.accesses:
            if not store.store:
                continue
            for other in self.accesses:
                if not other.store and other.value.id not in self.needed:
                    continue
                if other is store or other.memory.alias != store.memory.alias:
                    continue
                if other.store and other.place < store.place:
                    continue
                together = self.groups.get(store.value.id) or self.turns.get(store.value.id)
                if together and together in (self.groups.get(other.value.id), self.turns.get(other.value.id)):
                    continue
                if not self.known_apart(store, other) and not self.known_distance(store, other):
                    found.append((store, other))
        if self.leads(found) > MOST_PAIRS:  # arrays that don't overlap at all
            extents = self.shape.function.extents
            bases = {(store.address[0], other.address[0]) for store, other in found}
            self.whole = {(a, c) for a, c in bases if a is not c and a.id in extents and c.id in extents}
            found = [pair for pair in found if (pair[0].address[0], pair[1].address[0]) not in self.whole]
            if self.leads(found) + len(self.whole) > MOST_PAIRS:
                raise No("too many arrays may overlap with those that are written", found[0][0].value.line)
        return found

    def leads(self, pairs: list[tuple[Access, Access]]) -> int:
        """How many comparisons of addresses they take."""
        return len({(self.lead(store)[0].address, self.lead(other)[0].address) for store, other in pairs})

    def extent(self, b: Builder, base: Value) -> tuple[Value, Value] | None:
        """The first byte of all of an array, and the first behind, if that is known by its address."""
        known = self.shape.function.extents.get(base.id)
        if known is None:
            return None
        size, sizes = known  # none of an array without dimensions: one item
        bytes = b.word(size)
        for count in sizes:
            bytes = b.mul(bytes, count)
        return base, b.add(base, bytes)

    def known_apart(self, store: Access, other: Access) -> bool:
        """Whether both are known to be of the same element in each iteration."""
        if store.value.id in self.collected and other.value.id in self.collected:
            if self.collected[store.value.id][0] is self.collected[other.value.id][0]:
                return True
        same = store.address == other.address and store.memory == other.memory
        if self.deep and not all(self.limits.free(part) for part in store.address):
            return same and store.block is other.block
        return same and store.stride == other.stride

    def known_distance(self, store: Access, other: Access) -> bool:
        """Whether it is known how far apart both are, and lanes may come to them side by side.

        Raises No if it is known that they may not.
        """
        distance = self.distance(store, other) if store.stride == other.stride else None
        if distance is None:
            return False
        if never_meet(self, store, other):
            return True
        stride = store.stride
        assert isinstance(stride, int)
        distance = signed(distance if stride > 0 else -distance)
        reach = self.reach * abs(stride) - 1
        later, inside = self.order(store, other)
        if (
            (distance == 0 and (self.touches(store, other) or self.swapped(store, other)))
            or (0 < distance <= reach and (later or inside))
            or (-reach <= distance < 0 and (not later or inside))
        ):
            raise self.retried("an iteration needs what one shortly before has written", other)
        return abs(distance) < FAR

    def order(self, store: Access, other: Access) -> tuple[bool, bool]:
        """Whether an access comes after a store, and whether both that and the opposite count: in loops inside, and
        where it comes after it in the program but not in the loop of vectors, or the other way round."""
        later = other.store or other.place > store.place
        inside = store.block.id in self.deep or other.block.id in self.deep
        return later, inside or self.swapped(store, other)

    def swapped(self, store: Access, other: Access) -> bool:
        """Whether taking turns puts a store on the other side of an access."""
        moved = self.moved.get(store.value.id, store.place) < self.moved.get(other.value.id, other.place)
        return moved != (other.store or other.place > store.place)

    def retried(self, reason: str, access: Access) -> No:
        """A refusal for which vectors of fewer iterations may do."""
        problem = No(reason, access.value.line)
        problem.written = True
        return problem

    def distance(self, a: Access, c: Access) -> int | None:
        """How many bytes above the first access the second one is; None where that is not known."""
        x, y = a.address, c.address
        if x[0] is not y[0] or len(x) != len(y) or a.memory.scale != c.memory.scale:
            return None
        if not all(self.limits.free(part) for part in (*x, *y)):
            return None
        distance = c.memory.displacement - a.memory.displacement
        if len(x) > 1:
            (terms, number), (other_terms, other_number) = self.linear(x[1]), self.linear(y[1])
            if terms != other_terms:
                return None
            distance += (other_number - number) * a.memory.scale
        return distance

    def linear(self, value: Value) -> tuple[list[int], int]:
        """A word as a sum of other values, by their ids, and a number."""
        if value.is_const:
            return [], value.attr
        if value.op in (ops.ADD, ops.ADDO) and value.id in self.shape.inside:
            (terms, number), (others, other) = self.linear(value.args[0]), self.linear(value.args[1])
            return sorted(terms + others), number + other
        return [self.like(value)], 0

    def like(self, value: Value, depth: int = 0) -> int:
        """The id of the first value met that is computed as this one is, as far as is looked: what several blocks
        compute is still several values, out of the loop too."""
        found = self.computed.get(value.id)
        if found is None:
            found = value.id
            if ops.FLAGS[value.op] & ops.PURE and value.args and depth < DEEP:
                key = (value.op, value.attr, *[self.like(arg, depth + 1) for arg in value.args])
                found = self.known.setdefault(key, found)
            self.computed[value.id] = found
        return found

    def touches(self, a: Access, c: Access) -> bool:
        """Whether one is a place that is kept in a register while a loop inside comes to the other."""
        for one, other in ((a, c), (c, a)):
            if one.value.id in self.collected and other.block.id in self.collected[one.value.id][1].ids:
                return True
        return False

    def start(self, b: Builder, value: Value) -> Value:
        """An affine value of the first iteration, and of the first iterations of loops inside."""
        return start(b, self.slopes, self.limits.first, value)

    def conditions(self, b: Builder, count: Value) -> Value:
        """That no array that is written overlaps others such that lanes would see the difference."""
        sure = b.true
        for length, bytes in self.strides.values():
            sure = b.band(sure, b.eq(self.start(b, length), b.word(bytes)))
        for access in self.accesses:
            if access.store and access.block.id in self.deep:
                sure = b.band(sure, self.apart(b, access))
                if sure.is_const and not sure.attr:
                    raise self.retried("loops inside write what they have written for other iterations", access)
        for bases in self.whole:
            (low, high), (other_low, other_high) = [self.extent(b, base) or (base, base) for base in bases]
            sure = b.band(sure, b.bor(b.le(high, other_low), b.le(other_high, low)))
        for meeting in self.meetings().values():
            store, other = meeting.store, meeting.other

            def address(access: Access) -> Value:
                base = self.start(b, access.address[0])
                if len(access.address) > 1:
                    index = self.start(b, access.address[1])
                    base = b.add(base, b.mul(index, b.word(access.memory.scale)))
                return b.add(base, b.word(access.memory.displacement))

            stride = store.stride
            assert isinstance(stride, int)
            here = address(store)
            free = all(self.limits.free(part) for part in (*store.address, *other.address))
            if other.stride == stride and free:
                there = address(other)
                distance = b.sub(there, here) if stride > 0 else b.sub(here, there)
                sure = b.band(sure, meeting.harmless(b, distance, self.reach * abs(stride) - 1))
                continue
            low, high, fine = self.span(b, here, count, store, meeting.store_above)
            sure = b.band(sure, fine)
            if other.stride is None:
                if not self.limits.free(other.address[0]):
                    raise No("what is read may be what is written", other.value.line)
                other_low, other_high = self.gathered(b, other)
            else:
                other_low, other_high, fine = self.span(b, address(other), count, other, meeting.other_above)
                sure = b.band(sure, fine)
                if low is other_low:  # they do overlap
                    raise No("what is read may be what is written", other.value.line)
            sure = b.band(sure, b.bor(b.le(high, other_low), b.le(other_high, low)))
        return sure

    def meetings(self) -> dict[object, Meeting]:
        """What the pairs are of, one for all accesses that take turns."""
        found: dict[object, Meeting] = {}
        for store, other in self.pairs:
            (lead, at), (other_lead, other_at) = self.lead(store), self.lead(other)
            key = lead.address, lead.memory, other_lead.address, other_lead.memory
            meeting = found.get(key)
            if meeting is None:
                meeting = found[key] = Meeting(lead, other_lead)
            later, inside = self.order(store, other)
            meeting.later |= later or inside
            meeting.before |= not later or inside
            meeting.touches |= self.touches(store, other) or (at == other_at and self.swapped(store, other))
            meeting.store_above = max(meeting.store_above, at)
            meeting.other_above = max(meeting.other_above, other_at)
        return found

    def lead(self, access: Access) -> tuple[Access, int]:
        """The lowest of the accesses that one takes turns with or is near, and how many bytes above that it is."""
        turns, group = self.turns.get(access.value.id), self.groups.get(access.value.id)
        if turns is not None:
            return turns.first, turns.places[access.value.id] * access.memory.kind.size
        if group is not None:
            return group.parts[0], group.parts.index(access) * access.memory.kind.size
        return self.neighbours.get(access.value.id, (access, 0))

    def find_neighbours(self) -> None:
        """Finds loads near one another, which are held against stores as one."""
        self.neighbours: dict[int, tuple[Access, int]] = {}  # by their ids: the lowest, and how far above that they are
        near: dict[object, list[tuple[int, Access]]] = {}
        for access in self.accesses:
            if access.store or access.value.id not in self.needed or access.value.id in self.turns:
                continue
            if isinstance(access.stride, int) and access.block.id not in self.deep:
                place = place_of(self, access)
                if place is not None:
                    near.setdefault(place[0], []).append((place[1], access))
        for members in near.values():
            members.sort(key=lambda member: member[0])
            low, lead = members[0]
            for at, access in members:
                if at - low > NEAR:
                    low, lead = at, access
                self.neighbours[access.value.id] = lead, at - low

    def gathered(self, b: Builder, access: Access) -> tuple[Value, Value]:
        """The same where the index is computed: by its range, by the guard that it has passed, or all of the array."""
        index = access.address[1]
        lo, hi = self.range_of(index)
        base = self.start(b, access.address[0])
        base = b.add(base, b.word(access.memory.displacement))
        scale, size = access.memory.scale, access.memory.kind.size
        if hi - lo <= 1 << 20:
            return b.add(base, b.word(lo * scale)), b.add(base, b.word(hi * scale + size))
        for block in self.shape.blocks:
            for value in block.code:
                if value.op == ops.GUARD and value.args[0].op in (ops.ULT, ops.LT) and value.args[0].args[0] is index:
                    length = value.args[0].args[1]
                    if length.lo >= 0 and self.slopes.of(length) == 0 and self.limits.free(length):
                        if value.args[0].op == ops.ULT or lo >= 0:
                            count = self.start(b, length)
                            return base, b.add(base, b.mul(count, b.word(scale)))
        extent = self.extent(b, access.address[0])
        if extent is None:
            raise No("what is read may be what is written", access.value.line)
        return extent

    def span(self, b: Builder, address: Value, count: Value, access: Access, above: int) -> tuple[Value, Value, Value]:
        """The first byte of what is touched by all iterations, the first behind, and whether that can be relied on.
        `above`: by how many bytes others that it takes turns with are above."""
        low, high, sure = address, b.add(address, b.word(access.memory.kind.size + above)), b.true
        moves: list[tuple[Value, Value]] = []
        stride = access.stride
        if isinstance(stride, int):
            moves.append((b.word(stride), count))
        elif stride is not None:
            by = self.start(b, stride)
            moves.append((b.mul(by, b.word(access.memory.scale)), count))
        for inner in self.shape.inner.values():
            if access.block.id not in inner.ids:
                continue
            if inner.divergent:
                raise No("what is read may be what is written", access.value.line)
            times, fine = self.rounds(b, inner)
            sure = b.band(sure, fine)
            moves += [(step, times) for step in self.moves(b, inner, access)]
        for by, times in moves:
            if by.is_const and by.attr == 0:
                continue
            for word in (by, times):
                if word.lo < -HALF or word.hi > HALF:
                    sure = b.band(sure, b.ult(b.add(word, b.word(HALF)), b.word(2 * HALF)))
            way = b.mul(by, times)
            up = b.lt(b.zero, way)
            low = b.add(low, b.select(up, b.zero, way))
            high = b.add(high, b.select(up, way, b.zero))
        return low, high, sure

    def apart(self, b: Builder, store: Access) -> Value:
        """That no two rounds of the loops inside write the same bytes for the iterations of a vector: each loop steps
        over all that the vector, and the loops in it, cover."""
        sure = b.true
        stride = store.stride
        assert isinstance(stride, int)
        covered = b.word((self.reach - 1) * abs(stride) + store.memory.kind.size)
        around = [inner for inner in self.shape.inner.values() if store.block.id in inner.ids]
        times: Value | None = b.zero
        step = b.zero
        for inner in sorted(around, key=lambda inner: len(inner.ids)):
            if not (step.is_const and step.attr == 0):
                if times is None:
                    raise No("how often a loop inside goes round is not known before", inner.head.line)
                covered = b.add(covered, b.mul(step, times))
                sure = b.band(sure, b.ult(covered, b.word(FAR)))
            step = b.zero
            for part in self.moves(b, inner, store):
                step = b.add(step, part)
            step = b.select(b.lt(step, b.zero), b.neg(step), step)
            times = None
            if not inner.divergent:
                times, fine = self.rounds(b, inner)
                sure = b.band(sure, fine)
            for word in (step, times):
                if word is not None and (word.lo < 0 or word.hi > HALF):
                    sure = b.band(sure, b.ult(word, b.word(HALF)))
            sure = b.band(sure, b.bor(b.eq(step, b.zero), b.le(covered, step)))
        return sure

    def moves(self, b: Builder, inner: Inner, access: Access) -> list[Value]:
        """By how many bytes the parts of an address move with each round of a loop inside."""
        found: list[Value] = []
        slopes = self.inner_slopes(inner)
        for part, factor in zip(access.address, (1, access.memory.scale), strict=False):
            step = slopes.of(part)
            if isinstance(step, int):
                step = b.word(step)
            elif step is None or self.slopes.of(step) != 0 or not self.limits.free(step):
                raise No("what is read may be what is written", access.value.line)
            else:
                step = self.start(b, step)
            found.append(b.mul(step, b.word(factor)))
        return found

    def inner_slopes(self, inner: Inner) -> Slopes:
        """How values change in a loop inside."""
        found = self.slopes_inside.get(inner.head.id)
        if found is None:
            shape = self.shape
            blocks = [block for block in shape.blocks if block.id in inner.ids]
            inside = {value.id for block in blocks for part in (block.params, block.code) for value in part}
            deeper = {
                param: pair
                for other in shape.inner.values()
                if other is not inner and other.head.id in inner.ids
                for param, pair in zip(other.head.params, zip(other.given, other.next, strict=True), strict=True)
            }
            found = Slopes(inner.head, inner.next, inside, deeper, self.slopes.alias)
            self.slopes_inside[inner.head.id] = found
        return found

    def inner_limits(self, inner: Inner) -> Limits:
        """How often a loop inside goes round once more, and how values change in it."""
        limits = self.limits_inside.get(inner.head.id)
        if limits is None:
            shape = self.shape
            limits = Limits(self.inner_slopes(inner), inner.head, inner.given)
            limits.around = self.limits
            condition = inner.latch.operands[0]
            if not limits.take(condition, inner.back == 0):
                raise No("how often a loop inside goes round is not known before", inner.head.line)
            for between in shape.inner.values():
                if between is not inner and inner.head.id in between.ids:
                    if self.inner_limits(between).slopes.of(condition) != 0:
                        raise No("a loop inside doesn't go round as often each time", inner.head.line)
            self.limits_inside[inner.head.id] = limits
        return limits

    def rounds(self, b: Builder, inner: Inner) -> tuple[Value, Value]:
        """How often a loop inside goes round once more, and whether that can be relied on."""
        found = self.inner_rounds.get(inner.head.id)
        if found is None:
            found = self.inner_rounds[inner.head.id] = self.inner_limits(inner).emit(b)
        return found

    def range_of(self, value: Value) -> tuple[int, int]:
        return self.found.get(value.id) or (value.lo, value.hi)
