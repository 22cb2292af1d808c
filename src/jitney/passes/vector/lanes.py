"""Spreads the iterations of a loop over the lanes of vectors: the body of a split loop (split.py).

Every value of the loop is affine (loops.py), and stays a scalar as long as only addresses are made from it, or becomes
a vector with a lane for each of so many iterations. Branches become masks, joins become selects. What can't be had in
lanes raises `No`, with the reason in the user's terms, and nothing has been changed.

An iteration of the vector loop is a transaction: what could make it fail is looked at before it writes anything, and
then the original loop goes on with the state before it.

**Widths.** Integers have lanes of one width in the whole loop. A lane holds the low bits of the word. That is enough
where only the low bits of a result are wanted (sums that are stored in a byte); where the number itself counts, as in a
comparison, its range must fit, signed or unsigned. The narrowest width that will do is chosen (`Widths`).

**Reductions.** A parameter of the head that only collects (`s += x`, `if x > m: m = x`) becomes a vector of partial
results, combined at the end of the chunk. Sums of ints are bounded for a chunk so that they need no check: see FAR in
split.py; where the elements themselves have no bound, they are checked to be small.

**Memory.** Loads and stores move consecutive elements, or gather. An array that is written must not overlap others
such that lanes would see what they should not (or not see what they should): that is checked when the loop is entered,
by the distance of the addresses of the first iteration.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import RAISE
from ...ir.types import BOOL, I64, MAX, MIN, NONE, SIZES, vector
from ...ir.vectorbuilder import VectorBuilder
from .. import ranges
from ..counted import CHECKED
from ..split import Copy, Split
from .basics import (
    CALLS,
    ELEMENTS,
    EXTENSIONS,
    FAR,
    HALF,
    IN_ORDER,
    SMALL,
    UNCHECKED,
    Missing,
    No,
    Reduction,
    next_access,
)
from .calls import callable_by_lanes
from .interleaved import find_turns
from .places import Places
from .previous import in_order, is_fresh
from .stages import Unfit, is_leaf
from .widths import Widths
from .writer import write_loops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ...ir.builder import Builder
    from ...ir.function import Block, Function, LoopReport, Value
    from ..shapes import Inner, Shape


def spread(
    function: Function,
    look: Callable[[], Shape],
    unit: Any,
    fastmath: bool,
    report: LoopReport,
    costly: bool = False,
) -> LoopReport:
    """Spreads a loop over lanes if that can be; nothing has changed if not. Returns the report, completed.

    `look` looks at the loop anew. `costly`: whether what lanes cost more for is done: see COSTLY in basics.py.
    """
    vectors = function.vectors
    bits, unroll, narrow, staged = 8, not costly, True, True
    likely: dict[int, int] = {}
    while bits <= 64:
        try:
            split = Split(look())
            lanes = Lanes(split, unit, fastmath, bits, unroll, likely, costly, narrow, staged)
            if lanes.factors and lanes.bits == 64:
                narrow = False  # it didn't help
                continue
            if lanes.count < 2 or (not lanes.varying and not any(access.store for access in lanes.accesses)):
                raise No("nothing to gain")
            others = [look() for _ in range(3)] if lanes.strides else []
            test = split.write(lanes)
            if test is None and lanes.strides and likely is not WIDER:  # there may be no such steps
                likely = WIDER
                continue
            if test is None:
                raise No("it goes round too few times")
            if others:
                spread_strided(others, test, unit, fastmath, lanes)
            checks = len(split.gone) + len(split.far)
            return report._replace(
                lanes=lanes.count,
                bits=8 * lanes.widest // lanes.count,
                unrolled=lanes.copies,
                checks=checks,
                split=True,
                reason="",
                ordered=lanes.ordered,
                staged=lanes.staged,
            )
        except No as problem:
            report = report._replace(reason=str(problem), reason_line=problem.line)
            if isinstance(problem, Unfit):
                staged = False
            elif not problem.written:  # nothing will change that
                bits = 128
            elif unroll:
                unroll = False
            elif isinstance(problem, Missing):
                bits, unroll = 2 * lanes.bits, True
            else:
                bits = 128
        function.vectors = vectors
    return report


def spread_strided(shapes: list[Shape], above: Block, unit: Any, fastmath: bool, lanes: Lanes) -> None:
    """Writes, between the first block of a loop spread over lanes and the original loop, others for when arrays don't
    lie as that one takes it: with wider steps where these are likely, then spread by gathers if that can be, else one
    by one."""
    small = any(access.memory.kind.size < GATHERED for access in lanes.accesses)
    if small and lanes.likely is not WIDER and any(step in WIDER for _, step in lanes.strides.values()):
        shapes[0].above = above
        try:
            split = Split(shapes[0])
            above = split.write(Lanes(split, unit, fastmath, lanes.bits, False, WIDER, lanes.costly)) or above
        except No:
            pass
    for shape in shapes:
        shape.above = above
    try:
        split = Split(shapes[1])
        if split.write(Lanes(split, unit, fastmath, lanes.bits, False, None, lanes.costly)):
            return
    except No:
        pass
    if not shapes[2].inner:
        split = Split(shapes[2])
        split.write(Copy(split))


WIDER = {1: 3, 3: 4}
"""Steps known only when it runs: where three elements are wanted, there may be a fourth, as in pixels with alpha, and
where one is, it may be a pixel's."""
GATHERED = 4
"""The least bytes of elements that can be gathered."""
BITS = 36
"""Of how many bits are the rounds of loops inside one another, together, that sum up integers."""
FACTOR = 1 << 15
"""Bound of the factors of small numbers."""
FEW = 6
"""Iterations that the way into vectors and out of them costs as much as."""
BUSY = 6
"""Cycles of an iteration below which the processor is done with it while it adds; see `busy`."""
SLOW = {ops.FDIV: 8, ops.FSQRT: 8}
BESIDE_SCALARS = 32
"""Bytes of vectors beside a chain of scalar additions: 64 would shut the port with the quickest adder."""
MUCH = 32
"""Work of an iteration in stages, see `busy`, beside which that doesn't matter."""
UNROLLED = 100
"""Operations that loops inside may become when they are written out."""


