"""Values that are known only when everything has its place: `.long end - start`, a constant that is defined below.

While the text is read, such a value is a `Symbol` that fixups refer to like any other. `settle` puts what it stands for
in its place: another label and a number, or bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import AssemblyError
from ...machine.layout import Layout
from ...machine.sections import ABS32, ABS32S, ABS64, FIXUP_RANGE, FIXUP_SIZE, REL32, Align, Branch, Fixup, Symbol
from ..operands import numeral
from .expressions import Sum
from .report import Problem, complaint

if TYPE_CHECKING:
    from ...machine.sections import Relocatable

ABS8, ABS16 = "abs8", "abs16"
"""Kinds of fixups for numbers, which never reach the linker."""
SIZES = {ABS8: 1, ABS16: 2, **FIXUP_SIZE}
ABSOLUTE = (ABS8, ABS16, ABS32, ABS32S, ABS64)
MAX_CHAIN = 64


def flattened(value: Sum, late: dict[Symbol, Sum], depth: int = 0) -> Sum:
    """A value in terms of labels that have places. Raises Wrong for one that is defined by itself."""
    if depth > MAX_CHAIN:
        raise Wrong("a constant is defined by itself, or by too many others")
    flat = Sum(value.number, value.registers)
    for symbol in value.plus:
        flat = flat.add(flattened(late[symbol], late, depth + 1) if symbol in late else Sum(0, (), (symbol,)))
    for symbol in value.minus:
        other = flattened(late[symbol], late, depth + 1) if symbol in late else Sum(0, (), (symbol,))
        flat = flat.add(Sum(-other.number, (), other.minus, other.plus))
    return flat


class Wrong(Exception):
    """A value that cannot be what it is used for."""


def settle(code: Relocatable, late: dict[Symbol, Sum], uses: dict[Symbol, Problem]) -> None:
    """Replace all that refers to late values; `uses` tells where they are written. Raises AssemblyError."""
    numbers: list[tuple[str, Fixup, Sum]] = []  # to be stored
    problems: list[Problem] = []

    def wrong(symbol: Symbol, message: Wrong) -> None:
        if symbol not in uses:
            raise AssemblyError(str(message)) from None
        problems.append(uses[symbol]._replace(message=str(message)))

    for name, section in code.sections.items():
        points: list[Branch | Align] = []
        for point in section.points:
            try:
                points.append(_branch(point, late) if isinstance(point, Branch) else point)
            except Wrong as message:
                wrong(point.symbol, message)  # type: ignore[union-attr]
        left = []
        for fixup in section.fixups:
            if fixup.symbol not in late:
                left.append(fixup)
                continue
            try:
                value = flattened(late[fixup.symbol], late)
            except Wrong as message:
                wrong(fixup.symbol, message)
                continue
            if len(value.plus) == 1 and not value.minus and fixup.kind in FIXUP_SIZE:
                left.append(Fixup(fixup.offset, fixup.kind, value.plus[0], fixup.addend + value.number))
            else:
                numbers.append((name, fixup, value))
        section.points, section.fixups = points, left
    layout = Layout(code) if numbers and not problems else None
    changed: dict[str, tuple[bytearray, list[Fixup]]] = {}
    for name, fixup, value in numbers if layout is not None else ():
        section = code.sections[name]
        if name not in changed:
            changed[name] = bytearray(section.data), list(section.fixups)
        try:
            _store(*changed[name], name, fixup, value, layout)  # type: ignore[arg-type]
        except Wrong as message:
            wrong(fixup.symbol, message)
    for name, (data, fixups) in changed.items():
        code.sections[name].data, code.sections[name].fixups = bytes(data), fixups
    if problems:
        raise complaint(problems)


def _store(data: bytearray, fixups: list[Fixup], name: str, fixup: Fixup, value: Sum, layout: Layout) -> None:
    """Put a number, or the difference of two labels, in its place."""
    size = SIZES[fixup.kind]
    number = value.number + fixup.addend
    if len(value.plus) > len(value.minus):
        raise Wrong(f"the address of a label does not fit {8 * size} bits")
    if len(value.plus) > 1 or len(value.plus) != len(value.minus):
        raise Wrong("this is neither a number nor a label and a number")
    if fixup.kind not in ABSOLUTE:
        raise Wrong("this is a number, where a place is wanted")
    if value.plus:
        added, taken = value.plus[0], value.minus[0]
        if taken.section is None or (added.section is None and not added.is_external):
            raise Wrong(f"label {(added if taken.section else taken).name!r} is defined nowhere")
        before = layout.sections[taken.section].final(taken.offset)
        if added.section == taken.section:
            number += layout.offset(added) - before
        elif taken.section == name and size == 4:  # how far it is from here, which the linker knows
            addend = number + layout.sections[name].final(fixup.offset) - before
            fixups.append(Fixup(fixup.offset, REL32, added, addend))
            return
        else:
            raise Wrong(f"{added.name!r} and {taken.name!r} are in different sections")
    low, high = FIXUP_RANGE[ABS32S] if fixup.kind == ABS32S else (-(1 << 8 * size - 1), (1 << 8 * size) - 1)
    if not low <= number <= high:
        raise Wrong(f"this is {numeral(number)}, which does not fit {8 * size} bits")
    data[fixup.offset : fixup.offset + size] = (number & (1 << 8 * size) - 1).to_bytes(size, "little")


def _branch(point: Branch, late: dict[Symbol, Sum]) -> Branch:
    if point.symbol not in late:
        return point
    value = flattened(late[point.symbol], late)
    if value.is_number:
        address = value.number & (1 << 64) - 1
        return point._replace(symbol=Symbol(hex(address), external=True, value=address))
    if len(value.plus) != 1 or value.minus:
        raise Wrong("this is not a place that a branch can go to")
    return point._replace(symbol=value.plus[0], addend=point.addend + value.number)
