"""Calls of C functions that few lanes want, such as those for numbers that a shorter way can't do (powers.py).

Where any lane wants one, a word gets a bit for each lane that does, the arguments go to memory in the function's frame,
and a loop calls the function for one bit after the other.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import Memory
from ...ir.types import F32, F64, I32, I64, SIZES
from .basics import ALIAS, FLOATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Value
    from .values import Mask
    from .writer import _Writer

_WORDS = {F64: I64, F32: I32}
"""Integers as wide as floats."""


def callable_by_lanes(value: Value) -> bool:
    """Whether that can be done: a function of floats of one width, that only computes."""
    return value.attr.pure and value.type in FLOATS and all(type == value.type for type in value.attr.parameters)


class Called:
    """What was called for the lanes of a `mask`, of which `bits` has one each: the CCALL it was made of, with the
    vector of each argument, None for constants; the blocks that it takes, of which the last has what comes of it as
    `param`."""

    __slots__ = ("arguments", "before", "bits", "blocks", "mask", "param", "value")

    def __init__(self, value: Value, arguments: list[tuple[Value, Value | None]], mask: Value, bits: Value) -> None:
        self.value = value
        self.arguments = arguments
        self.mask = mask
        self.bits = bits
        self.before: Block
        self.blocks: list[Block]
        self.param: Value

    @property
    def vectors(self) -> list[Value]:
        return [vector for _, vector in self.arguments if vector is not None]

    @property
    def other(self) -> Value:
        """What comes in the other lanes."""
        return self.before.arguments[1][0]

    @other.setter
    def other(self, value: Value) -> None:
        wanted = self.blocks[0]
        self.before.arguments[1][0] = wanted.arguments[0][1] = value


def call_by_lanes(writer: _Writer, value: Value, mask: Value) -> Value:
    """The results of a call; in lanes that don't want it, anything: see `join`."""
    b, function, lanes = writer.b, writer.function, writer.lanes
    element = _WORDS[value.type]
    type, words = lanes.type(value.type), lanes.type(element)
    size = SIZES[value.type]
    wanting = writer.both(writer.whole, mask) or mask
    arguments = [(arg, None if arg.is_const else writer.vec(arg)) for arg in value.args]
    vectors = {vector.id: vector for _, vector in arguments if vector is not None}
    first = next(iter(vectors.values())) if vectors else writer.vec(value.args[0])
    numbers = writer.outside(lambda: b.lanes(words))
    wanted, turn, going = blocks = [function.block() for _ in range(3)]
    for block in blocks:
        block.line, block.depth, block.cold = writer.line, b.block.depth, block is not going or b.block.cold
    scope, before = b.scope, b.block
    all_bits = b.maskbits(wanting)
    called = Called(value, arguments, mask, all_bits)
    before.branch(b.ne(all_bits, b.zero), wanted, going, [], [first])
    b.enter(wanted, Scope(scope))
    places = {
        id: Memory(FLOATS[value.type], size, number * lanes.count * size, ALIAS) for number, id in enumerate(vectors)
    }
    room = function.value(ops.FRAME, I64, (), max(len(vectors), 1) * lanes.count * size)
    function.entry.code.insert(0, room)
    for id, place in places.items():
        b.store(place._replace(scale=1), vectors[id], room)
    wanted.jump(turn, [all_bits, first])
    b.enter(turn, Scope(scope))
    bits, found = function.param(turn, I64), function.param(turn, type)
    number = b.sub(b.share(ops.BITLEN, I64, (bits,)), b.word(1))
    args = [arg if vector is None else b.load(places[vector.id], room, number) for arg, vector in arguments]
    result = b.emit(ops.CCALL, value.type, tuple(args), value.attr)
    there = writer.lane(ops.EQ, numbers, b.splat(number, words))
    following = writer.lane(ops.SELECT, there, b.splat(result, type), found)
    more = b.xor(bits, b.shl(b.word(1), number))
    turn.branch(b.ne(more, b.zero), turn, going, [more, following], [following])
    b.enter(going, Scope(scope))
    writer.blocks += blocks
    called.before, called.blocks, called.param = before, blocks, function.param(going, type)
    writer.called[called.param.id] = called
    return called.param


def join(writer: _Writer, masks: list[Mask], given: list[Value]) -> Value | None:
    """Where one of two ways comes with what was called for its lanes, the call can begin with what the other way comes
    with, and nothing is left to select. None where that isn't so."""
    if len(given) != 2:
        return None
    for mask, value, other in zip(masks, given, given[::-1], strict=True):
        called = writer.called.get(value.id)
        # What has a lower number was there before the call.
        if called is not None and called.mask is mask and other.id < called.bits.id and other.type == value.type:
            called.other = other
            return value
    return None
