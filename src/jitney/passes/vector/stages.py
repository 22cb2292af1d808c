"""Sums in order (inorder.py) whose terms need calls in few lanes (calls.py), in stages: which vectors have such lanes
can't be foreseen, and a processor that foresees wrongly loses as much time as several vectors take.

A strip of iterations goes through one loop after the other. A stage computes all that needs no result of a call yet
(its level), keeps what later stages want in memory of the frame, and notes the vectors that have lanes to call for;
there is no branch in it. Behind it, a loop calls the function for what was noted, and writes the results between those
of the other lanes.

    strip       the next so many iterations, as the memory has room for
    stage 0     ... notes for calls of level 1
    calls       for each note, for each of its lanes
    stage 1     ... with their results

The steps of the sums, each of which waits for the one before, are the last stage. They run one strip late, beside the
stage that computes most: what they read is only written again behind them. The first time they read terms that change
nothing.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import Memory
from ...ir.types import BOOL, FIRST_VECTOR, I8, I16, I32, I64, KINDS, element_of
from ...records import NamedTuple
from .basics import ALIAS, FLOATS, No
from .inorder import STEPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Function, Value
    from ...ir.vectorbuilder import VectorBuilder
    from .calls import Called
    from .writer import _Writer

MOST = 256
"""Iterations of a strip, at most."""
LEAST = 64
"""Those of a strip that is worth the loops that it goes through."""
ROOM = 9 << 10
"""Bytes of the frame for what a strip keeps, which loops share: with all else, less than calls may take of the stack
without asking where it ends (FIRST_STACK in calls/jitroutines.py)."""
LINE = 64
"""Bytes that the cache moves: vectors lie in one line each."""
_KEPT = {
    **FLOATS,
    **{type: KINDS[name] for type, name in ((I64, "i64"), (I32, "i32"), (I16, "i16"), (I8, "i8"), (BOOL, "bool"))},
}
"""The elements of vectors that are kept from one stage for another."""
_LOADS = frozenset((ops.LOAD, ops.MLOAD, ops.GATHER))


def _takes_apart(value: Value) -> bool:
    """Whether it stores a vector to take one lane after the other (inorder.py)."""
    return value.op == ops.STORE and value.args[1].op == ops.FRAME and len(value.args) == 2


class Unfit(No):
    """A loop can't be taken apart so."""

    def __init__(self) -> None:
        super().__init__("")


def is_leaf(function: Function) -> bool:
    """Whether it can't come to run inside itself, where each time would take as much of the stack."""
    called = ops.CALL, ops.UPCALL
    return not any(value.op in called for block in function.blocks for value in block.code)


def in_stages(writer: _Writer, begin: Value, end: Value, done: Block) -> tuple[list[Block], list[Value]]:
    """Writes the vector loop that `writer` has just written anew in stages: its blocks, and what comes round at last.
    Raises Unfit if that can't be."""
    return _Stages(_Plan(writer), begin, end, done).write()


