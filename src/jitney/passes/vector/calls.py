"""Calls of C functions that few lanes want, such as those for numbers that a shorter way can't do (powers.py).

Where any lane wants one, a word gets a bit for each lane that does, the arguments go to memory in the function's frame,
and a loop calls the function for one bit after the other.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.builder import Scope
from ...ir.function import Memory
from ...ir.types import F32, F64, I32, I64, SIZES
from .basics import ALIAS, CALLS, FLOATS, No

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Value
    from .writer import _Writer

_WORDS = {F64: I64, F32: I32}
"""Integers as wide as floats."""


def callable_by_lanes(value: Value) -> bool:
    """Whether that can be done: a function of floats of one width, that only computes."""
    return value.attr.pure and value.type in FLOATS and all(type == value.type for type in value.attr.parameters)


def call_by_lanes(writer: _Writer, value: Value, mask: Value) -> Value:
    """The results of a call; in lanes that don't want it, anything."""
    b, function, lanes = writer.b, writer.function, writer.lanes
    element = _WORDS[value.type]
    if not lanes.unit.has_lane_shifts(element):
        raise No(CALLS, value.line)
    type, words = lanes.type(value.type), lanes.type(element)
    size = SIZES[value.type]
    mask = writer.both(writer.whole, mask) or mask
    vectors = {arg.id: writer.vec(arg) for arg in value.args if not arg.is_const}
    first = next(iter(vectors.values())) if vectors else writer.vec(value.args[0])
    numbers = writer.outside(lambda: b.lanes(words))
    powers = writer.outside(lambda: writer.lane(ops.SHL, b.splat(b.word(1), words), numbers))
    nothing = writer.splat(b.zero, words)
    wanted, turn, going = blocks = [function.block() for _ in range(3)]
    for block in blocks:
        block.line, block.depth, block.cold = writer.line, b.block.depth, block is not going or b.block.cold
    scope = b.scope
    b.block.branch(b.any(mask), wanted, going, [], [first])
    b.enter(wanted, Scope(scope))
    places = {
        id: Memory(FLOATS[value.type], size, number * lanes.count * size, ALIAS) for number, id in enumerate(vectors)
    }
    room = function.value(ops.FRAME, I64, (), max(len(vectors), 1) * lanes.count * size)
    function.entry.code.insert(0, room)
    for id, place in places.items():
        b.store(place._replace(scale=1), vectors[id], room)
    wanted.jump(turn, [b.reduce(writer.lane(ops.SELECT, mask, powers, nothing), "or"), first])
    b.enter(turn, Scope(scope))
    bits, found = function.param(turn, I64), function.param(turn, type)
    number = b.sub(b.share(ops.BITLEN, I64, (b.and_(bits, b.sub(b.zero, bits)),)), b.word(1))
    args = [b.load(places[arg.id], room, number) if arg.id in places else arg for arg in value.args]
    result = b.emit(ops.CCALL, value.type, tuple(args), value.attr)
    there = writer.lane(ops.EQ, numbers, b.splat(number, words))
    following = writer.lane(ops.SELECT, there, b.splat(result, type), found)
    more = b.and_(bits, b.sub(bits, b.word(1)))
    turn.branch(b.ne(more, b.zero), turn, going, [more, following], [following])
    b.enter(going, Scope(scope))
    writer.blocks += blocks
    return function.param(going, type)
