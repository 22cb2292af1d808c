"""Sums and products of floats in the order of the iterations: what is added is computed in lanes, and a scalar takes
one lane after the other.

Each iteration takes the sum through *steps*, `s + t`, `s - t`, `s * t` or `s / t`. The terms t are vectors; a step
under a condition takes what is neutral where that doesn't hold, so the scalar only waits for the steps themselves.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.function import Memory
from ...ir.types import I64, SIZES
from ...records import NamedTuple
from .basics import ALIAS, FLOATS, Missing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Value
    from .basics import Reduction
    from .reductions import Collecting
    from .writer import _Writer

STEPS = {
    ops.FADD: ((0, 1), -0.0, "fadd"),
    ops.FSUB: ((0,), 0.0, "fsub"),
    ops.FMUL: ((0, 1), 1.0, "fmul"),
    ops.FDIV: ((0,), 1.0, "fdiv"),
}
"""By op: the places of operands at which what is collected may stand; the neutral term; the builder's name."""


class Step(NamedTuple):
    """One step: its op, its term, and the block it is taken in."""

    op: int
    term: Value
    block: Block


def find_steps(loop: Collecting, param: Value, next: Value) -> list[Step] | None:
    """The steps that lead from a parameter of the head to what comes round, in order; None if that's not all that
    happens to it, or if loops inside take part."""
    shape = loop.shape
    deep = {id for inner in shape.inner.values() for id in inner.ids}
    home = {value.id: block for block in shape.blocks for part in (block.params, block.code) for value in part}
    known: dict[int, list[Step] | None] = {param.id: []}

    def chain(value: Value) -> list[Step] | None:
        if value.id in known or value.id not in home:
            return known.get(value.id)
        known[value.id] = None
        block = home[value.id]
        if block.id in deep:
            return None
        if value.op in STEPS:
            ways = [chain(arg) for arg in value.args]
            places = [place for place in STEPS[value.op][0] if ways[place] is not None]
            if len(places) == 1 and ways.count(None) == 1:  # what is taken away or divided by is something else
                (place,) = places
                before = ways[place]
                assert before is not None
                known[value.id] = [*before, Step(value.op, value.args[1 - place], block)]
        elif value.id in loop.split.arguments:
            known[value.id] = _joined([chain(argument) for argument in loop.split.arguments[value.id]])
        return known[value.id]

    steps = chain(next)
    if not steps:
        return None
    for id, found in known.items():
        for user, place in loop.users.get(id, ()) if found is not None else ():
            round = place < 0 and user is param and id == next.id
            if not round and (user is None or known.get(user.id) is None or user is param):
                return None
    return steps


def _joined(ways: list[list[Step] | None]) -> list[Step] | None:
    """The steps of several ways, those that are common first: each iteration goes one of them only."""
    found: list[Step] = []
    for way in ways:
        if way is None:
            return None
        found += [step for step in way if not any(step is other for other in found)]
    return found


def take_in_order(writer: _Writer, reduction: Reduction, collected: Value) -> Value:
    """Takes a scalar through the steps of all lanes, which come from memory: that is quicker than to take a vector
    apart. Returns what it is then."""
    b, function, lanes = writer.b, writer.function, writer.lanes
    found: list[tuple[str, Value, Memory | None]] = []
    for op, term, block in reduction.steps:
        _, neutral, name = STEPS[op]
        mask = writer.masks[block.id]
        if mask is None and term.is_const:
            found.append((name, term, None))
            continue
        vector = writer.vec(term)
        element = vector.type & 15
        if mask is not None:
            nothing = writer.splat(function.const(element, neutral), vector.type)
            vector = writer.lane(ops.SELECT, mask, vector, nothing)
        if not lanes.unit.has_vector(ops.STORE, element, lanes.count):
            raise Missing(ops.STORE, element, writer.line)
        room = function.value(ops.FRAME, I64, (), lanes.count * SIZES[element])
        function.entry.code.insert(0, room)
        place = Memory(FLOATS[element], 1, 0, ALIAS)
        b.store(place, vector, room)
        found.append((name, room, place))
    for lane in range(lanes.count):
        for name, term, stored in found:
            if stored is not None:
                term = b.load(stored._replace(displacement=lane * stored.kind.size), term)
            collected = getattr(b, name)(collected, term)
    return collected
