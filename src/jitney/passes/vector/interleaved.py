"""Elements that take turns in memory: `a[2 * x]` and `a[2 * x + 1]`, the parts of pixels, points and pairs.

*Turns* are accesses whose addresses are known to be less than a step apart, where a step is what an iteration moves on
by. Vectors of neighbours are loaded, and each access takes its lanes from them by shuffles; what is stored is shuffled
first. Integers that lanes have room for are moved several at a time and told apart by shifts, which needs fewer
shuffles or none.

No byte is touched below the first element that is wanted or above the last: where the last step ends in elements that
nobody wants, the last vector is loaded from so much lower down, or with a mask.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.function import Memory
from ...ir.types import BOOL, I8, I64, KINDS, SIZES
from .basics import Access, Missing, No

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Value
    from .memory import Memories
    from .overlap import Overlapping
    from .values import Mask

STEPS = 8
"""The most elements of a step."""
CLOSE = 4
"""Elements of a step up to which neighbours are loaded for any of them; above, if half of them are wanted."""


class Turns:
    """Loads or stores that take turns: their places in a step, by their ids; the lowest; elements of a step."""

    __slots__ = ("first", "places", "step")

    def __init__(self, first: Access, places: dict[int, int], step: int) -> None:
        self.first = first
        self.places = places
        self.step = step

    def pack(self, lane: int) -> int:
        """How many neighbours are moved as one integer, if a lane has that many bytes."""
        kind = self.first.memory.kind
        found = 1
        if kind.type == I64 and max(self.places.values()) == self.step - 1:
            while self.step % (2 * found) == 0 and 2 * found * kind.size <= lane:
                found *= 2
        return found


class Piece(Access):
    """A vector of neighbours that is stored: the vector of that `number`, of `steps` to an iteration of all lanes."""

    __slots__ = ("number", "steps")

    def __init__(self, first: Access, kind: str, steps: int, number: int) -> None:
        assert isinstance(first.stride, int)
        super().__init__(first.value, first.block, first.place, abs(first.stride))
        self.memory = first.memory._replace(kind=KINDS[kind])
        self.steps = steps
        self.number = number


def step_of(access: Access) -> int:
    """The elements of a step, 0 where they can't be told."""
    size, stride = access.memory.kind.size, access.stride
    if not isinstance(stride, int) or stride % size or not size < abs(stride) <= STEPS * size:
        return 0
    return abs(stride) // size


