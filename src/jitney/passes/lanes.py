"""Spreads the iterations of a loop over the lanes of vectors: the body of a split loop (split.py).

Every value of the loop is affine (loops.py), and stays a scalar as long as only addresses are made from it, or becomes
a vector with a lane for each of so many iterations. Branches become masks, joins become selects. What can't be had in
lanes raises `No`, with the reason in the user's terms, and nothing has been changed.

An iteration of the vector loop is a transaction: what could make it fail is looked at before it writes anything, and
then the original loop goes on with the state before it.

**Widths.** Integers have lanes of one width in the whole loop. A lane holds the low bits of the word. That is enough
where only the low bits of a result are wanted (sums that are stored in a byte); where the number itself counts, as in a
comparison, its range must fit, signed or unsigned. The narrowest width that will do is chosen (`_Widths`).

**Reductions.** A parameter of the head that only collects (`s += x`, `if x > m: m = x`) becomes a vector of partial
results, combined at the end of the chunk. Sums of ints are bounded for a chunk so that they need no check: see FAR in
split.py; where the elements themselves have no bound, they are checked to be small.

**Memory.** Loads and stores move consecutive elements, or gather. An array that is written must not overlap others
such that lanes would see what they should not (or not see what they should): that is checked when the loop is entered,
by the distance of the addresses of the first iteration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ir import ops
from ..ir.builder import Builder, Scope
from ..ir.function import BRANCH, JUMP, RAISE, Memory
from ..ir.types import BOOL, F32, F64, FIRST_VECTOR, I8, I16, I32, I64, MAX, MIN, NONE, SIZES, is_float, vector
from ..ir.vectorbuilder import VectorBuilder
from . import counted, ranges
from .counted import Limits, start
from .loops import Slopes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Block, Function, LoopReport, Value
    from .split import Inner, Shape, Split

    Mask = Value | None
    """Which lanes are active; None for all."""

ELEMENTS = {8: I8, 16: I16, 32: I32, 64: I64}
SMALL = 1 << 46
"""Bound of the elements of sums that have no other."""
HALF = (1 << 31) - 1
FAR = 1 << 61


class No(Exception):
    """The loop can't be spread over lanes; says why, and at which line."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line
        self.written = False
        """Whether it came up while the loop was written; it may be written in another way."""


def spread(function: Function, look: Callable[[], Shape], unit: Any, fastmath: bool, report: LoopReport) -> LoopReport:
    """Spreads a loop over lanes if that can be; nothing has changed if not. Returns the report, completed.

    `look` looks at the loop anew.
    """
    from .split import Split

    vectors = function.vectors
    bits, unroll = 8, True
    while bits <= 64:
        try:
            split = Split(look())
            lanes = Lanes(split, unit, fastmath, bits, unroll)
            if lanes.count < 2:
                raise No("nothing to gain")
            if not split.write(lanes):
                raise No("it goes round too few times")
            checks = len(split.gone) + len(split.far)
            widest = 8 * unit.vector_bytes // lanes.count
            return report._replace(
                lanes=lanes.count, bits=widest, unrolled=lanes.copies, checks=checks, split=True, reason=""
            )
        except No as problem:
            report = report._replace(reason=str(problem), reason_line=problem.line)
            if not problem.written:  # nothing will change that
                bits = 128
            elif unroll:
                unroll = False
            elif isinstance(problem, Missing):
                bits, unroll = 2 * lanes.bits, True
            else:
                bits = 128
        function.vectors = vectors
    return report


def next_access(accesses: list[Access], value: Value) -> Access:
    for access in accesses:
        if access.value is value:
            return access
    raise AssertionError


class Access:
    """A load or store: its address moves by `stride` bytes in each iteration; None where it is not affine."""

    __slots__ = ("address", "block", "memory", "place", "store", "stride", "value")

    def __init__(self, value: Value, block: Block, place: int, stride: int | Value | None) -> None:
        self.value = value
        self.block = block
        self.place = place
        self.store = value.op == ops.STORE
        self.memory: Memory = value.attr
        self.address = value.args[1:] if self.store else value.args
        self.stride = stride


class Reduction:
    """A parameter of the head that collects; `how` is a row of _REDUCTIONS, or `min` or `max`."""

    __slots__ = ("extension", "how", "param")

    def __init__(self, param: Value, how: str, extension: int) -> None:
        self.param = param
        self.how = how
        self.extension = extension
        """The op that wraps it to a narrower integer after each step; -1 for none."""