class _Plan:
    """What belongs to which stage, and what is kept for later ones."""

    def __init__(self, writer: _Writer) -> None:
        self.writer = writer
        self.body = writer.body
        self.calls = list(writer.called.values())
        self.segments = [self.body, *[call.blocks[-1] for call in self.calls]]
        if not self.calls or writer.blocks != [self.body, *[block for call in self.calls for block in call.blocks]]:
            raise Unfit
        self.params = self.body.params[1:]
        self.next = self.segments[-1].arguments[0][1:]
        self.level: dict[int, int] = {param.id: 0 for param in self.body.params}
        self.results = {call.param.id: call for call in self.calls}
        self.code = [value for segment in self.segments for value in segment.code]
        self.rooms = {value.args[1].id: 0 for value in self.code if _takes_apart(value)}
        """By memory that a vector is taken apart in: its level."""
        for _ in range(len(self.calls) + 2):
            before = dict(self.level)
            self.find_levels()
            if before == self.level:
                break
        else:
            raise Unfit
        self.anew: set[int] = {self.body.params[0].id}
        """Later stages compute these, or load them, once more."""
        for value in self.code:
            if value.op in _LOADS:
                again = value.args[0].id not in self.rooms
            else:
                again = value.type < FIRST_VECTOR and value.op != ops.STORE
            if again and all(arg.id not in self.level or arg.id in self.anew for arg in value.args):
                self.anew.add(value.id)
        self.inside = {value.id for value in self.code}
        self.kept: dict[int, Value] = {}
        for value in self.code:
            for arg in value.args:
                self.want(arg, self.level[value.id])
        for call in self.calls:
            for arg in (call.bits, call.other, *call.vectors):
                self.want(arg, self.stage_of(call))
        for param, next in zip(self.params, self.next, strict=True):
            self.want(next, self.level[param.id])
        self.last = max(self.level.values())
        self.neutral = self.find_neutral()
        levels = list(self.level.values())
        self.beside = max(range(self.last), key=levels.count, default=-1)
        """The stage that computes most: beside it, steps that wait for each other take no time."""

    def stage_of(self, call: Called) -> int:
        return self.level[call.param.id] - 1

    def find_levels(self) -> None:
        level = self.level
        for place, segment in enumerate(self.segments):
            for value in segment.code:
                found = max([level.get(arg.id, 0) for arg in value.args], default=0)
                if _takes_apart(value):
                    found += value.args[0].id not in self.results
                    self.rooms[value.args[1].id] = found
                elif value.op in _LOADS:
                    found = max(found, self.rooms.get(value.args[0].id, 0))
                elif not ops.FLAGS[value.op] & ops.PURE or ops.FLAGS[value.op] & (ops.PINNED | ops.TRAPS):
                    raise Unfit
                level[value.id] = found
            if place < len(self.calls):
                call = self.calls[place]
                level[call.param.id] = 1 + max([level.get(v.id, 0) for v in (call.bits, call.other, *call.vectors)])
        for param, next in zip(self.params, self.next, strict=True):
            level[param.id] = max(level[param.id], level.get(next.id, 0))

    def find_neutral(self) -> dict[int, float]:
        """If all that the last stage does is to take scalars through steps (inorder.py), one for each lane of vectors
        that were found before: for each of these, which term would change nothing. Else nothing."""
        terms: dict[int, Value] = {}  # by memory that a vector is taken apart in
        found: dict[int, float] = {}
        for value in self.code:
            if self.level[value.id] != self.last or value.id in self.anew:
                continue
            if _takes_apart(value) and (value.args[0].id in self.kept or value.args[0].id in self.results):
                terms[value.args[1].id] = value.args[0]
            elif value.op in STEPS:
                loads = [arg for arg in value.args if arg.op == ops.LOAD and arg.args[0].id in terms]
                if len(loads) != 1:
                    return {}
                _, neutral, _ = STEPS[value.op]
                before = found.setdefault(terms[loads[0].args[0].id].id, neutral)
                if str(before) != str(neutral):
                    return {}
            elif value.op != ops.LOAD or value.args[0].id not in terms:
                return {}
        return found

    def vector(self, id: int) -> Value:
        """What is kept, by its id."""
        return self.results[id].param if id in self.results else self.kept[id]

    def want(self, value: Value, stage: int) -> None:
        """Notes that a stage needs a value."""
        if value.id not in self.level or self.level[value.id] == stage:
            return
        if value.id in self.anew or value.id in self.results:
            return
        if self.level[value.id] > stage or value.id not in self.inside or value.type < FIRST_VECTOR:
            raise Unfit
        if element_of(value.type) not in _KEPT:
            raise Unfit
        self.kept[value.id] = value


class _Together(NamedTuple):
    """Calls of one stage that differ in what comes in lanes only, and are noted together: from where what they get is
    kept, for one call after the other, and what they give; the places of noted vectors, and the bits of their lanes."""

    calls: list[Called]
    given: list[Memory]
    found: Memory
    places: Memory
    bits: Memory


