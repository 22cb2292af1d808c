"""Windows that slide: a loop inside sums up what lies around the place where the loop around is.

    for x in range(r, n - r):
        total = 0
        for d in range(-r, r + 1):
            total += a[x + d]
        b[x] = total // (2 * r + 1)

Such a loop around is spread over lanes first. The one inside goes round a few times only as a rule, and would have to
combine its lanes at the end of each; here each lane has a window of its own, and neighbours lie side by side.
"""

from __future__ import annotations

from ...ir import ops
from ...ir.types import I64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block
    from ..loops import Loop
    from ..shapes import Shape


def loop_around(order: list[Block], loop: Loop, fastmath: bool) -> Loop | None:
    """The loop around a loop without others inside and without stores that is the first with a store; if it has no
    more than these, and the one inside might be spread by itself: what it sums up are ints, but for `fastmath`."""
    if loop.children or _stores(order, loop) or not _loads(order, loop):
        return None
    if not fastmath and sum(param.type == I64 for param in order[loop.head].params) < 2:
        return None
    around = loop.parent
    while around is not None and len(around.children) == 1:
        if _stores(order, around):
            return around
        around = around.parent
    return None


def slides(shape: Shape, order: list[Block], loop: Loop) -> bool:
    """Whether iterations of the loop around, which `shape` is of, read side by side in a loop inside, or the same."""
    moves = False
    for number in loop.blocks:
        for value in order[number].code:
            if value.op == ops.LOAD and len(value.args) == 2:
                memory = value.attr
                step = shape.slopes.of(value.args[1])
                if not isinstance(step, int) or step * memory.scale not in (0, memory.kind.size):
                    return False
                moves |= step != 0
    return moves


def _stores(order: list[Block], loop: Loop) -> bool:
    return any(value.op == ops.STORE for number in loop.blocks for value in order[number].code)


def _loads(order: list[Block], loop: Loop) -> bool:
    return any(value.op == ops.LOAD for number in loop.blocks for value in order[number].code)
