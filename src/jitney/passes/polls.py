"""Makes safepoints in inner loops cheap: they look only every so often whether Python wants something.

In a loop that has a counter, which grows by the same constant every round, a few bits of the counter are all zero once
in so many rounds, whatever it started from. A POLL with two operands, the counter and a constant that has those bits,
is one only when they are zero: a test and a branch in place of two loads and a comparison. How many bits depends on
what a round costs, so that a loop still reacts within some ten microseconds. A loop that is shorter than that, by the
range of its counter, needs no POLL.

Only for loops with no loops or calls of jitted or Python functions in them, and where every round comes to the POLL:
what is around an inner loop polls for itself. Needs: ranges are of use. Run last, as nobody else knows the operands.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.dominators import avoidable, natural_loop, predecessors, reverse_postorder
from ..ir.types import I64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Block, Function, Value

ROUNDS = 1024
"""The most rounds of a loop between two looks."""
WORK = 1 << 15
"""The most operations between two looks, about."""
_CALL_WORK = 64
"""What a call of a C function counts for."""
_STOPS = frozenset((ops.CALL, ops.UPCALL, ops.RETAIN, ops.RELEASE))


def run(function: Function) -> None:
    if not any(block.depth for block in function.blocks):
        return
    order = reverse_postorder(function)
    before = predecessors(order)
    for number in range(len(order)):
        latches = [other for other in before[number] if other >= number]
        if latches:
            _visit(function, order, before, number, latches)


def _visit(function: Function, order: list[Block], before: list[list[int]], head: int, latches: list[int]) -> None:
    body = natural_loop(before, head, latches)
    place = -1
    cost = 0
    for number in body:
        if number != head and any(other >= number for other in before[number]):
            return  # a loop in it
        for value in order[number].code:
            op = value.op
            if op in _STOPS:
                return
            if op == ops.POLL:
                if place >= 0 or value.args:
                    return
                place = number
            cost += _CALL_WORK if op == ops.CCALL else 1
    if place < 0 or avoidable(before, head, latches, place):
        return
    found = _counter(order, head, latches)
    if found is None:
        return
    following, step = found
    low = step & -step
    rounds = min(ROUNDS, WORK // max(cost, 1))
    mask = ((1 << rounds.bit_length() - 1) - 1) * low
    if not 0 < mask < 1 << 31:
        return
    code = order[place].code
    at = next(at for at, value in enumerate(code) if value.op == ops.POLL)
    counter, after = following.args[0], following in code[:at]
    if after:
        counter = following
    if low == 1 and 0 < counter.lo and counter.hi <= mask:
        del code[at]
    else:
        code[at].args = (counter, function.const(I64, mask))


def _counter(order: list[Block], head: int, latches: list[int]) -> tuple[Value, int] | None:
    """A sum that a parameter of the loop gets in every round: itself and a constant."""
    block = order[head]
    for place, param in enumerate(block.params):
        sums = {
            arguments[place]
            for latch in latches
            for target, arguments in zip(order[latch].targets, order[latch].arguments, strict=True)
            if target is block
        }
        if len(sums) == 1:
            (found,) = sums
            if found.op in (ops.ADD, ops.ADDO, ops.UADDO) and found.args[0] is param and found.args[1].is_const:
                if found.args[1].attr:
                    return found, found.args[1].attr
    return None