class _Stages:
    """Writes the loops."""

    def __init__(self, plan: _Plan, begin: Value, end: Value, done: Block) -> None:
        self.plan = plan
        self.writer = writer = plan.writer
        self.b: VectorBuilder = writer.b
        self.function = writer.function
        self.begin, self.end, self.done = begin, end, done
        self.lanes = writer.lanes.count
        self.blocks: list[Block] = []
        self.most = MOST
        while not self.fits():
            self.most //= 2
            if self.most < LEAST:
                raise Unfit

    def fits(self) -> bool:
        """Lays out the memory, if strips of so many iterations fit into it."""
        self.used = 0
        self.kept: dict[int, Memory] = {}
        """By vectors that later stages want, and what calls give: where they are kept."""
        self.calls = [self.together(calls) for calls in self.alike()]
        for id, value in self.plan.kept.items():
            if id not in self.kept:
                self.kept[id] = self.take(value, 1)
        return self.used <= ROOM

    # Memory.

    def alike(self) -> list[list[Called]]:
        found: dict[object, list[Called]] = {}
        for call in self.plan.calls:
            others = tuple([None if vector is not None else arg for arg, vector in call.arguments])
            found.setdefault((self.plan.stage_of(call), call.value.attr, others), []).append(call)
        groups: list[list[Called]] = []
        for calls in found.values():
            most = 64 // self.lanes  # as many bits has a note
            groups += [calls[at : at + most] for at in range(0, len(calls), most)]
        return groups

    def together(self, calls: list[Called]) -> _Together:
        given = [self.take(vector, len(calls)) for vector in calls[0].vectors]
        found = self.take(calls[0].other, len(calls))
        bits = 64 if len(calls) * self.lanes > 32 else 32
        places = self.take_bytes("u16", 2 * (self.most // self.lanes))
        noted = self.take_bytes(f"u{bits}", bits // 8 * (self.most // self.lanes))
        for number, call in enumerate(calls):
            self.kept[call.param.id] = self.part(found, number)
            for vector, memory in zip(call.vectors, given, strict=True):
                if self.plan.kept.get(vector.id) and self.plan.level[vector.id] == self.plan.stage_of(call):
                    self.kept.setdefault(vector.id, self.part(memory, number))
        return _Together(calls, given, found, places, noted)

    def take(self, vector: Value, count: int) -> Memory:
        """Memory for so many vectors' lanes in a strip."""
        kind = _KEPT[element_of(vector.type)]
        return self.take_bytes(kind.name, count * self.most * kind.size)

    def take_bytes(self, kind: str, size: int) -> Memory:
        at = self.used
        self.used += size + -size % LINE
        return Memory(KINDS[kind], KINDS[kind].size, at, ALIAS)

    def part(self, memory: Memory, number: int) -> Memory:
        return memory._replace(displacement=memory.displacement + number * self.most * memory.kind.size)

    def room(self) -> Value:
        """Where the memory is."""
        size = ROOM + LINE
        entry = self.function.entry
        found = next((value for value in entry.code if value.op == ops.FRAME and value.attr == size), None)
        if found is None:
            found = self.function.value(ops.FRAME, I64, (), size)
            entry.code.insert(0, found)
        return self.writer.outside(lambda: self.b.and_(self.b.add(found, self.b.word(LINE - 1)), self.b.word(-LINE)))

    # Blocks.

    def block(self, deeper: int) -> Block:
        block = self.function.block()
        head = self.writer.shape.head
        block.line, block.depth = head.line, head.depth + deeper
        self.blocks.append(block)
        return block

    def enter(self, block: Block) -> None:
        self.b.enter(block, Scope(self.writer.before_scope))

    def word(self, block: Block, most: int) -> Value:
        param = self.function.param(block, I64)
        param.lo, param.hi = 0, most
        return param

    def write(self) -> tuple[list[Block], list[Value]]:
        b, plan, writer = self.b, self.plan, self.writer
        self.base = self.room()
        carried = [first for first, _ in writer.carried]
        late = bool(plan.neutral)
        filled = self.fill() if late else None
        strip = self.block(0)
        self.first = self.word(strip, 1 << 30)
        behind = self.word(strip, self.most)
        given = [self.begin, b.zero, *carried]
        if filled is None:
            writer.before.jump(strip, given)
            writer.entered = strip
        else:
            filled.targets, filled.arguments = (filled, strip), (filled.arguments[0], given)
        carried = [self.function.param(strip, param.type) for param in plan.params]
        self.enter(strip)
        furthest = b.add(self.first, b.word(self.most))
        self.last = b.select(b.lt(self.end, furthest), self.end, furthest)
        end = strip
        for stage in range(plan.last + (not late)):
            end = self.stage(stage, end, carried)
        self.enter(end)
        again = [self.last, b.word(self.most), *carried]
        done, given = self.drain(behind, carried) if late else (self.done, [])
        self.enter(end)
        end.branch(b.emit(ops.NE, BOOL, (self.last, self.end)), strip, done, again, given)
        writer.after = Scope(writer.before_scope)
        return self.blocks, carried[: len(writer.lanes.reductions)]

    def fill(self) -> Block:
        """Lets the steps of the last stage change nothing at first, as they run one strip late, beside another stage.
        Returns the block that ends it."""
        b, writer = self.b, self.writer
        block = self.block(0)
        at = self.word(block, self.most)
        writer.before.jump(block, [b.zero])
        writer.entered = block
        self.enter(block)
        for id, neutral in self.plan.neutral.items():
            type = self.plan.vector(id).type
            b.store(self.kept[id], writer.splat(self.function.const(element_of(type), neutral), type), self.base, at)
        after = b.add(at, b.word(self.lanes))
        block.branch(b.ne(after, b.word(self.most)), block, block, [after])
        return block

    def drain(self, behind: Value, carried: list[Value]) -> tuple[Block, list[Value]]:
        """The steps that are still to be taken: those of the strip before from where the last one ends, up to `behind`,
        then those of the last one. Returns the block, and what it begins with; `carried` is what comes of it."""
        b, plan = self.b, self.plan
        length = b.sub(self.last, self.first)
        some = b.lt(length, behind)
        begin = b.select(some, length, b.zero)
        wrap = b.select(some, behind, b.word(-1))
        block = self.block(1)
        at = self.word(block, self.most)
        own = [place for place, param in enumerate(plan.params) if plan.level[param.id] == plan.last]
        given = [begin, *[carried[place] for place in own]]
        env = {plan.params[place].id: self.function.param(block, plan.params[place].type) for place in own}
        self.enter(block)
        self.copy(plan.last, env, at)
        after = b.add(at, b.word(self.lanes))
        following = [self.get(plan.next[place], env, at) for place in own]
        after = b.select(b.eq(after, wrap), b.zero, after)
        block.branch(b.emit(ops.NE, BOOL, (after, length)), block, self.done, [after, *following])
        for place, next in zip(own, following, strict=True):
            carried[place] = next
        return block, given

    def stage(self, stage: int, before: Block, carried: list[Value]) -> Block:
        """Writes the loop of a stage and the calls it leads to, from where `before` ends; what comes round is followed
        in `carried`. Returns the block that ends it."""
        b, plan = self.b, self.plan
        block = self.block(1)
        k = self.word(block, 1 << 30)
        env: dict[int, Value] = {plan.body.params[0].id: k}
        levels = (plan.last, stage) if plan.neutral and stage == plan.beside else (stage,)
        own = [place for place, param in enumerate(plan.params) if plan.level[param.id] in levels]
        for place in own:
            env[plan.params[place].id] = self.function.param(block, plan.params[place].type)
        together = [calls for calls in self.calls if plan.stage_of(calls.calls[0]) == stage]
        counts = [self.word(block, self.most) for _ in together]
        self.enter(block)
        at = b.sub(k, self.first)
        at.lo, at.hi = 0, self.most
        for level in levels:
            self.copy(level, env, at)
        noted = [self.note(calls, count, env, at) for calls, count in zip(together, counts, strict=True)]
        after = b.add(k, b.word(self.lanes))
        following = [self.get(plan.next[place], env, at) for place in own]
        before.jump(block, [self.first, *[carried[place] for place in own], *[b.zero for _ in together]])
        end = self.block(0)
        # What goes on gets names of its own, as it has to outlive calls, which the loop needn't be slowed down by.
        leaving = [*following, *noted]
        outer = [self.function.param(end, value.type) for value in leaving]
        block.branch(b.emit(ops.NE, BOOL, (after, self.last)), block, end, [after, *leaving], leaving)
        for place, next in zip(own, outer, strict=False):
            carried[place] = next
        for calls, count in zip(together, outer[len(own) :], strict=True):
            count.lo, count.hi = 0, self.most
            end = self.make(calls, count, end)
        return end

    def copy(self, stage: int, env: dict[int, Value], at: Value) -> None:
        """Computes what belongs to a stage."""
        b, plan = self.b, self.plan
        moved: dict[int, Memory] = {}  # memory that vectors would be taken apart in: where they are kept in any case
        for value in plan.code:
            if plan.level[value.id] != stage:
                continue
            b.line = value.line
            if _takes_apart(value):
                vector, room = value.args
                if vector.id in self.kept and plan.level[vector.id] <= stage:
                    moved[room.id] = self.kept[vector.id]
                    continue
            if value.op == ops.LOAD and value.args[0].id in moved:
                memory = moved[value.args[0].id]
                memory = memory._replace(displacement=memory.displacement + value.attr.displacement)
                env[value.id] = b.emit(ops.LOAD, value.type, (self.base, at), memory)
                continue
            made = self.again(value, env, at)
            if value.id in self.kept:
                b.store(self.kept[value.id], made, self.base, at)

    def again(self, value: Value, env: dict[int, Value], at: Value) -> Value:
        b = self.b
        made = b.emit(value.op, value.type, tuple([self.get(arg, env, at) for arg in value.args]), value.attr)
        made.lo, made.hi = value.lo, value.hi
        env[value.id] = made
        return made

    def get(self, value: Value, env: dict[int, Value], at: Value) -> Value:
        """A value in the stage that is written."""
        if value.id not in self.plan.level:
            return value
        found = env.get(value.id)
        if found is None and value.id in self.kept:
            found = env[value.id] = self.b.emit(ops.LOAD, value.type, (self.base, at), self.kept[value.id])
        return found or self.again(value, env, at)

    # Calls.

    def note(self, together: _Together, count: Value, env: dict[int, Value], at: Value) -> Value:
        """Keeps what calls need. Returns the count of notes then."""
        b = self.b
        all_bits = b.zero
        for number, call in enumerate(together.calls):
            for vector, memory in zip(call.vectors, together.given, strict=True):
                own = self.part(memory, number)
                if self.kept.get(vector.id) != own:
                    b.store(own, self.get(vector, env, at), self.base, at)
            b.store(self.kept[call.param.id], self.get(call.other, env, at), self.base, at)
            all_bits = b.or_(all_bits, b.shl(self.get(call.bits, env, at), b.word(number * self.lanes)))
        b.store(together.places, at, self.base, count)
        b.store(together.bits, all_bits, self.base, count)
        return b.add(count, b.b2i(b.ne(all_bits, b.zero)))

    def make(self, together: _Together, count: Value, before: Block) -> Block:
        """Makes the calls that were noted, from where `before` ends. Returns the block that ends it."""
        b, call = self.b, together.calls[0]
        note, turn, noted = self.block(1), self.block(2), self.block(1)
        number = self.word(note, self.most)
        self.enter(note)
        at = b.load(together.places, self.base, number)
        all_bits = b.load(together.bits, self.base, number)
        at.lo, at.hi = 0, self.most
        note.jump(turn, [all_bits])
        self.enter(turn)
        bits = self.function.param(turn, I64)
        bit = b.sub(b.bitlen(bits), b.word(1))
        if len(together.calls) == 1:
            place = b.add(at, bit)
        else:
            of_call = b.shr(bit, b.word(self.lanes.bit_length() - 1))
            place = b.add(b.add(at, b.and_(bit, b.word(self.lanes - 1))), b.mul(of_call, b.word(self.most)))
        given = iter(together.given)
        args = [arg if vector is None else b.load(next(given), self.base, place) for arg, vector in call.arguments]
        result = b.emit(ops.CCALL, call.value.type, tuple(args), call.value.attr)
        b.store(together.found, result, self.base, place)
        more = b.xor(bits, b.shl(b.word(1), bit))
        turn.branch(b.ne(more, b.zero), turn, noted, [more])
        self.enter(noted)
        following = b.add(number, b.word(1))
        end = self.block(0)
        noted.branch(b.emit(ops.NE, BOOL, (following, count)), note, end, [following])
        self.enter(before)
        before.branch(b.ne(count, b.zero), note, end, [b.zero])
        return end
