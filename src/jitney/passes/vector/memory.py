"""What loads and stores become: consecutive elements, gathered ones, some under masks."""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import Memory
from ...ir.types import BOOL, I8, I32, I64, KINDS, NONE, SIZES
from .basics import ELEMENTS, Missing, No, next_access
from .interleaved import Piece, load_turns, store_turns, whole_of
from .operations import Operations

CONSTANTS = 8
"""How many loads are made before a loop: each takes a register."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Exit, Value
    from .basics import Access, Group
    from .places import Place
    from .values import Mask


class Memories(Operations):
    """Writes loads and stores. Stores wait until all that may fail has been looked at."""

    def access(self, value: Value) -> Access:
        return next_access(self.lanes.accesses, value)

    def pointer(self, access: Access) -> Value:
        """The address of the first iteration of the chunk, without the displacement."""
        key = (*access.address, self.b.word(access.memory.scale))
        if key not in self.pointers:
            b = self.b
            address = self.scalar(access.address[0])
            if len(access.address) > 1:
                index = self.scalar(access.address[1])
                scaled = self.outside(lambda: b.mul(index, b.word(access.memory.scale)))
                base = address
                address = self.outside(lambda: b.add(base, scaled))
            self.pointers[key] = address
        return self.pointers[key]

    def element_of(self, access: Access) -> int:
        type = access.memory.kind.type
        return ELEMENTS[self.lanes.bits] if type == I64 else type

    def place(self, access: Access) -> tuple[Memory, Value, Value]:
        """Where the lanes of this iteration lie, lowest first."""
        size = access.memory.kind.size
        memory = access.memory
        if not self.is_static(access):
            base, index = (self.here(part) for part in access.address)
            if access.stride != size:
                memory = memory._replace(displacement=memory.displacement - (self.lanes.count - 1) * size)
            return memory, base, index
        base = self.pointer(access)
        ahead = self.copy * self.lanes.count * size
        if access.stride == size:
            place = Memory(memory.kind, size, memory.displacement + ahead, memory.alias)
            return place, base, self.base
        back = -(self.lanes.count - 1) * size - ahead
        down = self.b.sub(self.b.zero, self.base)
        return Memory(memory.kind, size, memory.displacement + back, memory.alias), base, down

    def is_static(self, access: Access) -> bool:
        """Whether the address can be computed before the loop."""
        return not self.shape.inner or all(self.lanes.limits.free(part) for part in access.address)

    def is_constant(self, access: Access) -> bool:
        """Whether what is read from one place can be read once, before the loop: the first iteration reads it in any
        case, and nothing writes there, as what moves from iteration to iteration is held apart from it."""
        moving = all(isinstance(one.stride, int) and one.stride for one in self.lanes.accesses if one.store)
        room = access.value.id in self.constants or len(self.constants) < CONSTANTS
        return moving and not self.jumped and not self.loops and room

    def load(self, access: Access, mask: Mask) -> Value:
        b, unit, lanes = self.b, self.lanes.unit, self.lanes
        memory, element = access.memory, self.element_of(access)
        self.leave_failed()  # what comes after a check may only be there where it has passed
        if self.stores and any(
            stored[1].memory.alias == memory.alias for stored in self.stores if stored[0] == self.copy
        ):
            self.flush()
            self.early = True
        turns = lanes.turns.get(access.value.id)
        if turns is not None:
            load_turns(self, turns)
            return self.env[access.value.id]
        type = lanes.type(element)
        if access.stride == 0 and mask is None:
            if not unit.has_vector(ops.SPLAT, element, lanes.count):
                raise Missing(ops.SPLAT, element, self.line)
            if not self.is_static(access):
                return b.splat(b.load(memory, *[self.here(part) for part in access.address]), type)
            place = Memory(memory.kind, 1, memory.displacement, memory.alias)
            pointer = self.pointer(access)
            if not self.is_constant(access):
                return b.splat(b.load(place, pointer), type)
            id = access.value.id
            if id not in self.constants:
                self.constants[id] = self.outside(lambda: b.splat(b.load(place, pointer), type))
                self.steady.add(self.constants[id].id)
            return self.constants[id]
        if not isinstance(access.stride, int) or abs(access.stride) != memory.kind.size:
            return self.gather(access, mask, type)
        memory, base, index = self.place(access)
        if mask is None:
            self.plain.add((memory, base, index))
        elif (memory, base, index) in self.plain:
            mask = None
        mask = self.both(self.whole, mask)
        if mask is None:
            if not unit.has_vector(ops.LOAD, element, lanes.count):
                raise Missing(ops.LOAD, element, self.line)
            vector = b.load_vector(type, memory, base, index)
        else:
            if access.stride < 0:
                mask = self.reversed(mask)
            if element == BOOL:
                type, memory = lanes.type(I8), memory._replace(kind=KINDS["u8"])
            if not self.masked(ops.MLOAD, type & 15, memory):
                raise No("what is read under a condition may not be there", self.line)
            vector = b.load_masked(type, memory, base, index, mask)
            if element == BOOL:
                vector = self.lane(ops.NE, vector, self.splat(b.word(0), type))
        return vector if access.stride > 0 else self.reversed(vector)

    def collect(self, places: list[Place], poll: Exit | None) -> list[Value]:
        """Begins a loop inside that collects in places: a safepoint, then what they hold."""
        b = self.b
        found: dict[Place, Value] = {}
        while self.stores:  # what is written again behind the loop needn't be written before
            copy, _, value, mask, where = self.stores[-1]
            same = [place for place in places if place not in found and where == self.place(place.store)]
            if not same or copy != self.copy or mask is not None:
                break
            found[same[0]] = value
            self.stores.pop()
        if poll is not None:
            b.emit(ops.POLL, NONE, (), None, self.lanes.split.exit(poll, {}))
        for place in places:
            if place not in found:
                found[place] = self.load(place.load, None)
        return [found[place] for place in places]

    def masked(self, op: int, element: int, memory: Memory) -> bool:
        if not self.lanes.unit.has_vector(op, element, self.lanes.count):
            return False
        return self.lanes.unit.level > 1 or SIZES[element] == memory.kind.size

    def leave_failed(self) -> None:
        """Goes to where an iteration has failed if a lane has."""
        if not self.fails:
            return
        b = self.b
        bad = self.fails.pop()
        while self.fails:
            bad = self.lane(ops.BOR, bad, self.fails.pop())
        going = self.function.block()
        going.line, going.depth = self.line, b.block.depth
        b.block.branch(b.any(bad), self.failed, going)
        b.enter(going, Scope(b.scope))
        self.blocks.append(going)
        self.jumped += 1
        if self.early:
            raise No("an iteration may fail after it has written", self.line)

    def gather(self, access: Access, mask: Mask, type: int) -> Value:
        b, lanes = self.b, self.lanes
        memory, element = access.memory, type & 15
        if not lanes.unit.has_vector(ops.GATHER, element, lanes.count) or memory.kind.size != SIZES[element]:
            raise No("what is read doesn't lie side by side", self.line)
        wide = lanes.count * 8 <= lanes.unit.vector_bytes
        if access.stride is not None:
            index_type = lanes.type(I64 if wide else I32)
            scale = 1
            if not isinstance(access.stride, int):
                if not wide:
                    raise No("what is read doesn't lie side by side", self.line)
                scale = memory.scale
            index = self.numbers(access.stride, index_type)
            if self.is_static(access) and isinstance(access.stride, int):
                base = b.add(self.pointer(access), b.mul(self.k, b.word(access.stride)))
            else:
                base, *more = (self.here(part) for part in access.address)
                if more:
                    base = b.add(base, b.mul(more[0], b.word(memory.scale)))
            memory = Memory(memory.kind, scale, memory.displacement, memory.alias)
        else:
            base = self.here(access.address[0])
            index = self.vec(access.address[1])
            fits = self.fits(access.address[1])
            if lanes.bits < 32:
                index = b.resize(index, I32, fits)
            elif not fits:
                if not wide:
                    raise No("what is read doesn't lie side by side", self.line)
                index = b.resize(index, I64, False)
        mask = self.both(self.whole, mask)
        whole = mask if mask is not None else self.splat(b.true, lanes.type(BOOL))
        return b.gather(type, memory, base, index, whole)

    def store(self, access: Access, vector: Value, mask: Mask) -> None:
        group = self.lanes.groups.get(access.value.id)
        if group is not None:
            self.parts[access.value.id] = vector
            if not all(part.value.id in self.parts for part in group.parts):
                return
            vector, access = self.together(group), group.whole
        turns = self.lanes.turns.get(access.value.id)
        if turns is not None:
            self.parts[access.value.id] = vector
            if all(id in self.parts for id in turns.places):
                store_turns(self, turns, [self.parts.pop(id) for id in turns.places])
            return
        if self.stores:
            copy, _, value, other, place = self.stores[-1]
            if copy == self.copy and place == self.place(access):
                if mask is not None:
                    vector = self.lane(ops.SELECT, mask, vector, value)
                self.stores[-1] = copy, access, vector, self.covering(other, mask), place
                return
        self.stores.append((self.copy, access, vector, mask, self.place(access)))

    def together(self, group: Group) -> Value:
        """The integers that stores which take turns write together: the first part in their low bits."""
        b, lanes = self.b, self.lanes
        bits = 8 * group.parts[0].memory.kind.size
        element = ELEMENTS[max(8 * group.whole.memory.kind.size, lanes.bits)]
        type = lanes.type(element)
        found: Value | None = None
        for place, part in enumerate(group.parts):
            vector = b.resize(self.parts.pop(part.value.id), element, False)
            lo, hi = lanes.range_of(part.value.args[0])
            if lanes.bits > bits and part is not group.parts[-1] and not 0 <= lo <= hi < 1 << bits:
                vector = self.lane(ops.AND, vector, self.splat(b.word((1 << bits) - 1), type))
            if place:
                vector = self.lane(ops.SHL, vector, self.splat(b.word(place * bits), type))
            found = vector if found is None else self.lane(ops.OR, found, vector)
        assert found is not None
        return found

    def covering(self, a: Mask, c: Mask) -> Mask:
        """Both masks together; none if one is what the other is not."""
        if a is None or c is None:
            return None
        if (a.op == ops.BNOT and a.args[0] is c) or (c.op == ops.BNOT and c.args[0] is a):
            return None
        if a.op == c.op == ops.BAND and a.args[0] is c.args[0]:
            x, y = a.args[1], c.args[1]
            if (x.op == ops.BNOT and x.args[0] is y) or (y.op == ops.BNOT and y.args[0] is x):
                return a.args[0]
        return self.b.lanewise(ops.BOR, a, c)

    def flush(self) -> None:
        b, lanes = self.b, self.lanes
        for _, access, vector, mask, (memory, base, index) in self.stores:
            whole = whole_of(self, access.steps, access.number, 0) if isinstance(access, Piece) else self.whole
            mask = self.both(whole, mask)
            element = vector.type & 15
            if isinstance(access.stride, int) and access.stride < 0:
                vector = self.reversed(vector)
                mask = None if mask is None else self.reversed(mask)
            if mask is not None and element == BOOL:
                vector, element = self.lane(ops.B2I, vector, element=I8), I8
                memory = memory._replace(kind=KINDS["u8"])
            if mask is None:
                if not lanes.unit.has_vector(ops.STORE, element, lanes.count):
                    raise Missing(ops.STORE, element, access.value.line)
                b.store(memory, vector, base, index)
            else:
                if not self.masked(ops.MSTORE, element, memory):
                    raise No("what is written under a condition can't be with this processor", access.value.line)
                b.store_masked(memory, vector, base, index, mask)
        self.stores.clear()

    def emit_effects(self, blocks: list[Block]) -> None:
        b = self.b
        if not self.effects:
            return
        whole: Mask = self.effects[0]
        for mask in self.effects[1:]:
            whole = self.covering(whole, mask)
        if whole is None:
            if self.effect:
                return
            if self.fails or self.jumped:
                b.emit(ops.EFFECT, NONE)
            else:
                self.outside(lambda: b.emit(ops.EFFECT, NONE))
                self.effect = True
            return
        if self.early:
            raise No("an iteration may fail after it has written", self.shape.head.line)
        effect, going = self.function.block(), self.function.block()
        for block in (effect, going):
            block.line, block.depth = self.shape.head.line, self.shape.head.depth
        b.block.branch(b.any(whole), effect, going)
        scope = b.scope
        b.enter(effect, Scope(scope))
        b.emit(ops.EFFECT, NONE)
        effect.jump(going)
        b.enter(going, Scope(scope))
        blocks += [effect, going]

    # Reductions.
