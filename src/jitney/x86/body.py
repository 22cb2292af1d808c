"""Bodies of functions with a frame: where they jump out of it, and what they do to the stack below it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..errors import AssemblyError
from .assembler import Mark, Unwind
from .operands import Label, Reg
from .unwind import BRANCH, CALL, DWARF_RBP, END, JUMP, MOVE, RSP, WRITE, Stack, after, declared, is_pointer, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

STACK_ALIGNMENT = 16
POINTER = 16
"""How far the frame pointer is below the CFA: the return address and the caller's rbp are above it."""
MOST_DEPTHS = 4
"""Further ones at a place are followed only if they are aligned otherwise: a loop that pushes has no end."""


class Body:
    """The items of a body. `name` is the function's in messages; `others` are all other items of the program so far.

    Raises AssemblyError for a jump of which it cannot be told how it could leave the frame as it was.
    """

    def __init__(self, items: list[Any], name: str, others: Iterable[Any]) -> None:
        self.items = items
        self.name = name
        self._places = {item.symbol: index for index, item in enumerate(items) if item.__class__ is Mark}
        self._kinds = [kind_of(item.form) if item.form is not None else None for item in items]
        self._others = others
        self.leaving = frozenset(index for index, kind in enumerate(self._kinds) if self._leaves(index, kind))
        """The indices of the jumps that go elsewhere, before which the frame is to be undone."""

    @cached_property
    def _in_table(self) -> list[int]:
        """The places of labels that a jump through a table or register may go to: their address is used, or no branch
        goes there."""
        branched: set[Any] = set()
        addressed: set[Any] = set()
        for item in (*self.items, *self._others):
            if (
                item.form is not None
                and kind_of(item.form) in (BRANCH, JUMP, CALL)
                and item.operands[0].__class__ is Label
            ):
                branched.add(item.operands[0])
            else:
                addressed.update(fixup.symbol for fixup in getattr(item, "fixups", ()))
        return [place for symbol, place in self._places.items() if symbol in addressed or symbol not in branched]

    def _leaves(self, index: int, kind: int | None) -> bool:
        if kind not in (JUMP, BRANCH):
            return False
        item = self.items[index]
        target = item.operands[0]
        if target in self._places:
            return False
        if kind == JUMP and (target.__class__ is Label or isinstance(target, int)):
            return True
        if kind == BRANCH:
            raise AssemblyError(
                f"{self.name}: `{item}` leaves the function, whose frame stands: branch to a label in it, and from "
                "there go on with jmp, before which the frame is undone"
            )
        if not self._in_table:
            raise AssemblyError(
                f"{self.name}: `{item}` goes to no label of the function, whose frame stands: to call what it goes to "
                "and return, use f.call(...) and f.ret()"
            )
        return False

    def check_stack(self, depth: int) -> None:
        """Follows all ways through the body, which begins with the stack `depth` bytes below the CFA.

        Raises AssemblyError where more is taken off than was put there, and at a call where the stack pointer is no
        multiple of 16, as functions count on (section 3.2.2).
        """
        seen: dict[int, set[int | None]] = {}
        pending: list[tuple[int, int | None]] = [(0, depth)]
        while pending:
            index, now = pending.pop()
            while index < len(self.items):
                known = seen.setdefault(index, set())
                if now in known or (len(known) >= MOST_DEPTHS and _alignment(now) in map(_alignment, known)):
                    break
                known.add(now)
                item, kind = self.items[index], self._kinds[index]
                if kind == CALL and _alignment(now):
                    raise AssemblyError(
                        f"{self.name}: at `{item}` the stack is {_alignment(now)} bytes off a multiple of "
                        f"{STACK_ALIGNMENT}, which functions count on: push another word above it, or take one off"
                    )
                if kind in (MOVE, WRITE) and _writes_pointer(item, kind):
                    now = after(Stack(now, POINTER, ((DWARF_RBP, -POINTER),)), item).depth
                    if now is not None and now < depth:
                        raise AssemblyError(
                            f"{self.name}: `{item}` takes off the stack what the function has not put there: below its "
                            "pushes are its frame and the return address"
                        )
                elif item.__class__ is Unwind:
                    now = declared(item.steps).depth
                pending += ((place, now) for place in self._targets(item, kind))
                if kind in (END, JUMP):
                    break
                index += 1

    def _targets(self, item: Any, kind: int | None) -> Iterator[int]:
        """Where a branch goes to in the body."""
        if kind in (JUMP, BRANCH):
            target = item.operands[0]
            if target in self._places:
                yield self._places[target]
            elif not (target.__class__ is Label or isinstance(target, int)):
                yield from self._in_table


def _alignment(depth: int | None) -> int | None:
    return None if depth is None else depth % STACK_ALIGNMENT


def _writes_pointer(item: Any, kind: int) -> bool:
    """Whether an instruction moves the stack pointer."""
    if kind == MOVE:
        return True
    first = item.operands[0]
    return isinstance(first, Reg) and is_pointer(first) and first.number == RSP.number