class Lanes(Places):
    """How a loop is spread over lanes; `write` is called by Split, once all that can fail has been looked at."""

    def __init__(
        self,
        split: Split,
        unit: Any,
        fastmath: bool,
        bits: int,
        unroll: bool,
        likely: dict[int, int] | None,
        costly: bool,
        narrow: bool = False,
        staged: bool = False,
    ) -> None:
        super().__init__(split, fastmath, costly)
        self.likely = likely
        self.unit = unit
        shape = self.shape
        self.find_calls()
        self.latches = {shape.latch.id} | {inner.latch.id for inner in shape.inner.values() if not inner.divergent}
        self.checks: dict[int, str] = {}  # by value: what is checked of it in lanes
        self.reductions: dict[int, Reduction] = {}
        self.chains: dict[int, set[int]] = {}
        """By the ids of parameters that sums are collected in: what these become."""
        self.previous: list[tuple[Value, Value]] = []
        """Parameters that hold what the iteration before has found, and what that is: see previous.py."""
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if self.slopes.of(param) is None:
                self.extension, self.steps = -1, []
                try:
                    how = self.reduction(param, next)
                except No:
                    if shape.inner or not is_fresh(split, param, next):
                        raise
                    self.previous.append((param, next))
                    continue
                self.reductions[param.id] = Reduction(param, how, self.extension, self.steps)
                if how == "add" and self.extension < 0:
                    self.chains[param.id] = self.chain
        self.ramps: list[Value] = []
        self.accesses = self.find_accesses()
        if self.previous and not in_order(self.previous, self.accesses, split):
            raise No("an iteration needs a value that the one before has computed", shape.head.line)
        if shape.inner:
            self.find_guards()
        self.needed = self.find_needed()
        if shape.inner:
            self.find_rounds()
        for id, turns in find_turns(self).items():
            self.turns[id] = turns
            self.moved[id] = min(access.place for access in self.accesses if access.value.id in turns.places)
        self.factors: list[Value] = []
        if narrow:
            self.find_factors()
        self.find_ranges()
        self.bits = Widths(self, bits).bits
        if shape.inner:
            self.find_places()
        sizes = [SIZES[self.element(value)] for value in self.varying if value.type != BOOL]
        sizes += [access.memory.kind.size for access in self.accesses if access.store or access.value.id in self.needed]
        sizes += [group.whole.memory.kind.size for group in self.groups.values()]
        self.ordered = any(reduction.steps for reduction in self.reductions.values())
        alone = not shape.inner and not self.previous and not any(access.store for access in self.accesses)
        self.staged = staged and self.calls and self.ordered and alone and is_leaf(shape.function)
        self.widest = unit.vector_bytes
        if self.ordered and not shape.inner and not (self.staged and self.busy() >= MUCH):
            self.widest = min(self.widest, BESIDE_SCALARS)
        self.count: int = self.widest // max(sizes, default=8)
        if self.ordered and not shape.inner and self.busy() < BUSY:
            raise No(IN_ORDER, shape.head.line)
        work = len(self.needed) + len(self.accesses) + 2 * len(self.turns)
        single = bool(shape.inner or self.previous or self.staged)
        self.copies = 1 if single or not unroll else 4 if work <= 8 else 2 if work <= 20 else 1
        self.partial = unroll and unit.level > 1 and self.count >= 16 and not single
        if any(turns.first.stride < 0 for turns in self.turns.values()):  # type: ignore[operator]
            self.partial = False
        self.step = 1 if self.partial else self.count
        self.reach = self.count * self.copies
        self.least = max(self.count // 4, FEW) if self.partial else self.count
        self.pairs = self.find_pairs()

    def find_calls(self) -> None:
        """Looks at whether lanes can make the calls that there are."""
        self.calls = False
        for block in self.shape.blocks:
            if self.costly and any(target.id not in self.shape.all for target in block.targets):
                if block is not self.shape.latch:
                    raise No("control leaves it", block.line)
            for value in block.code:
                if value.op in (ops.CCALL, ops.RESULT_OF) and not (
                    self.costly and block.cold and block.id not in self.shape.always and callable_by_lanes(value)
                ):
                    raise No(CALLS, value.line)
                self.calls = self.calls or value.op == ops.CCALL

    def busy(self) -> int:
        """About how long the lanes of an iteration would keep a scalar processor busy, beside its loads; nothing where
        lanes gather, which takes as long as to load one by one."""
        for access in self.accesses:
            if access.store or access.value.id in self.needed:
                if access.value.id in self.turns:
                    continue
                if not isinstance(access.stride, int) or abs(access.stride) not in (0, access.memory.kind.size):
                    return 0
        return sum(SLOW.get(value.op, 1) for value in self.varying if ops.FLAGS[value.op] & ops.LANES)

    def find_ranges(self) -> None:
        """The bounds of the words in lanes, and which values are in lanes."""
        shape, found = self.shape, self.found
        self.varying: list[Value] = []
        for param, _ in self.previous:
            self.varying.append(param)
            found[param.id] = param.lo, param.hi
        for param in shape.head.params:
            if param.id in self.reductions:
                if self.reductions[param.id].steps:
                    continue
                self.varying.append(param)
                how = self.reductions[param.id].how
                if self.reductions[param.id].extension >= 0:
                    bits, signed = EXTENSIONS[self.reductions[param.id].extension]
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

    def find_factors(self) -> None:
        """Takes it that numbers from outside are small that bytes and the like are multiplied by, which is looked at
        before the loop: then lanes need not be as wide as words."""
        if any(access.memory.kind.type != I64 or access.memory.kind.size > 2 for access in self.accesses):
            return
        for block in self.shape.blocks:
            for value in block.code:
                for arg in value.args if value.op == ops.MULO and value.id in self.needed else ():
                    lo, hi = max(arg.lo, -FACTOR), min(arg.hi, FACTOR - 1)
                    if arg.op == ops.CONST or self.slopes.of(arg) != 0 or (lo, hi) == (arg.lo, arg.hi) or lo > hi:
                        continue
                    if arg not in self.factors and self.limits.within(arg, -FACTOR, FACTOR - 1):
                        self.factors.append(arg)
                        self.found[arg.id] = lo, hi

    def find_rounds(self) -> None:
        """Takes it that loops inside that sum up integers go round less often than these could leave the word by."""
        for inner in self.shape.inner.values():
            if inner.rounds or inner.divergent or inner.head.id not in self.shape.ids:
                continue
            if any(param.type == I64 and self.slopes.of(param) is None for param in inner.head.params):
                nested = [
                    other
                    for other in self.shape.inner.values()
                    if inner.head.id in other.ids or other.head.id in inner.ids
                ]
                try:
                    self.inner_limits(inner)
                except No:
                    continue
                inner.rounds = 1 << BITS // len(nested)
                self.short_loops.append(inner)

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
            if param not in self.split.far:  # what loops inside add may have been found out since
                self.split.be_far(param)
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
            if any(
                value.id in self.chains[param.id] and value.op in (ops.ADDO, ops.SUBO)
                for block in self.shape.blocks
                for value in block.code
            ):  # by how much is not known, as of loops inside that go round any number of times
                raise No("a sum may leave 64 bits", self.shape.head.line)
            return None
        growth = self.split.growth(param, next, {}, self.found)
        if growth is None or max(-growth[0], growth[1]) > limit:
            raise No("a sum may leave 64 bits", self.shape.head.line)
        self.split.be_far(param)
        return growth

    def new_range(self, value: Value) -> tuple[int, int]:
        if value.id in self.checks or value in self.factors:
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

    def find_needed(self) -> set[int]:
        """What has to be computed in lanes. What is affine there must be free to be computed before."""
        shape, slopes = self.shape, self.slopes
        needed: set[int] = set()
        work: list[Value] = []
        for param, next in zip(shape.head.params, shape.next, strict=True):
            if param.id in self.reductions:
                steps = self.reductions[param.id].steps
                work += [step.term for step in steps] if steps else [next]
        work += [next for _, next in self.previous]
        for block in shape.blocks:
            for value in block.code:
                if value.op == ops.STORE:
                    work.append(value.args[0])
                elif value.op == ops.GUARD and value.id not in self.split.gone:
                    if self.uniform_guard(value) is None:
                        work.append(value.args[0])
                elif value.exit is not None and value.op in UNCHECKED and value.exit.kind == RAISE:
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

    def is_unrolled(self, inner: Inner) -> bool:
        """Whether a loop inside goes round so few times that it is written as often as that."""
        if inner.divergent or not inner.exact:
            return False
        work = 0
        for block in self.shape.blocks:
            if block.id in inner.ids:
                times = 1
                for other in self.shape.inner.values():
                    if block.id in other.ids and other.ids <= inner.ids:
                        if not other.exact or other.divergent:
                            return False
                        times *= other.rounds + 1
                work += times * sum(value.id in self.needed for value in block.code)
        return work <= UNROLLED

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
            if value.op in CHECKED and value.id not in self.split.gone and not self.limits.checked(value):
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
        self, split: Split, b: Builder, state: list[Value], count: Value, rest: Block
    ) -> tuple[list[Block], list[Value]]:
        assert isinstance(b, VectorBuilder)
        try:
            return write_loops(self, b, state, count, rest)
        except No as problem:
            problem.written = True
            raise