class Lanes:
    """How a loop is spread over lanes; `write` is called by Split, once all that can fail has been looked at."""

    def __init__(self, split: Split, unit: Any, fastmath: bool, bits: int, unroll: bool = True) -> None:
        self.split = split
        self.unit = unit
        self.fastmath = fastmath
        shape = self.shape = split.shape
        self.slopes = shape.slopes
        self.limits = shape.limits
        self.users: dict[int, list[tuple[Value | None, int]]] = {}
        self.incoming = shape.incoming
        self.deep = {id for inner in shape.inner.values() for id in inner.ids}
        """Blocks of loops inside."""
        self.latches = {shape.latch.id} | {inner.latch.id for inner in shape.inner.values() if not inner.divergent}
        self.find_users()
        self.checks: dict[int, str] = {}  # by value: what is checked of it in lanes
        self.found: dict[int, tuple[int, int]] = dict(split.narrowed)
        self.reductions: dict[int, Reduction] = {}
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if self.slopes.of(param) is None:
                self.extension = -1
                how = self.reduction(param, next)
                self.reductions[param.id] = Reduction(param, how, self.extension)
        self.ramps: list[Value] = []
        self.accesses = self.find_accesses()
        self.needed = self.find_needed()
        self.find_ranges()
        self.bits = _Widths(self, bits).bits
        sizes = [SIZES[self.element(value)] for value in self.varying if value.type != BOOL]
        sizes += [
            access.memory.kind.size for access in self.accesses if access.store or access.value.id in self.needed
        ]
        self.count = unit.vector_bytes // max(sizes, default=8)
        work = len(self.needed) + len(self.accesses)
        self.copies = 1 if shape.inner or not unroll else 4 if work <= 8 else 2 if work <= 20 else 1
        self.partial = unroll and unit.level > 1 and self.count >= 16 and not shape.inner
        self.step = 1 if self.partial else self.count
        self.reach = self.count * self.copies
        self.least = self.count // 4 if self.partial else self.count
        self.chunk = split.chunk
        self.pairs = self.find_pairs()
        self.inner_rounds: dict[int, tuple[Value, Value, Slopes]] = {}

    # Analysis.

    def find_users(self) -> None:
        """Who uses each value: operations, parameters of blocks (None stands for what else there is)."""
        shape = self.shape
        note = self.users.setdefault
        for block in shape.blocks:
            for value in block.code:
                for place, arg in enumerate(value.args):
                    note(arg.id, []).append((value, place))
            for operand in block.operands:
                note(operand.id, []).append((None, 0))
            for way, (target, given) in enumerate(zip(block.targets, block.arguments, strict=True)):
                if target.id in shape.ids and (block.id, way) not in shape.dead:
                    for param, argument in zip(target.params, given, strict=True):
                        note(argument.id, []).append((param, -1))

    def reduction(self, param: Value, next: Value) -> str:
        """How a parameter that isn't affine collects."""
        line = self.shape.head.line
        for how, (allowed, type, _, _) in _REDUCTIONS.items():
            if type == param.type or (type == F64 and is_float(param.type)):
                if type == F64 and not self.fastmath:
                    continue
                if self.is_chain(param, next, allowed):
                    return how
                if how in ("add", "mul") and self.is_wrapped(param, next, allowed):
                    return how
        if param.type in (I64, F64, F32):
            how = self.extremum(param, next)
            if how:
                return how
        if is_float(param.type) and self.is_chain(param, next, _REDUCTIONS["fadd"][0]):
            raise No("a sum of floats is computed in order; @jit(fastmath=True) allows any order", line)
        raise No("an iteration needs a value that the one before has computed", line)

    def is_chain(self, param: Value, next: Value, allowed: dict[int, tuple[int, ...]]) -> bool:
        """Whether the parameter is only used to make what comes round, by these ops with it at these places."""
        chain = {param.id}
        work = [param]
        joins: list[Value] = []
        while work:
            value = work.pop()
            for user, place in self.users.get(value.id, ()):
                if user is None:
                    return False
                if place < 0:
                    if user is not param and user.id in {p.id for p in self.shape.head.params}:
                        return False
                    joins.append(user)
                elif user.op == ops.SELECT:
                    if place == 0:
                        return False
                    joins.append(user)
                elif place not in allowed.get(user.op, ()):
                    return False
                if user.id not in chain:
                    chain.add(user.id)
                    work.append(user)
                elif place >= 0 and user.op != ops.SELECT:
                    return False
        for user in joins:
            args = user.args[1:] if user.op == ops.SELECT else self.split.arguments.get(user.id, [])
            if user is not param and not all(arg.id in chain for arg in args):
                return False
        return next.id in chain

    def is_wrapped(self, param: Value, next: Value, allowed: dict[int, tuple[int, ...]]) -> bool:
        """The same of a narrower integer: each result is wrapped to its width."""
        for op in _EXTENSIONS:
            if self.is_chain(param, next, {**allowed, op: (0,)}) and self.always_wrapped(param, next, op):
                self.extension = op
                return True
        return False

    def always_wrapped(self, param: Value, value: Value, op: int) -> bool:
        """Whether a value that is collected in is the parameter, or has been wrapped."""
        work, seen = [value], set()
        while work:
            value = work.pop()
            if value is param or value.id in seen:
                continue
            seen.add(value.id)
            if value.op == ops.SELECT:
                work += value.args[1:]
            elif value.id in self.split.arguments:
                work += self.split.arguments[value.id]
            elif value.op != op:
                return False
        return True

    def as_select(self, value: Value) -> tuple[Value, Value, Value] | None:
        """Condition, value if true, value if false; of a SELECT, or of a parameter where two ways meet."""
        if value.op == ops.SELECT:
            return value.args  # type: ignore[return-value]
        for block in self.shape.blocks:
            if value in block.params and block is not self.shape.head:
                edges = self.incoming.get(block.id, [])
                if len(edges) != 2:
                    return None
                place = block.params.index(value)
                found: dict[int, Value] = {}
                above: Block | None = None
                for source, way in edges:
                    argument = source.arguments[way][place]
                    while source.kind == JUMP and not source.params and len(self.incoming.get(source.id, ())) == 1:
                        source, way = self.incoming[source.id][0]
                    if source.kind != BRANCH or (above is not None and source is not above):
                        return None
                    above = source
                    found[way] = argument
                if above is None or len(found) != 2:
                    return None
                return above.operands[0], found[0], found[1]
        return None

    def extremum(self, param: Value, next: Value) -> str:
        """`min` or `max` where the parameter becomes another value if that is less, or greater; else nothing."""
        parts = self.as_select(next)
        if parts is None:
            return ""
        condition, then, otherwise = parts
        if condition.op not in (ops.LT, ops.LE, ops.FLT, ops.FLE) or param not in condition.args:
            return ""
        new = then if otherwise is param else otherwise
        if param not in (then, otherwise) or new is param or new not in condition.args:
            return ""
        users = self.users.get(param.id, [])
        if any(user not in (condition, next) and user is not None for user, _ in users) or None in [
            u for u, _ in users
        ]:
            return ""
        if any(user is not param for user, _ in self.users.get(next.id, ())):
            return ""
        if is_float(param.type) and (otherwise is not param or self.shape.writes):
            return ""
        less = condition.args[0] is new  # new < param
        return "min" if less == (new is then) else "max"

    def find_accesses(self) -> list[Access]:
        found: list[Access] = []
        nested = bool(self.shape.inner)
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
                elif slopes[1] is not None and memory.scale == memory.kind.size and self.limits.free(slopes[1]):
                    stride = slopes[1]
                if isinstance(stride, int) and abs(stride) > 1 << 31:
                    stride = None
                if value.op == ops.STORE:
                    if stride == 0:
                        raise No("each iteration writes to the same place", value.line)
                    if not isinstance(stride, int) or abs(stride) != memory.kind.size:
                        raise No("what is written doesn't lie side by side", value.line)
                elif stride == 0 and block.id not in self.shape.always and block.id not in self.deep:
                    raise No("a number is read from one place under a condition", value.line)
                found.append(Access(value, block, len(found), stride))
        return found

    def find_pairs(self) -> list[tuple[Access, Access]]:
        """A store and another access each, that may be of overlapping memory."""
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
                if not self.known_apart(store, other):
                    found.append((store, other))
        if len({(s.value.args[1:], o.address) for s, o in found}) > 8:
            raise No("too many arrays may overlap with those that are written", found[0][0].value.line)
        return found

    def known_apart(self, store: Access, other: Access) -> bool:
        """Whether both are known to be of the same element in each iteration."""
        same = store.address == other.address and store.memory == other.memory
        if self.deep and not all(self.limits.free(part) for part in store.address):
            return same and store.block is other.block
        return same and store.stride == other.stride

    def find_ranges(self) -> None:
        """The bounds of the words in lanes, and which values are in lanes."""
        shape, found = self.shape, self.found
        self.varying: list[Value] = []
        for param in shape.head.params:
            if param.id in self.reductions:
                self.varying.append(param)
                how = self.reductions[param.id].how
                if self.reductions[param.id].extension >= 0:
                    bits, signed = _EXTENSIONS[self.reductions[param.id].extension]
                    found[param.id] = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
                elif how == "add":
                    growth = self.growth_of(param)
                    if growth is not None:
                        far = max(-growth[0], growth[1]) * self.split.chunk
                        found[param.id] = -far, far
                    else:
                        found[param.id] = MIN, MAX
                elif how not in ("min", "max"):
                    found[param.id] = MIN, MAX
        if self.ramps:
            for param in shape.head.params:
                if self.slopes.of(param) not in (None, 0) and self.limits.within(param, -HALF, HALF):
                    found[param.id] = max(param.lo, -HALF), min(param.hi, HALF)
        for block in shape.blocks:
            for param in block.params if block is not shape.head else ():
                if param.id not in self.needed:
                    continue
                self.varying.append(param)
                if param.type == I64 and block.id in shape.inner:
                    found[param.id] = self.inner_range(param, shape.inner[block.id])
                elif param.type == I64:
                    given = [self.range_of(argument) for argument in self.split.arguments[param.id]]
                    found[param.id] = min(lo for lo, _ in given), max(hi for _, hi in given)
            for value in block.code:
                if value.type == NONE:
                    continue
                if value.type == I64:
                    found[value.id] = self.new_range(value)
                if value.id in self.needed and self.slopes.of(value) is None:
                    self.varying.append(value)

    def inner_range(self, param: Value, inner: Inner) -> tuple[int, int]:
        """The bounds of a parameter of a loop inside: tight ones for sums if it goes round a known number of times."""
        first, next = self.slopes.inner[param.id]
        growth = self.split.growth(param, next, {}, self.found) if inner.rounds else None
        if growth is None:
            return param.lo, param.hi
        lo, hi = self.range_of(first)
        lo, hi = lo + min(growth[0], 0) * inner.rounds, hi + max(growth[1], 0) * inner.rounds
        return max(lo, param.lo), min(hi, param.hi)

    def growth_of(self, param: Value) -> tuple[int, int] | None:
        """Of a sum: bounds of what an iteration adds; where there are none, elements are to be checked."""
        next = self.shape.next[self.shape.head.params.index(param)]
        growth = self.split.growth(param, next, {})
        limit = (1 << 61) // self.split.chunk
        if growth is not None and max(-growth[0], growth[1]) <= limit:
            return growth
        checked = False
        for block in self.shape.blocks:
            for value in block.code:
                if value.op in (ops.ADDO, ops.SUBO) and self.split.growth(param, value, {}) is not None:
                    checked = True
                    other = value.args[1]
                    if self.split.growth(param, other, {}) is not None and value.op == ops.ADDO:
                        other = value.args[0]
                    if not -SMALL <= other.lo <= other.hi <= SMALL:
                        if self.slopes.of(other) is not None:
                            if not self.limits.within(other, -SMALL, SMALL):
                                raise No("a sum may leave 64 bits", value.line)
                            self.found[other.id] = -SMALL, SMALL
                            continue
                        self.checks[other.id] = "small"
                        self.found[other.id] = -SMALL, SMALL
        if not checked:
            return None
        growth = self.split.growth(param, next, {}, self.found)
        if growth is None or max(-growth[0], growth[1]) > limit:
            raise No("a sum may leave 64 bits", self.shape.head.line)
        self.split.be_far(param)
        return growth

    def range_of(self, value: Value) -> tuple[int, int]:
        return self.found.get(value.id) or (value.lo, value.hi)

    def new_range(self, value: Value) -> tuple[int, int]:
        if value.id in self.checks:
            return self.found[value.id]
        for arg in value.args:
            if arg.id in self.shape.inside and arg.type == I64 and arg.id not in self.found:
                self.found[arg.id] = arg.lo, arg.hi
        lo, hi = ranges.transfer(value, self.found)
        if self.in_sum(value):
            a, b = (self.range_of(arg) for arg in value.args)
            lo, hi = (a[0] + b[0], a[1] + b[1]) if value.op in (ops.ADD, ops.ADDO) else (a[0] - b[1], a[1] - b[0])
        return lo, hi

    def may_leave(self, value: Value) -> bool:
        """Whether the ranges of the operands let checked arithmetic leave the word."""
        (a_lo, a_hi), (b_lo, b_hi) = (self.range_of(arg) for arg in value.args)
        if value.op == ops.MULO:
            corners = (a_lo * b_lo, a_lo * b_hi, a_hi * b_lo, a_hi * b_hi)
            return min(corners) < MIN or max(corners) > MAX
        if value.op == ops.ADDO:
            return a_lo + b_lo < MIN or a_hi + b_hi > MAX
        return value.op != ops.SUBO or a_lo - b_hi < MIN or a_hi - b_lo > MAX

    def in_sum(self, value: Value) -> bool:
        """Whether the value is a partial sum, which has no check."""
        return value.op in (ops.ADD, ops.ADDO, ops.SUB, ops.SUBO) and any(
            reduction.how == "add" and self.split.growth(reduction.param, value, {}) is not None
            for reduction in self.reductions.values()
        )

    def element(self, value: Value) -> int:
        return ELEMENTS[self.bits] if value.type == I64 else value.type

    def type(self, element: int) -> int:
        return vector(element, self.count)

    # Writing.

    def builder(self, function: Function, block: Block) -> VectorBuilder:
        return VectorBuilder(function, block, Scope(None))

    def conditions(self, b: Builder, count: Value) -> Value:
        """That no array that is written overlaps others such that lanes would see the difference."""
        sure = b.true
        seen: set[Any] = set()
        first = self.limits.first
        for store, other in self.pairs:
            key = (store.address, other.address, store.memory, other.memory, other.store or other.place > store.place)
            if key in seen:
                continue
            seen.add(key)

            def address(access: Access) -> Value:
                base = start(b, self.slopes, first, access.address[0])
                if len(access.address) > 1:
                    index = start(b, self.slopes, first, access.address[1])
                    base = b.add(base, b.mul(index, b.word(access.memory.scale)))
                return b.add(base, b.word(access.memory.displacement))

            stride = store.stride
            assert isinstance(stride, int)
            here = address(store)
            free = all(self.limits.free(part) for part in (*store.address, *other.address))
            later = other.store or other.place > store.place
            if other.stride == stride and free:
                reach = b.word(self.reach * abs(stride) - 1)
                there = address(other)
                distance = b.sub(there, here) if stride > 0 else b.sub(here, there)
                inside = store.block.id in self.deep or other.block.id in self.deep
                if later or inside:  # 0 < distance <= reach
                    sure = b.band(sure, b.not_(b.ult(b.add(distance, b.word(-1)), reach)))
                if not later or inside:  # -reach <= distance < 0
                    sure = b.band(sure, b.not_(b.ult(b.add(distance, reach), reach)))
                continue
            low, high, fine = self.span(b, here, count, store)
            sure = b.band(sure, fine)
            if other.stride is None:
                if not self.limits.free(other.address[0]):
                    raise No("what is read may be what is written", other.value.line)
                lo, hi = self.range_of(other.address[1])
                if hi - lo > 1 << 20:
                    raise No("what is read may be what is written", other.value.line)
                base = start(b, self.slopes, first, other.address[0])
                scale, displacement = other.memory.scale, other.memory.displacement
                other_low = b.add(base, b.word(lo * scale + displacement))
                other_high = b.add(base, b.word(hi * scale + displacement + other.memory.kind.size))
            else:
                other_low, other_high, fine = self.span(b, address(other), count, other)
                sure = b.band(sure, fine)
            sure = b.band(sure, b.bor(b.le(high, other_low), b.le(other_high, low)))
        return sure

    def span(self, b: Builder, address: Value, count: Value, access: Access) -> tuple[Value, Value, Value]:
        """The first byte of what is touched by all iterations, the first behind, and whether that can be relied on."""
        low, high, sure = address, b.add(address, b.word(access.memory.kind.size)), b.true
        moves: list[tuple[Value, Value]] = []
        stride = access.stride
        if isinstance(stride, int):
            moves.append((b.word(stride), count))
        elif stride is not None:
            by = start(b, self.slopes, self.limits.first, stride)
            moves.append((b.mul(by, b.word(access.memory.kind.size)), count))
        for inner in self.shape.inner.values():
            if access.block.id not in inner.ids:
                continue
            if inner.divergent:
                raise No("what is read may be what is written", access.value.line)
            times, fine, slopes = self.rounds(b, inner)
            sure = b.band(sure, fine)
            for part, factor in zip(access.address, (1, access.memory.scale), strict=False):
                step = slopes.of(part)
                if isinstance(step, int):
                    step = b.word(step)
                elif step is None or self.slopes.of(step) != 0 or not self.limits.free(step):
                    raise No("what is read may be what is written", access.value.line)
                else:
                    step = start(b, self.slopes, self.limits.first, step)
                moves.append((b.mul(step, b.word(factor)), times))
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

    def rounds(self, b: Builder, inner: Inner) -> tuple[Value, Value, Slopes]:
        """How often a loop inside goes round once more, whether that can be relied on, and how values change in it."""
        found = self.inner_rounds.get(inner.head.id)
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
            slopes = Slopes(inner.head, inner.next, inside, deeper, self.slopes.alias)
            limits = Limits(slopes, inner.head, inner.given)
            limits.around = self.limits
            if not limits.take(inner.latch.operands[0], inner.back == 0):
                raise No("how often a loop inside goes round is not known before", inner.head.line)
            times, sure = limits.emit(b)
            found = self.inner_rounds[inner.head.id] = times, sure, slopes
        return found

    def find_needed(self) -> set[int]:
        """What has to be computed in lanes. What is affine there must be free to be computed before."""
        shape, slopes = self.shape, self.slopes
        needed: set[int] = set()
        work: list[Value] = []
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if param.id in self.reductions:
                work.append(next)
        for block in shape.blocks:
            for value in block.code:
                if value.op == ops.STORE:
                    work.append(value.args[0])
                elif value.op == ops.GUARD and value.id not in self.split.gone:
                    if self.uniform_guard(value) is None:
                        work.append(value.args[0])
                elif value.exit is not None and value.op in _UNCHECKED and value.exit.kind == RAISE:
                    work.append(value)
            if block.id not in self.latches and not self.decided(block):
                work += block.operands
        while work:
            value = work.pop()
            if value.id in needed or value.op == ops.CONST:
                continue
            needed.add(value.id)
            if value.id not in shape.inside:
                continue
            slope = slopes.of(value)
            if slope is not None:
                if not self.limits.free(value):
                    self.here(value)
                if slope != 0 and value.type == I64:
                    self.ramps.append(value)
                continue
            if value.op == ops.LOAD:
                access = next_access(self.accesses, value)
                if access.stride is None:
                    work.append(access.address[1])
                continue
            work += value.args
            work += self.split.arguments.get(value.id, ())
        for access in self.accesses:
            for part in access.address:
                if not self.limits.free(part) and self.slopes.of(part) is not None:
                    self.here(part)
        for inner in shape.inner.values():
            if inner.divergent or inner.head.id not in shape.ids:
                continue
            condition = inner.latch.operands[0]
            if slopes.of(condition) != 0:
                raise No("a loop inside doesn't go round as often in each iteration", inner.head.line)
            self.here(condition)
        return needed

    def decided(self, block: Block) -> bool:
        """Whether it is assumed which way control goes."""
        return any((block.id, way) in self.shape.dead for way in range(len(block.targets)))

    def uniform_guard(self, guard: Value) -> tuple[Value, Value] | None:
        """The operands, if a guard compares affine numbers, and so holds for all lanes if for the first and last."""
        condition = guard.args[0]
        if not self.shape.inner or condition.op not in (ops.LT, ops.LE, ops.ULT, ops.ULE):
            return None
        for value in condition.args:
            if not isinstance(self.slopes.of(value), int) or not -FAR <= value.lo <= value.hi <= FAR:
                return None
            try:
                self.here(value)
            except No:
                return None
        if condition.op in (ops.ULT, ops.ULE) and condition.args[1].lo < 0:
            return None
        a, b = condition.args
        return a, b

    def here(self, value: Value) -> None:
        """Looks at whether an affine value can be computed as a scalar where it stands."""
        if not self.shape.inner:
            raise No("a number changes in a way that is not understood", value.line)
        work, seen = [value], set()
        while work:
            value = work.pop()
            if value.id in seen or value.id not in self.shape.inside:
                continue
            seen.add(value.id)
            if value.op in _UNCHECKED and value.id not in self.split.gone and not self.limits.checked(value):
                raise No("the number of an element may leave 64 bits", value.line)
            if value.id in self.slopes.wrapped:
                raise No("an index may be negative", value.line)
            if value.id in self.slopes.alias:
                work.append(self.slopes.alias[value.id])
            elif value.id in self.slopes.inner:
                work += self.slopes.inner[value.id]
            else:
                work += value.args

    def wanted(self, value: Value) -> bool:
        return value.id in self.needed

    def write(
        self, split: Split, b: VectorBuilder, state: list[Value], count: Value, rest: Block
    ) -> tuple[list[Block], list[Value]]:
        try:
            return write_loops(self, b, state, count, rest)
        except No as problem:
            problem.written = True
            raise