def find_turns(loop: Overlapping) -> dict[int, Turns]:
    """The loads that take turns, by their ids. Those of one turn are made where the first of them stands: nothing that
    may fail stands between, and no store that is known to write what they read."""
    found: dict[int, Turns] = {}
    accesses = {access.value.id: access for access in loop.accesses}
    if not any(step_of(access) for access in loop.accesses if not access.store):
        return found
    stores: list[Access] = []
    open: dict[object, list[tuple[int, Access]]] = {}
    closed: list[list[tuple[int, Access]]] = []
    for block in loop.shape.blocks:
        for value in block.code:
            if value.op == ops.GUARD and value.id not in loop.split.gone:
                closed += open.values()
                open.clear()
            access = accesses.get(value.id)
            if access is None:
                continue
            if access.store:
                stores.append(access)
            elif value.id in loop.needed and block.id in loop.shape.always and block.id not in loop.deep:
                place = place_of(loop, access) if step_of(access) else None
                if place is not None:
                    key, distance = place
                    run = open.setdefault(key, [])
                    if run and any(
                        store.place > run[0][1].place and _may_meet(loop, store, access) for store in stores
                    ):
                        closed.append(run)
                        run = open[key] = []
                    run.append((distance, access))
        if block.id in loop.deep or any(target.id not in loop.shape.ids for target in block.targets):
            closed += open.values()
            open.clear()
    for run in (*closed, *open.values()):
        run.sort(key=lambda member: member[0])
        while run:
            low, first = run[0]
            step = step_of(first)
            size = first.memory.kind.size
            members = [member for member in run if member[0] - low < step * size and (member[0] - low) % size == 0]
            run = [member for member in run if member not in members]
            if step <= CLOSE or 2 * len({distance for distance, _ in members}) >= step:
                turns = Turns(first, {access.value.id: (at - low) // size for at, access in members}, step)
                found.update(dict.fromkeys(turns.places, turns))
    return found


def place_of(loop: Overlapping, access: Access) -> tuple[object, int] | None:
    """What is the same for all accesses of which the distance is known, and where among them this one is, in bytes."""
    if len(access.address) < 2 or not all(loop.limits.free(part) for part in access.address):
        return None
    base, index = access.address
    memory = access.memory
    terms, number = loop.linear(index)
    key = base.id, tuple(terms), memory.scale, memory.kind.name, memory.alias, access.stride
    return key, memory.displacement + number * memory.scale


def _may_meet(loop: Overlapping, store: Access, access: Access) -> bool:
    """Whether it is known that a store writes near what is read, and not that it never writes just that."""
    if store.memory.alias != access.memory.alias or loop.distance(store, access) is None:
        return False
    return not never_meet(loop, store, access)


def never_meet(loop: Overlapping, a: Access, c: Access) -> bool:
    """Whether it is known that two accesses are of different parts of each step, whatever the iterations."""
    distance = loop.distance(a, c) if a.stride == c.stride else None
    if distance is None or not isinstance(a.stride, int) or a.stride == 0:
        return False
    step = abs(a.stride)
    return a.memory.kind.size <= distance % step <= step - c.memory.kind.size


# Writing.


def _shuffle(writer: Memories, a: Value, c: Value, numbers: list[int]) -> Value:
    element, lanes = a.type & 15, writer.lanes
    if not lanes.unit.has_vector(ops.SHUFFLE, element, lanes.count):
        raise Missing(ops.SHUFFLE, element, writer.line)
    return writer.b.shuffle(a, c, tuple(numbers))


def _gathered(writer: Memories, vectors: list[Value], wanted: list[tuple[int, int]]) -> Value:
    """The lanes that are wanted, each as the number of a vector and of its lane."""
    used = sorted({vector for vector, _ in wanted})
    count = len(wanted)
    found = vectors[used[0]]
    taken = {used[0]}
    for number in used[1:] or used:
        numbers: list[int] = []
        for at, (vector, lane) in enumerate(wanted):
            if vector == number and number != used[0]:
                numbers.append(count + lane)
            elif vector in taken:
                numbers.append(lane if len(taken) == 1 else at)
            else:
                numbers.append(numbers[-1] if numbers else 0)  # comes later
        found = _shuffle(writer, found, vectors[number], numbers)
        taken.add(number)
    return found


def _every(writer: Memories, vectors: list[Value], steps: int, place: int, lower: int) -> Value:
    """The lanes of a place in each step. The last vector starts `lower` lanes below the end of the one before."""
    count, last = writer.lanes.count, len(vectors) - 1
    if steps == 1:
        return vectors[0]
    if steps % 2 == 0 and steps > 2 and last == steps - 1:
        halves = []
        for at in range(0, steps, 2):
            behind = count + (lower if at + 1 == last else 0)
            numbers = [2 * lane + place % 2 for lane in range(count)]
            numbers = [lane if lane < count else min(lane - count + behind, 2 * count - 1) for lane in numbers]
            halves.append(_shuffle(writer, vectors[at], vectors[at + 1], numbers))
        return _every(writer, halves, steps // 2, place // 2, 0)
    wanted = []
    for lane in range(count):
        vector, at = divmod(lane * steps + place, count)
        if vector >= last:
            vector, at = last, at + (vector - last) * count + lower
        wanted.append((vector, at))
    return _gathered(writer, vectors, wanted)


def _in_turn(writer: Memories, vectors: list[Value]) -> list[Value]:
    """A lane of each, then the next lane of each, and so on: as many vectors."""
    count, steps = writer.lanes.count, len(vectors)
    if steps == 1:
        return vectors
    if steps % 2 == 0:
        found = []
        for a, c in zip(_in_turn(writer, vectors[::2]), _in_turn(writer, vectors[1::2]), strict=True):
            for start in (0, count // 2):
                numbers = [start + lane // 2 + count * (lane % 2) for lane in range(count)]
                found.append(_shuffle(writer, a, c, numbers))
        return found
    wanted = [(at % steps, at // steps) for at in range(steps * count)]
    return [_gathered(writer, vectors, wanted[at : at + count]) for at in range(0, steps * count, count)]


def _memory(writer: Memories, access: Access, kind: str, ahead: int) -> tuple[Memory, Value, Value]:
    """Where a vector lies that starts so many bytes above the first element of the lowest lane."""
    b, lanes, memory, stride = writer.b, writer.lanes, access.memory, access.stride
    assert isinstance(stride, int)
    if stride < 0:
        ahead += (lanes.count - 1) * stride
    ahead += memory.displacement + writer.copy * lanes.count * stride
    base, scale, index = writer.pointer(access), stride, writer.base
    if stride not in (1, 2, 4, 8):
        scale, index = 1, b.mul(index, b.word(stride))
    return Memory(KINDS[kind], scale, ahead, memory.alias), base, index


def whole_of(writer: Memories, steps: int, number: int, unwanted: int) -> Mask:
    """Which elements of a vector of neighbours are of iterations that there are; the last step ends in so many that
    nobody wants."""
    if writer.whole is None or steps == 1:
        return writer.whole
    b, count = writer.b, writer.lanes.count
    wanted = b.sub(b.mul(writer.left, b.word(steps)), b.word(number * count + unwanted))
    return b.masklow(wanted, count)


def load_turns(writer: Memories, turns: Turns) -> None:
    """Loads what takes turns: each access gets its vector."""
    b, lanes, access = writer.b, writer.lanes, turns.first
    kind, count = access.memory.kind, lanes.count
    element = writer.element_of(access)
    in_lanes = I8 if element == BOOL else element
    type = lanes.type(in_lanes)
    pack = turns.pack(SIZES[in_lanes])
    steps, top = turns.step // pack, max(turns.places.values()) // pack
    name = f"u{8 * kind.size * pack}" if pack > 1 or element == BOOL else kind.name
    wanted = (count - 1) * steps + top + 1
    number = -(-wanted // count)
    lower = number * count - wanted if writer.whole is None else 0
    vectors: list[Value] = []
    for at in range(number):
        ahead = at * count - (lower if at == number - 1 else 0)
        place = _memory(writer, access, name, ahead * KINDS[name].size)
        mask = whole_of(writer, steps, at, steps - 1 - top)
        if mask is None:
            if not lanes.unit.has_vector(ops.LOAD, in_lanes, count):
                raise Missing(ops.LOAD, in_lanes, writer.line)
            vectors.append(b.load_vector(type, *place))
        else:
            if not writer.masked(ops.MLOAD, in_lanes, place[0]):
                raise No("what is read doesn't lie side by side", writer.line)
            vectors.append(b.load_masked(type, *place, mask))
    assert isinstance(access.stride, int)
    for id, at in turns.places.items():
        vector = _every(writer, vectors, steps, at // pack, lower)
        if pack > 1:
            vector = _part(writer, vector, kind.size, kind.signed, at % pack, pack)
        if access.stride < 0:
            vector = writer.reversed(vector)
        if element == BOOL:
            vector = writer.lane(ops.NE, vector, writer.splat(b.word(0), type))
        writer.env[id] = vector


def _part(writer: Memories, vector: Value, size: int, signed: bool, at: int, pack: int) -> Value:
    """One of several neighbours in each lane."""
    bits, part = 8 * SIZES[vector.type & 15], 8 * size
    if signed:
        up = bits - part * (at + 1)
        if up:
            vector = writer.lane(ops.SHL, vector, writer.splat(writer.b.word(up), vector.type))
        return writer.lane(ops.SAR, vector, writer.splat(writer.b.word(bits - part), vector.type))
    if at:
        vector = writer.lane(ops.SHR, vector, writer.splat(writer.b.word(at * part), vector.type))
    if at < pack - 1:
        vector = writer.lane(ops.AND, vector, writer.splat(writer.b.word((1 << part) - 1), vector.type))
    return vector


def store_turns(writer: Memories, turns: Turns, parts: list[Value]) -> None:
    """Notes the stores of what takes turns; a vector for each place of a step."""
    access = turns.first
    kind = access.memory.kind
    element = parts[0].type & 15
    pack = turns.pack(SIZES[element])
    if pack > 1:
        parts = [_packed(writer, parts[at : at + pack], 8 * kind.size) for at in range(0, len(parts), pack)]
    assert isinstance(access.stride, int)
    if access.stride < 0:
        parts = [writer.reversed(part) for part in parts]
    name = f"u{8 * kind.size * pack}" if pack > 1 else kind.name
    for number, vector in enumerate(_in_turn(writer, parts)):
        piece = Piece(access, name, len(parts), number)
        place = _memory(writer, access, name, number * writer.lanes.count * piece.memory.kind.size)
        writer.stores.append((writer.copy, piece, vector, None, place))


def _packed(writer: Memories, parts: list[Value], bits: int) -> Value:
    """Integers side by side in each lane, the first in the low bits."""
    b = writer.b
    type = parts[0].type
    found: Value | None = None
    for at, part in enumerate(parts):
        if at < len(parts) - 1 or 8 * SIZES[type & 15] > bits * len(parts):
            part = writer.lane(ops.AND, part, writer.splat(b.word((1 << bits) - 1), type))
        if at:
            part = writer.lane(ops.SHL, part, writer.splat(b.word(at * bits), type))
        found = part if found is None else writer.lane(ops.OR, found, part)
    assert found is not None
    return found
