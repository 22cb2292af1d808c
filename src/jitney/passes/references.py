"""Removes pairs of a RETAIN and the RELEASE that undoes it, as around `counts[x] += 1`, where somebody else owns the
object too in between.

That is sure where both stand in one block and nothing between them can drop a reference: no other RELEASE, call or
safepoint. Whoever owned the object at the RETAIN then owns it still. The exits in between release one reference less.
Needs nothing; run early, as what is known of memory ends at a RELEASE.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.function import Exit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..ir.function import Function, Value

_DROPS = frozenset((ops.RELEASE, ops.CALL, ops.CCALL, ops.UPCALL, ops.POLL))
"""What may drop references, by itself or through the Python code that it runs."""


def run(function: Function) -> None:
    exits: dict[tuple[Exit, int], Exit] = {}  # by exit and the object that it need not release any more
    for block in function.blocks:
        gone: set[int] = set()
        open_: list[int] = []  # places of RETAINs with nothing after them that drops references
        for place, value in enumerate(block.code):
            op = value.op
            if op == ops.RETAIN:
                open_.append(place)
            elif op in _DROPS:
                if op == ops.RELEASE:
                    pair = next((start for start in reversed(open_) if block.code[start].args == value.args), -1)
                    if pair >= 0 and _unhold(block.code[pair + 1 : place], value.args[0], exits):
                        open_.remove(pair)
                        gone |= {block.code[pair].id, value.id}
                        continue
                open_.clear()
        if gone:
            block.code = [value for value in block.code if value.id not in gone]


def _unhold(code: list[Value], owner: Value, exits: dict[tuple[Exit, int], Exit]) -> bool:
    """Takes the object from what the exits of this code release, if all of them do."""
    leaving = [value for value in code if value.exit is not None]
    if not all(owner in value.exit.held for value in leaving if value.exit):
        return False
    for value in leaving:
        exit = value.exit
        assert exit is not None
        found = exits.get((exit, owner.id))
        if found is None:
            held = list(exit.held)
            held.remove(owner)
            found = Exit(exit.kind, exit.line, exit.payload, exit.operands, tuple(held), exit.frames)
            exits[exit, owner.id] = found
        value.exit = found
    return True