class _Widths:
    """Finds the least width of integers at which all that is done with them comes out right."""

    def __init__(self, lanes: Lanes, bits: int) -> None:
        self.lanes = lanes
        self.bits = bits
        self.exact: dict[int, int] = {}  # by value: how many of its low bits are wanted; 64: the number
        self.demand()
        for value in [*lanes.varying, *lanes.ramps]:
            if value.type == I64:
                self.at_least(value, min(self.exact.get(value.id, 0), 64))

    def want(self, value: Value, bits: int) -> None:
        if value.type == I64 and self.exact.get(value.id, 0) < bits:
            self.exact[value.id] = bits

    def at_least(self, value: Value, bits: int) -> None:
        """The lanes are at least as wide as what is wanted of the value, or its range, takes."""
        lo, hi = self.lanes.range_of(value)
        need = 64
        for width in (8, 16, 32):
            if (-(1 << width - 1) <= lo and hi < 1 << width - 1) or (lo >= 0 and hi < 1 << width):
                need = width
                break
        need = min(need, bits)
        while self.bits < need:
            self.bits *= 2

    def together(self, values: tuple[Value, ...]) -> None:
        """The lanes are wide enough for numbers that are compared: all signed, or all unsigned."""
        spans = [self.lanes.range_of(value) for value in values if value.type == I64] or [(0, 0)]
        lo, hi = min(lo for lo, _ in spans), max(hi for _, hi in spans)
        while self.bits < 64 and not (
            (-(1 << self.bits - 1) <= lo and hi < 1 << self.bits - 1) or (lo >= 0 and hi < 1 << self.bits)
        ):
            self.bits *= 2

    def demand(self) -> None:
        lanes = self.lanes
        shape = lanes.shape
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if param.id in lanes.reductions:
                how = lanes.reductions[param.id].how
                if lanes.reductions[param.id].extension >= 0:
                    bits, _ = _EXTENSIONS[lanes.reductions[param.id].extension]
                    self.want(next, bits)
                    self.at_least(param, 64)
                    continue
                self.want(next, 64)
                if how in ("min", "max"):
                    self.together((param, next))
                if (how == "add" and lanes.range_of(param) == (MIN, MAX)) or how in ("mul", "and", "or", "xor"):
                    self.wide()
                else:
                    self.at_least(param, 64)
        before: dict[int, int] | None = None
        while before != self.exact:
            before = self.exact.copy()
            self.sweep()
            if not shape.inner:
                break

    def sweep(self) -> None:
        """Users before what they use, once; again for loops inside."""
        lanes = self.lanes
        shape = lanes.shape
        for block in reversed(shape.blocks):
            for way, (target, given) in enumerate(zip(block.targets, block.arguments, strict=True)):
                if target is not shape.head and target.id in shape.ids and (block.id, way) not in shape.dead:
                    for param, argument in zip(target.params, given, strict=True):
                        self.want(argument, self.exact.get(param.id, 0))
            for operand in block.operands if block.id not in lanes.latches and not lanes.decided(block) else ():
                self.want(operand, 64)
            for value in reversed(block.code):
                if value.op == ops.STORE or value.id in lanes.needed:
                    self.value(value)

    def wide(self) -> None:
        self.bits = 64

    def value(self, value: Value) -> None:
        lanes = self.lanes
        op, args = value.op, value.args
        if op == ops.LOAD or op == ops.STORE:
            kind = value.attr.kind
            if kind.type == I64:
                while self.bits < 8 * kind.size:
                    self.bits *= 2
            if op == ops.STORE:
                self.want(args[0], 8 * kind.size)
            index = args[-1]
            if lanes.slopes.of(index) is None:
                self.want(index, 64)
            return
        if op == ops.GUARD or (value.type != NONE and lanes.slopes.of(value) is not None):
            return
        bits = self.exact.get(value.id, 0)
        if value.id in lanes.checks:
            self.wide()
        if op in _LOW:
            if op == ops.AND:
                for one, other in (args, args[::-1]):
                    wanted = min(bits, other.hi.bit_length()) if other.op == ops.CONST and other.attr >= 0 else bits
                    self.want(one, wanted)
                return
            if value.exit is not None and not lanes.in_sum(value) and lanes.may_leave(value):
                self.wide()  # its overflow is that of words
            for arg in args[:2]:
                self.want(arg, bits)
            if op == ops.SHL and args[1].op != ops.CONST:
                self.wide()
        elif op == ops.SELECT:
            for arg in args[1:]:
                self.want(arg, bits)
        elif op in _EXTENSIONS:
            self.want(args[0], min(bits, _EXTENSIONS[op][0]))
        elif op in _COMPARED:
            self.together(args)
            for arg in args:
                self.want(arg, 64)
            if op in (ops.ULT, ops.ULE) and any(lanes.range_of(arg)[0] < 0 for arg in args):
                self.wide()
        else:
            for arg in args:
                self.want(arg, 64)
            if op == ops.SHR and lanes.range_of(args[0])[0] < 0:
                self.wide()
            if op in (ops.SHR, ops.SAR) and args[1].op != ops.CONST:
                self.wide()
            if op in (ops.DIV, ops.MOD):
                self.division(value)
            if op in (ops.POPCNT, ops.MULO) and lanes.range_of(args[0])[0] < 0:
                self.wide()

    def division(self, value: Value) -> None:
        """By multiplication with the inverse: the product has to fit."""
        a, b = value.args
        lo, hi = self.lanes.range_of(a)
        if b.op != ops.CONST or b.attr <= 0 or lo < 0:
            raise No("vectors have no division of integers but by constants", value.line)
        _, _, product = inverse(hi, b.attr)
        while self.bits < 64 and product >> self.bits:
            self.bits *= 2
        if product >> self.bits:
            raise No("vectors have no division of large integers", value.line)


