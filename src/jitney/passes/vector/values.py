"""What values become: scalars of the first lane, vectors, masks."""

from __future__ import annotations

from ...ir import ops
from ...ir.types import BOOL, F32, F64, I8
from .. import counted
from ..counted import start
from .basics import ELEMENTS, SMALL, Missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.builder import Scope
    from ...ir.function import Block, Function, Memory, Value
    from ...ir.vectorbuilder import VectorBuilder
    from ..loops import Slopes
    from ..shapes import Inner
    from .basics import Access
    from .calls import Called
    from .lanes import Lanes
    from .places import Place

    Mask = Value | None
    """Which lanes are active; None for all."""


class Values:
    """Writes the values of one vector loop. `copies` vectors are taken at a time; `partial`: the last ones may have
    lanes that are not needed."""

    slopes: Slopes
    before: Block
    """Where the loop is entered from, with its scope."""
    before_scope: Scope
    begin: Value
    """The number of the first iteration in the chunk."""
    body: Block
    entered: Block
    """Where the loop begins, and what is known where it is done."""
    after: Scope
    failed: Block
    """Where control goes when an iteration has failed."""
    copy: int
    """The number of the vector that is being written, of those taken at a time."""
    base: Value
    """The number of the iteration in the first lane of the first vector."""
    k: Value
    """The same of this vector."""
    left: Value
    """Where some lanes may not be needed: how many iterations are left from there on."""

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
        self.parted: dict[int, tuple[Mask, Value]] = {}  # by mask: which one it is part of, and the rest of that
        self.fails: list[Value] = []
        self.stores: list[tuple[int, Access, Value, Mask, tuple[Memory, Value, Value]]] = []
        self.parts: dict[int, Value] = {}  # what stores that take turns write, until all have come
        self.early = False  # whether something was stored before the end
        self.carried: list[tuple[Value, Value]] = []  # what goes round: first and following values
        self.ramps: dict[int, Value] = {}
        self.pointers: dict[tuple[Value, ...], Value] = {}
        self.called: dict[int, Called] = {}  # by parameter: what was called for some lanes
        self.effects: list[Mask] = []
        self.effect = False  # whether EFFECT was said before the loop
        self.scalars: dict[int, Value] = {}  # affine values of the first lane, by those of the original loop
        self.loops: list[
            tuple[Inner, Block, list[Value | Place]]
        ] = []  # those being written, and what goes round in them
        self.collected: dict[Place, Value] = {}  # places that a loop inside collects in: what they hold
        self.blocks: list[Block] = []
        self.entries: list[tuple[Mask, dict[int, Value], list[tuple[Value, Value]]]] = []  # of these loops
        self.owners: dict[int, set[int]] = {}
        self.behind: dict[int, list[tuple[Inner, Mask, dict[int, Value]]]] = {}  # by block: what loops left behind
        self.plain: set[tuple[Any, ...]] = set()  # places that were read in each lane
        self.passed: set[int] = set()  # scalar conditions that hold
        self.constants: dict[int, Value] = {}  # by loads: what is read once, before the loop
        self.steady: set[int] = set()  # the ids of vectors that are the same in each round
        self.jumped = 0  # ways to where an iteration has failed
        self.line = self.shape.head.line

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
        if all(arg.id in self.steady for arg in args):
            found = self.outside(lambda: self.b.lanewise(op, *args, element=element))
            self.steady.add(found.id)
            return found
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
        found = self.outside(lambda: self.b.splat(scalar, type))
        self.steady.add(found.id)
        return found

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

    def reversed(self, vector: Value) -> Value:
        """The last lane first; of a mask too."""
        if vector.type & 15 != BOOL:
            return self.lane(ops.REVERSE, vector)
        bytes = self.lane(ops.REVERSE, self.lane(ops.B2I, vector, element=I8))
        return self.lane(ops.NE, bytes, self.splat(self.b.word(0), bytes.type))

    # Masks.

    def both(self, a: Mask, c: Mask) -> Mask:
        return c if a is None else a if c is None else self.b.lanewise(ops.BAND, a, c)

    def part(self, mask: Mask, condition: Value, truth: bool) -> Value:
        """The lanes of a mask where the condition holds, or doesn't."""
        opposite = self.lane(ops.BNOT, condition)
        ways = self.both(mask, condition), self.both(mask, opposite)
        taken, other = ways if truth else ways[::-1]
        assert taken is not None and other is not None
        self.parted[taken.id] = mask, other
        return taken

    def either(self, masks: list[Mask]) -> Mask:
        found = masks[0]
        for mask in masks[1:]:
            if found is None or mask is None:
                return None
            whole, rest = self.parted.get(found.id, (None, None))
            if rest is not None and mask.id in self.parted and self.parted[mask.id][0] is rest:
                # One way out after the other: all lanes but those that come through.
                through = self.parted[mask.id][1]
                found = self.both(whole, self.lane(ops.BNOT, through))
                assert found is not None
                self.parted[found.id] = whole, through
            else:
                found = self.b.lanewise(ops.BOR, found, mask)
        return found

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


_TO = {
    ops.I2F: F64,
    ops.U2F: F64,
    ops.I2S: F32,
    ops.U2S: F32,
    ops.F2S: F32,
    ops.S2F: F64,
}