def inverse(hi: int, divisor: int) -> tuple[int, int, int]:
    """Multiplier, shift and largest product for the division of 0 to `hi` by a constant: Granlund and Montgomery,
    "Division by Invariant Integers using Multiplication", PLDI 1994, theorem 4.2."""
    for shift in range(divisor.bit_length() - 1, 128):
        multiplier = -(-(1 << shift) // divisor)
        if (multiplier * divisor - (1 << shift)) * hi < 1 << shift:
            return multiplier, shift, multiplier * hi
    raise AssertionError


def write_loops(
    lanes: Lanes, b: VectorBuilder, state: list[Value], count: Value, rest: Block
) -> tuple[list[Block], list[Value]]:
    """Writes the vector loops of a chunk from the end of the block that `b` is in: one that takes several vectors at a
    time if that pays, then one for what is left, the last time perhaps with some of its lanes. Returns the blocks, and
    the state in `rest` from the state at the start and `count`."""
    function, shape = lanes.shape.function, lanes.shape
    enter, outer = b.block, b.scope
    accumulators = [_identity(lanes, b, reduction, state) for reduction in lanes.reductions.values()]
    done = function.block()
    done.line, done.depth = shape.head.line, shape.head.depth
    blocks: list[Block] = []
    effect = False
    begin = b.zero
    if lanes.copies > 1 or lanes.partial:
        size = lanes.count * lanes.copies
        end = b.and_(count, b.word(-size))
        between, joined = function.block(), function.block()
        for block in (between, joined):
            block.line, block.depth = shape.head.line, shape.head.depth
        wide = _Writer(lanes, b, state, enter, outer, lanes.copies, False)
        new, results = wide.write(enter, outer, b.zero, accumulators, end, between)
        first = wide.entered
        enter.branch(b_ne(function, enter, end, b.zero), first, joined, enter.arguments[0], [b.zero, *accumulators])
        b.enter(between, wide.after)
        between.jump(joined, [end, *results])
        b.enter(joined, Scope(outer))
        begin = function.param(joined, I64)
        begin.lo, begin.hi = 0, 1 << 30
        accumulators = [function.param(joined, value.type) for value in results]
        blocks += [*new, between, joined]
        effect = wide.effect
        before = joined
    else:
        before = enter
    narrow = _Writer(lanes, b, state, enter, outer, 1, lanes.partial)
    narrow.effect = effect
    scope = b.scope
    new, results = narrow.write(before, scope, begin, accumulators, count, done)
    if before is not enter:
        finished = function.block()
        finished.line, finished.depth = shape.head.line, shape.head.depth
        before.branch(b_ne(function, before, begin, count), narrow.entered, finished, before.arguments[0], accumulators[:])
        b.enter(done, narrow.after)
        done.jump(finished, results)
        results = [function.param(finished, value.type) for value in results]
        blocks += [*new, done, finished]
        done = finished
        b.enter(done, Scope(scope))
    else:
        blocks += [*new, done]
        b.enter(done, narrow.after)
    final = narrow.end(done, count, results, rest, [])
    return blocks, final


def b_ne(function: Function, block: Block, a: Value, c: Value) -> Value:
    value = function.value(ops.NE, BOOL, (a, c))
    value.lo, value.hi = 0, 1
    block.code.append(value)
    return value


def _identity(lanes: Lanes, b: VectorBuilder, reduction: Reduction, state: list[Value]) -> Value:
    """What a vector that collects starts with."""
    param = reduction.param
    type = lanes.type(lanes.element(param))
    if not lanes.unit.has_vector(ops.SPLAT, type & 15, lanes.count):
        raise Missing(ops.SPLAT, type & 15, lanes.shape.head.line)
    if reduction.how in ("min", "max"):
        return b.splat(state[lanes.shape.head.params.index(param)], type)
    neutral = _REDUCTIONS[reduction.how][2]
    return b.splat(lanes.shape.function.const(param.type, neutral), type)


class _Writer:
    """Writes one vector loop, and the way back where an iteration fails.

    `copies` vectors are taken at a time; `partial`: the last ones may have lanes that are not needed.
    """

    def __init__(
        self,
        lanes: Lanes,
        b: VectorBuilder,
        state: list[Value],
        enter: Block,
        outer: Scope,
        copies: int,
        partial: bool,
    ) -> None:
        self.lanes = lanes
        self.shape = lanes.shape
        self.slopes = lanes.slopes
        self.b = b
        self.state = state
        self.copies = copies
        self.partial = partial
        self.function: Function = lanes.shape.function
        self.enter, self.outer = enter, outer
        self.first = {param.id: value for param, value in zip(self.shape.head.params, state, strict=True)}
        self.env: dict[int, Value] = {}
        self.masks: dict[int, Mask] = {}
        self.whole: Mask = None  # lanes that are needed
        self.fails: list[Value] = []
        self.stores: list[tuple[int, Access, Value, Mask, tuple[Memory, Value, Value]]] = []
        self.early = False  # whether something was stored before the end
        self.carried: list[tuple[Value, Value]] = []  # what goes round: first and following values
        self.ramps: dict[int, Value] = {}
        self.pointers: dict[tuple[Value, ...], Value] = {}
        self.effects: list[Mask] = []
        self.effect = False  # whether EFFECT was said before the loop
        self.scalars: dict[int, Value] = {}  # affine values of the first lane, by those of the original loop
        self.loops: list[tuple[Inner, Block, list[Value]]] = []  # those being written, and what goes round in them
        self.blocks: list[Block] = []
        self.entries: list[tuple[Mask, Mask, list[tuple[Value, Value]], int]] = []  # of the loops being written
        self.owners: dict[int, set[int]] = {}
        self.behind: dict[int, list[tuple[Inner, Mask, dict[int, Value]]]] = {}  # by block: what loops left behind
        self.jumped = 0  # ways to where an iteration has failed
        self.line = self.shape.head.line

    def write(
        self, before: Block, scope: Scope, begin: Value, accumulators: list[Value], end: Value, done: Block
    ) -> tuple[list[Block], list[Value]]:
        """Writes the loop from iteration `begin` to `end` of the chunk; `before` jumps to it. Returns the blocks, and
        what has been collected at the end of the loop."""
        b, function, shape, lanes = self.b, self.function, self.shape, self.lanes
        self.before, self.before_scope, self.begin = before, scope, begin
        self.body = self.entered = body = function.block()
        self.failed = failed = function.block()
        for block in (body, failed):
            block.line, block.depth = shape.head.line, shape.head.depth
        failed.cold = True
        k = function.param(body, I64)
        k.lo, k.hi = 0, 1 << 30
        b.enter(body, Scope(scope))
        neutral = accumulators if self.copies == 1 else [_identity_in(self, r) for r in lanes.reductions.values()]
        sums: list[list[Value]] = []
        for copy in range(self.copies):
            sums.append([])
            for place, first in enumerate(accumulators):
                param = function.param(body, first.type)
                sums[-1].append(param)
                self.carried.append((neutral[place] if copy else first, param))
        fixed = len(self.carried)
        self.blocks.append(body)
        following: list[Value] = []
        for copy in range(self.copies):
            self.copy = copy
            self.k = b.add(k, b.word(copy * lanes.count))
            self.base = k
            if self.partial:
                self.whole = self.b.masklow(b.sub(end, k), lanes.count)
            self.env = dict(zip(lanes.reductions, sums[copy], strict=True))
            self.masks, self.scalars, self.behind = {}, {}, {}
            self.emit_body()
            for id, collected in zip(lanes.reductions, sums[copy], strict=True):
                next = self.vec(shape.next[[param.id for param in shape.head.params].index(id)])
                if self.whole is not None:
                    next = self.lane(ops.SELECT, self.whole, next, collected)
                following.append(next)
        failing = bool(self.fails) or self.jumped > 0
        if failing and self.early:
            raise No("an iteration may fail after it has written", shape.head.line)
        if self.fails:
            bad = self.fails[0]
            for other in self.fails[1:]:
                bad = b.lanewise(ops.BOR, bad, other)
            going = function.block()
            going.line, going.depth = shape.head.line, shape.head.depth
            b.block.branch(b.any(bad), failed, going)
            self.blocks.append(going)
            b.enter(going, Scope(b.scope))
        self.emit_effects(self.blocks)
        self.flush()
        after = b.add(k, b.word(lanes.count * self.copies))
        latch = b.block
        extra = [next for _, next in self.carried[fixed:]]
        if self.partial:
            going_on = b.emit(ops.LT, BOOL, (after, end))
        else:
            going_on = b.emit(ops.NE, BOOL, (after, end))
        latch.branch(going_on, body, done, [after, *following, *extra])
        before.jump(body, [begin, *[first for first, _ in self.carried]])
        self.after = Scope(b.scope)
        results = following
        if self.copies > 1:
            b.enter(done, self.after)
            results = self.combine(following)
        if failing:
            b.enter(failed, Scope(scope))
            collected = sums[0] if self.copies == 1 else self.combine([value for copy in sums for value in copy])
            self.end(failed, k, collected, shape.head, None)
            self.blocks.append(failed)
        return self.blocks, results

    def combine(self, values: list[Value]) -> list[Value]:
        """One vector for each reduction from those of the copies."""
        count = len(self.lanes.reductions)
        found = []
        for place, reduction in enumerate(self.lanes.reductions.values()):
            parts = values[place::count]
            while len(parts) > 1:
                parts = [
                    self.merge(reduction, *parts[at : at + 2]) if at + 1 < len(parts) else parts[at]
                    for at in range(0, len(parts), 2)
                ]
            found += parts
        return found

    def merge(self, reduction: Reduction, a: Value, c: Value) -> Value:
        how = reduction.how
        element = a.type & 15
        if how not in ("min", "max"):
            return self.lane(_MERGED[how], a, c)
        if is_float(element):
            less = self.lane(ops.FLT, c, a) if how == "min" else self.lane(ops.FLT, a, c)
            return self.lane(ops.SELECT, less, c, a)
        signed = self.fits(reduction.param)
        op = {"min": ops.IMIN if signed else ops.UMIN, "max": ops.IMAX if signed else ops.UMAX}[how]
        if not self.lanes.unit.has_vector(op, element, self.lanes.count):
            raise Missing(op, element, self.line)
        return self.b.extremum(op, a, c)

    def end(
        self, block: Block, count: Value, sums: list[Value], target: Block, arguments: list[Value] | None
    ) -> list[Value]:
        """Computes the state after `count` iterations, and goes to the target, with it or with `arguments`."""
        b = self.b
        state: list[Value] = []
        sure = b.true
        collected = dict(zip(self.lanes.reductions, sums, strict=True))
        for param, first in zip(self.shape.head.params, self.state, strict=True):
            slope = self.slopes.of(param)
            if slope is None:
                value, fine = self.reduce(self.lanes.reductions[param.id], first, collected[param.id])
                sure = b.band(sure, fine)
                state.append(value)
            else:
                assert isinstance(slope, int)
                state.append(b.add(first, b.mul(count, b.word(slope))) if slope else first)
        given = state if arguments is None else arguments
        if sure is b.true:
            block.jump(target, given)
        else:
            block.branch(sure, target, self.shape.head, given, self.state[:])
        return state

    # Values.

    def type_of(self, value: Value) -> int:
        return self.lanes.type(self.lanes.element(value))

    def lane(self, op: int, *args: Value, element: int = -1) -> Value:
        """An op lane by lane, if there is one."""
        source = args[1].type if op == ops.SELECT else args[0].type
        to = element
        if op in _TO:
            to = _TO[op] if element < 0 else element
        if not self.lanes.unit.has_vector(op, source & 15, self.lanes.count, to):
            raise Missing(op, source & 15, self.line)
        return self.b.lanewise(op, *args, element=element)

    def outside(self, make: Any) -> Value:
        """What is computed once, before the vector loop."""
        b = self.b
        block, scope = b.block, b.scope
        b.enter(self.enter, self.outer)
        value: Value = make()
        b.enter(block, scope)
        return value

    def scalar(self, value: Value) -> Value:
        """The affine value at the start of the chunk."""
        return self.outside(lambda: start(self.b, self.slopes, self.first, value))

    def splat(self, scalar: Value, type: int) -> Value:
        if not self.lanes.unit.has_vector(ops.SPLAT, type & 15, self.lanes.count):
            raise Missing(ops.SPLAT, type & 15, self.line)
        return self.outside(lambda: self.b.splat(scalar, type))

    def word(self, number: int) -> Value:
        return self.splat(self.b.word(number), self.lanes.type(ELEMENTS[self.lanes.bits]))

    def vec(self, value: Value) -> Value:
        found = self.env.get(value.id)
        if found is None:
            slope = self.slopes.of(value)
            if slope is None:
                raise AssertionError(value)
            if not self.lanes.limits.free(value):
                found = self.env[value.id] = self.spread(value, slope)
                return found
            first = self.scalar(value)
            if slope == 0:
                found = self.splat(first, self.type_of(value))
            else:
                found = self.ramp(value, first, slope, self.type_of(value))
            self.env[value.id] = found
        return found

    def here(self, value: Value) -> Value:
        """The affine value of the first lane, as a scalar."""
        if value.id not in self.shape.inside:
            return value
        found = self.scalars.get(value.id)
        if found is not None:
            return found
        b = self.b
        if value.id in self.slopes.alias:
            found = self.here(self.slopes.alias[value.id])
        elif value.op == ops.PARAM:
            slope = self.slopes.of(value)
            found = self.first[value.id]
            if slope != 0:
                assert isinstance(slope, int)
                found = b.add(found, b.mul(self.k, b.word(slope)))
                found.lo, found.hi = max(found.lo, value.lo), min(found.hi, value.hi)
        else:
            args = tuple([self.here(arg) for arg in value.args])
            rule = counted.EMITTED.get(value.op)
            found = getattr(b, rule)(*args) if rule else b.share(value.op, value.type, args, value.attr)
        self.scalars[value.id] = found
        return found

    def spread(self, value: Value, slope: int | Value) -> Value:
        """The vector of an affine value that is computed in the loop."""
        type = self.type_of(value)
        element = type & 15
        if not self.lanes.unit.has_vector(ops.SPLAT, element, self.lanes.count):
            raise Missing(ops.SPLAT, element, self.line)
        vector = self.b.splat(self.here(value), type)
        if slope == 0:
            return vector
        return self.lane(ops.ADD, vector, self.numbers(slope, type))

    def numbers(self, slope: int | Value, type: int) -> Value:
        """Multiples of the slope, lane by lane."""
        b = self.b
        numbers = self.outside(lambda: b.lanes(type))
        if slope == 1:
            return numbers
        step = self.splat(b.word(slope) if isinstance(slope, int) else self.scalar(slope), type)
        return self.outside(lambda: self.lane(ops.MUL, numbers, step))

    def ramp(self, value: Value, first: Value, slope: int | Value, type: int) -> Value:
        """A vector that goes up by the slope from lane to lane, and on in the next iteration."""
        b = self.b
        by = b.word(slope) if isinstance(slope, int) else self.scalar(slope)
        numbers = self.numbers(slope, type)
        base = self.splat(first, type)
        size = self.lanes.count
        found = self.ramps.get(value.id)
        if found is None:
            begin = self.outside(lambda: self.lane(ops.ADD, base, numbers))
            if not self.begin.is_const:
                block, scope = b.block, b.scope
                b.enter(self.before, self.before_scope)
                gone = b.splat(b.mul(by, self.begin), type)
                begin = self.lane(ops.ADD, begin, gone)
                b.enter(block, scope)
            found = self.ramps[value.id] = self.function.param(self.body, type)
            jump = self.splat(self.outside(lambda: b.mul(by, b.word(size * self.copies))), type)
            self.carried.append((begin, b.lanewise(ops.ADD, found, jump)))
        if self.copy:
            jump = self.splat(self.outside(lambda: b.mul(by, b.word(size * self.copy))), type)
            found = self.lane(ops.ADD, found, jump)
        return found

    # Masks.

    def both(self, a: Mask, c: Mask) -> Mask:
        return c if a is None else a if c is None else self.b.lanewise(ops.BAND, a, c)

    def either(self, masks: list[Mask]) -> Mask:
        found = masks[0]
        for mask in masks[1:]:
            if found is None or mask is None:
                return None
            found = self.b.lanewise(ops.BOR, found, mask)
        return found

    def edge(self, block: Block, way: int) -> Mask:
        """Which lanes take that way from the block."""
        mask = self.masks[block.id]
        if block.id in self.lanes.latches or self.lanes.decided(block):
            return mask
        if (block.kind == BRANCH and block.targets[0] is not block.targets[1]) or (
            block.kind == BRANCH and block.arguments[0] != block.arguments[1]
        ):
            condition = self.vec(block.operands[0])
            if way:
                condition = self.lane(ops.BNOT, condition)
            mask = self.both(mask, condition)
        return mask

    # The body.

    def emit_body(self) -> None:
        shape = self.shape
        self.line = shape.head.line
        for block in shape.blocks:
            if block is shape.head:
                self.masks[block.id] = None
            elif block.id in shape.inner:
                self.enter_loop(shape.inner[block.id])
            else:
                self.enter_block(block)
            for value in block.code:
                self.line = self.b.line = value.line or self.line
                self.emit(value, block)
            if self.loops and block is self.loops[-1][0].latch:
                self.leave_loop()
            elif block is not shape.latch and block.kind == BRANCH and not self.lanes.decided(block):
                for way, target in enumerate(block.targets):
                    if target.id not in shape.ids:
                        mask = self.edge(block, way)
                        if mask is None:
                            raise No("control leaves the loop", block.line)
                        self.fails.append(self.both(self.whole, mask) or mask)

    def enter_loop(self, inner: Inner) -> None:
        """Begins a loop inside: its parameters are scalars where they are affine, else vectors."""
        b = self.b
        if self.stores:
            self.flush()
            self.early = True
        ((source, way),) = self.lanes.incoming[inner.head.id]
        entered = self.edge(source, way)
        block = self.function.block()
        block.line, block.depth = inner.head.line, inner.head.depth
        first: list[Value] = []
        next: list[Value] = []
        new: list[tuple[dict[int, Value], Value, Value]] = []
        for param, argument, after in zip(inner.head.params, source.arguments[way], inner.next, strict=True):
            if self.slopes.of(param) is not None:
                first.append(self.here(argument))
                new.append((self.scalars, param, _like(self.function, block, param)))
                next.append(after)
            elif self.lanes.wanted(param):
                first.append(self.vec(argument))
                new.append((self.env, param, self.function.param(block, self.type_of(param))))
                next.append(after)
        left: list[tuple[Value, Value]] = []
        active: Mask = None
        if inner.divergent:
            everyone = self.splat(b.true, self.lanes.type(BOOL))
            first.append(self.both(self.whole, entered) or everyone)
            active = self.function.param(block, self.lanes.type(BOOL))
            for value in self.leaving(inner):
                type = self.type_of(value)
                zero = self.splat(self.function.const(value.type, 0.0 if is_float(value.type) else 0), type)
                first.append(zero)
                left.append((value, self.function.param(block, type)))
        for where, param, value in new:
            where[param.id] = value
        self.masks[inner.head.id] = active
        b.block.jump(block, first)
        b.enter(block, Scope(b.scope))
        self.blocks.append(block)
        self.loops.append((inner, block, next))
        self.entries.append((entered, active, left, len(self.fails)))

    def leaving(self, inner: Inner) -> list[Value]:
        """What a loop leaves behind: the parameters of the block behind it, and other values used there."""
        source, way = inner.exits[0]
        found = {param.id: param for param in source.targets[way].params if self.lanes.wanted(param)}
        for block in self.shape.blocks:
            if block.id not in inner.ids:
                continue
            for value in [*block.params, *block.code]:
                if value.type == NONE or not self.lanes.wanted(value) or self.slopes.of(value) is not None:
                    continue
                if any(user.id not in self.owners[inner.head.id] for user in self.outside_users(value, inner)):
                    found[value.id] = value
        return list(found.values())

    def outside_users(self, value: Value, inner: Inner) -> list[Value]:
        """Those who use a value of a loop behind it other than by the parameters of the block behind."""
        if inner.head.id not in self.owners:
            self.owners[inner.head.id] = {
                value.id
                for block in self.shape.blocks
                if block.id in inner.ids
                for part in (block.params, block.code)
                for value in part
            }
        source, way = inner.exits[0]
        behind = {param.id for param in source.targets[way].params}
        return [user for user, _ in self.lanes.users.get(value.id, ()) if user is not None and user.id not in behind]

    def leave_loop(self) -> None:
        b = self.b
        inner, block, next = self.loops.pop()
        entered, _, left, failed = self.entries.pop()
        after = self.function.block()
        after.line, after.depth = inner.latch.line, max(inner.head.depth - 1, 0)
        if len(self.fails) > failed:
            bad = self.fails.pop()
            while len(self.fails) > failed:
                bad = self.lane(ops.BOR, bad, self.fails.pop())
            going = self.function.block()
            going.line, going.depth = after.line, block.depth
            b.block.branch(b.any(bad), self.failed, going)
            b.enter(going, Scope(b.scope))
            self.blocks.append(going)
            self.jumped += 1
        if self.stores:
            self.flush()
            self.early = True
        if inner.divergent:
            again = self.edge(inner.latch, inner.back)
            assert again is not None
            ends: dict[int, Value] = {}
            for value, kept in left:
                for source, way in inner.exits:
                    mask = self.edge(source, way)
                    assert mask is not None
                    params = source.targets[way].params
                    new = source.arguments[way][params.index(value)] if value in params else value
                    kept = self.lane(ops.SELECT, mask, self.vec(new), kept)
                ends[value.id] = kept
            following = [self.vec(value) for value in next]
            b.block.branch(b.any(again), block, after, [*following, again, *ends.values()], [])
            b.enter(after, Scope(b.scope))
            self.blocks.append(after)
            self.env.update(ends)
            source, way = inner.exits[0]
            self.behind.setdefault(source.targets[way].id, []).append((inner, entered, ends))
            return
        following = [
            self.here(value) if param.type < FIRST_VECTOR else self.vec(value)
            for value, param in zip(next, block.params, strict=True)
        ]
        going = self.here(inner.latch.operands[0])
        if inner.back == 0:
            b.block.branch(going, block, after, following, [])
        else:
            b.block.branch(going, after, block, [], following)
        b.enter(after, Scope(b.scope))
        self.blocks.append(after)

    def leave_unless(self, condition: Value) -> None:
        """Goes to where an iteration has failed unless the scalar condition holds."""
        if condition.is_const and condition.attr:
            return
        if self.early or self.stores:
            raise No("an iteration may fail after it has written", self.line)
        b = self.b
        going = self.function.block()
        going.line, going.depth = self.shape.head.line, b.block.depth
        b.block.branch(condition, going, self.failed)
        b.enter(going, Scope(b.scope))
        self.blocks.append(going)
        self.jumped += 1

    def enter_block(self, block: Block) -> None:
        edges = self.lanes.incoming[block.id]
        behind = self.behind.get(block.id, [])
        for inner, _, _ in behind:
            edges = [(source, way) for source, way in edges if source.id not in inner.ids]
        masks = [self.edge(source, way) for source, way in edges] + [entered for _, entered, _ in behind]
        sources = {source.id for source, _ in edges}
        if block.id in self.shape.always:
            self.masks[block.id] = None
        elif behind:
            self.masks[block.id] = self.either(masks)
        elif len(edges) == 2 and len(sources) == 1:
            self.masks[block.id] = self.masks[edges[0][0].id]
        elif (whole := self.diamond(edges)) is not None:
            self.masks[block.id] = self.masks[whole.id]
        else:
            self.masks[block.id] = self.either(masks)
        for place, param in enumerate(block.params):
            if not self.lanes.wanted(param):
                continue
            given = [self.vec(source.arguments[way][place]) for source, way in edges]
            given += [ends[param.id] for _, _, ends in behind]
            result = given[-1]
            for mask, new in zip(masks[-2::-1], given[-2::-1], strict=True):
                if mask is None:
                    result = new
                elif new is not result:
                    result = self.lane(ops.SELECT, mask, new, result)
            self.env[param.id] = result
            if param.id in self.lanes.checks:
                self.check_small(result, self.masks[block.id])

    def diamond(self, edges: list[tuple[Block, int]]) -> Block | None:
        """The block above both edges, if they are the two ways from it."""
        if len(edges) != 2:
            return None
        above = []
        for source, way in edges:
            before = self.lanes.incoming.get(source.id, [])
            above.append({source.id} | ({before[0][0].id} if len(before) == 1 and source.kind == JUMP else set()))
        for candidate in above[0] & above[1]:
            for block in self.shape.blocks:
                if (
                    block.id == candidate
                    and block.kind == BRANCH
                    and all(t.id in self.shape.ids for t in block.targets)
                ):
                    return block
        return None

    def emit(self, value: Value, block: Block) -> None:
        op = value.op
        mask = self.masks[block.id]
        if op == ops.LOAD:
            if not self.lanes.wanted(value):
                return
            self.env[value.id] = self.load(self.access(value), mask)
        elif op == ops.STORE:
            access = self.access(value)
            self.store(access, self.vec(value.args[0]), mask)
        elif op == ops.GUARD:
            if value.id not in self.lanes.split.gone:
                operands = self.lanes.uniform_guard(value)
                if operands is not None:
                    self.uniform(value.args[0].op, *operands)
                    return
                self.fail(self.lane(ops.BNOT, self.vec(value.args[0])), mask)
            return
        elif op == ops.EFFECT:
            self.effects.append(mask)
            return
        elif op == ops.POLL:
            if block.id in self.lanes.deep:
                if self.stores:
                    self.flush()
                    self.early = True
                assert value.exit is not None
                self.b.emit(op, NONE, (), None, self.lanes.split.exit(value.exit, {}))
            return
        elif op == ops.NEED:
            return
        elif value.type == NONE or op in (ops.CCALL, ops.RESULT_OF):
            raise No("it calls a function", value.line)
        elif self.slopes.of(value) is not None or not self.lanes.wanted(value):
            return
        else:
            self.env[value.id] = self.compute(value, mask)
        if value.id in self.lanes.checks:
            self.check_small(self.env[value.id], mask)

    def uniform(self, op: int, a: Value, c: Value) -> None:
        """A guard that compares affine numbers holds for all lanes if it does for the first and the last."""
        b = self.b
        rule = {ops.LT: b.lt, ops.LE: b.le, ops.ULT: b.ult, ops.ULE: b.ule}[op]
        x, y = self.here(a), self.here(c)
        self.leave_unless(rule(x, y))
        last = self.lanes.count - 1
        slopes = [slope * last for slope in (self.slopes.of(a), self.slopes.of(c)) if isinstance(slope, int)]
        if slopes != [0, 0]:
            x, y = (b.add(word, b.word(slope)) for word, slope in zip((x, y), slopes, strict=True))
            self.leave_unless(rule(x, y))

    def fail(self, bad: Value, mask: Mask) -> None:
        mask = self.both(self.whole, mask)
        self.fails.append(bad if mask is None else self.lane(ops.BAND, mask, bad))

    def check_small(self, vector: Value, mask: Mask, bound: int = SMALL) -> None:
        shifted = self.lane(ops.ADD, vector, self.word(bound))
        self.fail(self.lane(ops.ULT, self.word(2 * bound), shifted), mask)

    def fits(self, value: Value) -> bool:
        """Whether a lane read as signed is the number."""
        lo, hi = self.lanes.range_of(value)
        half = 1 << self.lanes.bits - 1
        return -half <= lo and hi < half

    def compute(self, value: Value, mask: Mask) -> Value:
        op, lanes = value.op, self.lanes
        if op in _COMPARED:
            signed = all(self.fits(arg) for arg in value.args)
            if not signed and op in (ops.LT, ops.LE) and lanes.bits < 64:
                op = ops.ULT if op == ops.LT else ops.ULE
            elif (
                op in (ops.ULT, ops.ULE)
                and lanes.bits < 64
                and signed
                and not all(lanes.range_of(arg)[0] >= 0 for arg in value.args)
            ):
                raise AssertionError
            return self.lane(op, *[self.vec(arg) for arg in value.args])
        if op in (ops.SHL, ops.SAR, ops.SHR):
            return self.shift(op, value)
        if op in (ops.DIV, ops.MOD):
            return self.divide(value)
        if op in _EXTENSIONS:
            return self.extend(value)
        args = [self.vec(arg) for arg in value.args]
        if op in (ops.ADDO, ops.SUBO, ops.MULO):
            return self.checked(value, args, mask)
        if op in (ops.I2F, ops.U2F, ops.I2S, ops.U2S):
            return self.to_float(value, args[0])
        if op == ops.B2I:
            return self.lane(op, args[0], element=ELEMENTS[lanes.bits])
        if op == ops.F2I:
            return self.to_integer(value, args[0])
        if op in (ops.FBITS, ops.IFBITS) and lanes.bits == 64:
            return self.lane(op, *args, element=I64 if op == ops.FBITS else F64)
        if not ops.FLAGS[op] & ops.LANES or op in _OTHER:
            raise No(f"vectors have no {ops.NAMES[op]}", value.line)
        if lanes.fastmath and op in (ops.FADD, ops.FSUB):
            fused = self.fuse(value)
            if fused is not None:
                return fused
        return self.lane(op, *args)

    def fuse(self, value: Value) -> Value | None:
        """A product and a sum with one rounding."""
        a, b = value.args
        for product, other, first in ((a, b, True), (b, a, False)):
            if product.op != ops.FMUL or self.slopes.of(product) is not None or len(self.lanes.users[product.id]) > 1:
                continue
            if not self.lanes.unit.has_vector(ops.FMA, product.type, self.lanes.count):
                return None
            x, y, z = (self.vec(part) for part in (*product.args, other))
            if value.op == ops.FSUB:
                if first:
                    z = self.lane(ops.FNEG, z)
                else:
                    x = self.lane(ops.FNEG, x)
            return self.lane(ops.FMA, x, y, z)
        return None

    def shift(self, op: int, value: Value) -> Value:
        a, by = value.args
        vector = self.vec(a)
        bits = self.lanes.bits
        if by.op == ops.CONST:
            count = by.attr & 63
            if op != ops.SHL and self.lanes.range_of(a)[0] >= 0:
                op = ops.SHR
            if count >= bits:
                if op != ops.SAR:
                    return self.word(0)
                count = bits - 1
            return self.lane(op, vector, self.word(count))
        if self.slopes.of(by) != 0 and not self.lanes.unit.has_lane_shifts(ELEMENTS[bits]):
            raise No("vectors have no shift by different counts", value.line)
        return self.lane(op, vector, self.vec(by))

    def divide(self, value: Value) -> Value:
        a, b = value.args
        multiplier, count, _ = inverse(self.lanes.range_of(a)[1], b.attr)
        vector = self.vec(a)
        quotient = vector
        if multiplier != 1:
            quotient = self.lane(ops.MUL, quotient, self.word(multiplier))
        if count >= self.lanes.bits:
            quotient = self.word(0)
        elif count:
            quotient = self.lane(ops.SHR, quotient, self.word(count))
        if value.op == ops.DIV:
            return quotient
        return self.lane(ops.SUB, vector, self.lane(ops.MUL, quotient, self.word(b.attr)))

    def extend(self, value: Value) -> Value:
        bits, signed = _EXTENSIONS[value.op]
        vector = self.vec(value.args[0])
        if bits >= self.lanes.bits:
            return vector
        if not signed:
            return self.lane(ops.AND, vector, self.word((1 << bits) - 1))
        count = self.word(self.lanes.bits - bits)
        return self.lane(ops.SAR, self.lane(ops.SHL, vector, count), count)

    def checked(self, value: Value, args: list[Value], mask: Mask) -> Value:
        lanes = self.lanes
        op = _UNCHECKED[value.op]
        if value.op == ops.MULO:
            if lanes.may_leave(value):
                for arg, vector in zip(value.args, args, strict=True):
                    lo, hi = lanes.range_of(arg)
                    if lo < -HALF or hi > HALF:
                        self.check_small(vector, mask, HALF)
            return self.lane(op, *args)
        result = self.lane(op, *args)
        if lanes.may_leave(value) and not lanes.in_sum(value):
            a, b = args
            other = b if op == ops.SUB else result
            bad = self.lane(
                ops.AND, self.lane(ops.XOR, a, other), self.lane(ops.XOR, a if op == ops.SUB else b, result)
            )
            self.fail(self.lane(ops.LT, bad, self.word(0)), mask)
        return result

    def to_float(self, value: Value, vector: Value) -> Value:
        arg = value.args[0]
        lo, _ = self.lanes.range_of(arg)
        bits = self.lanes.bits
        single = value.op in (ops.I2S, ops.U2S)
        op = ops.I2S if single else ops.I2F
        unsigned = value.op in (ops.U2F, ops.U2S) and lo < 0
        if bits < 32:
            vector = self.b.resize(vector, I32, not (lo >= 0 and not self.fits(arg)))
        elif not self.fits(arg) or unsigned:
            if bits == 32 and lo >= 0:
                if self.lanes.count * 8 > self.lanes.unit.vector_bytes:
                    raise No("too wide numbers become floats", value.line)
                vector = self.b.resize(vector, I64, False)
            else:
                op = ops.U2S if single else ops.U2F
        return self.lane(op, vector, element=F32 if single else F64)

    def to_integer(self, value: Value, vector: Value) -> Value:
        lo, hi = value.lo, value.hi
        bits = self.lanes.bits
        if bits == 64 and self.lanes.unit.has_vector(ops.F2I, vector.type & 15, self.lanes.count, I64):
            return self.lane(ops.F2I, vector, element=I64)
        if -(1 << 31) <= lo and hi < 1 << 31:
            return self.b.resize(self.lane(ops.F2I, vector, element=I32), ELEMENTS[bits], True)
        raise No("vectors have no conversion of floats to ints", value.line)

    # Memory.

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

    def load(self, access: Access, mask: Mask) -> Value:
        b, unit, lanes = self.b, self.lanes.unit, self.lanes
        memory, element = access.memory, self.element_of(access)
        if self.stores and any(stored[1].memory.alias == memory.alias for stored in self.stores if stored[0] == self.copy):
            self.flush()
            self.early = True
        type = lanes.type(element)
        if access.stride == 0:
            if self.is_static(access):
                place = Memory(memory.kind, 1, memory.displacement, memory.alias)
                scalar = b.load(place, self.pointer(access))
            else:
                if mask is not None:
                    raise No("a number is read from one place under a condition", self.line)
                scalar = b.load(memory, *[self.here(part) for part in access.address])
            if not unit.has_vector(ops.SPLAT, element, lanes.count):
                raise Missing(ops.SPLAT, element, self.line)
            return b.splat(scalar, type)
        if not isinstance(access.stride, int) or abs(access.stride) != memory.kind.size:
            return self.gather(access, mask, type)
        memory, base, index = self.place(access)
        if mask is not None and self.is_safe(access):
            mask = None
        mask = self.both(self.whole, mask)
        if mask is None:
            if not unit.has_vector(ops.LOAD, element, lanes.count):
                raise Missing(ops.LOAD, element, self.line)
            vector = b.load_vector(type, memory, base, index)
        else:
            if access.stride < 0:
                mask = self.lane(ops.REVERSE, mask)
            if not self.masked(ops.MLOAD, element, memory):
                raise No("what is read under a condition may not be there", self.line)
            vector = b.load_masked(type, memory, base, index, mask)
        return vector if access.stride > 0 else self.lane(ops.REVERSE, vector)

    def masked(self, op: int, element: int, memory: Memory) -> bool:
        if not self.lanes.unit.has_vector(op, element, self.lanes.count) or element == BOOL:
            return False
        return self.lanes.unit.level > 1 or SIZES[element] == memory.kind.size

    def is_safe(self, access: Access) -> bool:
        """Whether the place is read or written in each iteration anyhow."""
        return any(
            other.address == access.address and other.memory == access.memory and other.block.id in self.shape.always
            for other in self.lanes.accesses
        )

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
                scale = memory.kind.size
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
        if self.stores:
            copy, last, value, other, place = self.stores[-1]
            if copy == self.copy and last.address == access.address and last.memory == access.memory:
                if mask is not None:
                    vector = self.lane(ops.SELECT, mask, vector, value)
                self.stores[-1] = copy, access, vector, self.covering(other, mask), place
                return
        self.stores.append((self.copy, access, vector, mask, self.place(access)))

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
            mask = self.both(self.whole, mask)
            element = vector.type & 15
            if isinstance(access.stride, int) and access.stride < 0:
                vector = self.lane(ops.REVERSE, vector)
                mask = None if mask is None else self.lane(ops.REVERSE, mask)
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

    def reduce(self, reduction: Reduction, first: Value, vector: Value) -> tuple[Value, Value]:
        """What the parameter is after the lanes have collected, and whether that can be relied on."""
        b = self.b
        how = reduction.how
        element = vector.type & 15
        if how in ("min", "max"):
            if not is_float(element):
                signed = self.fits(reduction.param)
                return b.reduce(vector, ("i" if signed else "u") + how), b.true
            lanes = [b.extract(vector, lane) for lane in range(self.lanes.count)]
            while len(lanes) > 1:
                half = len(lanes) // 2
                pairs = zip(lanes[:half], lanes[half:], strict=True)
                lanes = [b.select(b.flt(y, x) if how == "min" else b.flt(x, y), y, x) for x, y in pairs]
            zero = self.function.const(element, 0.0)
            return lanes[0], b.fne(lanes[0], zero)  # which zero it is depends on the order
        if how in ("band", "bor"):
            found = b.any(vector) if how == "bor" else b.all(vector)
            return (b.bor if how == "bor" else b.band)(first, found), b.true
        _, _, _, combine = _REDUCTIONS[how]
        found = getattr(b, combine)(first, b.reduce(vector, how))
        if reduction.extension >= 0:
            found = b.extend(found, *_EXTENSIONS[reduction.extension])
        return found, b.true


def _like(function: Function, block: Block, param: Value) -> Value:
    new = function.param(block, param.type)
    new.lo, new.hi = param.lo, param.hi
    return new


def _identity_in(writer: _Writer, reduction: Reduction) -> Value:
    return writer.outside(lambda: _identity(writer.lanes, writer.b, reduction, writer.state))


class Missing(No):
    """There is no such operation on vectors."""

    def __init__(self, op: int, element: int, line: int) -> None:
        super().__init__(f"this processor has no vectors for {ops.NAMES[op]}", line)


_REDUCTIONS: dict[str, tuple[dict[int, tuple[int, ...]], int, Any, str]] = {
    "add": ({ops.ADD: (0, 1), ops.ADDO: (0, 1), ops.SUB: (0,), ops.SUBO: (0,)}, I64, 0, "add"),
    "mul": ({ops.MUL: (0, 1)}, I64, 1, "mul"),
    "and": ({ops.AND: (0, 1)}, I64, -1, "and_"),
    "or": ({ops.OR: (0, 1)}, I64, 0, "or_"),
    "xor": ({ops.XOR: (0, 1)}, I64, 0, "xor"),
    "band": ({ops.BAND: (0, 1)}, BOOL, 1, "band"),
    "bor": ({ops.BOR: (0, 1)}, BOOL, 0, "bor"),
    "fadd": ({ops.FADD: (0, 1), ops.FSUB: (0,)}, F64, -0.0, "fadd"),
    "fmul": ({ops.FMUL: (0, 1)}, F64, 1.0, "fmul"),
}
"""By name: the ops and the places of their operands at which what is collected stands; the type; what is neutral; how
the builder combines two."""

_MERGED = {
    "add": ops.ADD,
    "mul": ops.MUL,
    "and": ops.AND,
    "or": ops.OR,
    "xor": ops.XOR,
    "band": ops.BAND,
    "bor": ops.BOR,
    "fadd": ops.FADD,
    "fmul": ops.FMUL,
}
_LOW = frozenset((ops.ADD, ops.SUB, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.SHL, ops.ADDO, ops.SUBO, ops.MULO))
"""The low bits of the result depend on the low bits of the operands alone."""
_EXTENSIONS = {
    ops.SEXT8: (8, True),
    ops.SEXT16: (16, True),
    ops.SEXT32: (32, True),
    ops.ZEXT8: (8, False),
    ops.ZEXT16: (16, False),
    ops.ZEXT32: (32, False),
}
_COMPARED = frozenset((ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULT, ops.ULE))
_UNCHECKED = {ops.ADDO: ops.ADD, ops.SUBO: ops.SUB, ops.MULO: ops.MUL}
_TO = {
    ops.I2F: F64,
    ops.U2F: F64,
    ops.I2S: F32,
    ops.U2S: F32,
    ops.F2S: F32,
    ops.S2F: F64,
}
_OTHER = frozenset((ops.FBITS, ops.IFBITS, ops.SBITS, ops.ISBITS, ops.BITLEN, ops.MULHI, ops.UMULHI))
