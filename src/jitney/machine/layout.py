"""Layout: settle a Code's branches and alignment, so that every offset is final.

A branch starts short and grows to its long form when its target is out of the reach of 8 bits; growing moves what
follows, so this repeats until nothing grows. Branches never shrink again, hence it ends (the start-small method of
Szymanski, "Assembling code for machines with span-dependent instructions", CACM 1978). What is relative within
one section is then resolved here; fixups that remain need addresses (linker.py).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from ..errors import LinkError
from .externals import is_defined
from .sections import BRANCH32, BSS, FIXUP_RANGE, FIXUP_SIZE, REL8, REL16, REL32, TEXT, Align, Branch, Fixup

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .sections import Relocatable, Section, Symbol

RELATIVE = (REL8, REL16, REL32, BRANCH32)


class SectionLayout:
    """The final bytes of a section, the fixups left in it, and the map from unrelaxed to final offsets."""

    __slots__ = ("_deltas", "_offsets", "data", "fixups", "name", "size")

    def __init__(self, name: str, size: int, offsets: Sequence[int] = (), deltas: Sequence[int] = (0,)) -> None:
        self.name = name
        self.size = size
        self._offsets = offsets
        self._deltas = deltas
        self.data = b""
        self.fixups: Sequence[Fixup] = ()

    def final(self, offset: int) -> int:
        """The final offset of an unrelaxed one."""
        return offset + self._deltas[bisect_left(self._offsets, offset)]


class Layout:
    """The settled sections of a Code, by name."""

    def __init__(self, code: Relocatable) -> None:
        check_symbols(code)
        self.sections = {name: _settle(code, section) for name, section in code.sections.items()}
        wrong: list[LinkError] = []
        for laid in self.sections.values():
            if not laid.fixups:
                continue
            data = bytearray(laid.data)
            left = []
            for fixup in laid.fixups:
                symbol = fixup.symbol
                if symbol.section == laid.name and fixup.kind in RELATIVE:
                    value = laid.final(symbol.offset) + fixup.addend - fixup.offset
                    try:
                        store(code, laid, data, fixup, value)
                    except LinkError as error:
                        wrong.append(error)
                else:
                    left.append(fixup)
            laid.data, laid.fixups = bytes(data), left
        if wrong:
            raise together(wrong)

    def size(self, name: str) -> int:
        """The final size of a section in bytes."""
        return self.sections[name].size if name in self.sections else 0

    def offset(self, symbol: Symbol) -> int:
        """The final offset of a bound symbol in its section."""
        assert symbol.section is not None
        return self.sections[symbol.section].final(symbol.offset)


def together(wrong: Sequence[LinkError]) -> LinkError:
    """One error for several, which it has in `errors`."""
    error = LinkError("\n".join(map(str, wrong)))
    error.errors = tuple(wrong)
    return error


def check_symbols(code: Relocatable) -> None:
    """Raise LinkError if a symbol that is used has no place, or if two places have one name."""
    seen: dict[str, Symbol] = {}
    for symbol in code.symbols:
        other = seen.setdefault(symbol.name, symbol)
        if other is not symbol:
            raise LinkError(
                f"symbol {symbol.name!r} is defined twice: at {other.section}+{other.offset:#x} "
                f"and at {symbol.section}+{symbol.offset:#x}"
            )
    for section in code.sections.values():
        for holder in (*section.fixups, *section.points):
            if holder.__class__ is Align:
                continue
            symbol = holder.symbol  # type: ignore[union-attr]
            if not symbol.is_external and seen.get(symbol.name) is not symbol:
                wrong = "never bound" if symbol.section is None else "bound in other code, or later"
                if symbol.section is None and is_defined(symbol.name):
                    wrong += f" (the C function of that name is a.extern({symbol.name!r}))"
                raise LinkError(
                    f"label {symbol.name!r} is used at {place(code, section.name, holder.offset)} but {wrong}"
                )


def place(code: Relocatable, section: str, offset: int, laid: SectionLayout | None = None) -> str:
    """Where in the code an offset lies, for messages: section, offset, instruction and source line if known.

    The offset is a final one if `laid` is given, else an unrelaxed one.
    """
    found = code.sections[section]
    position = laid.final if laid else int
    text = f"{section}+{offset:#x}"
    for start, length, record in found.instructions:
        if position(start) <= offset < position(start + length):
            text += f" ({record})"
    lines = [line for start, line in found.lines if position(start) <= offset]
    return f"{text}, line {lines[-1]}" if lines else text


def first_use(code: Relocatable, layout: Layout, symbol: Symbol) -> str:
    """Where a symbol is first referred to, for messages."""
    for name, laid in layout.sections.items():
        for fixup in laid.fixups:
            if fixup.symbol is symbol:
                return place(code, name, fixup.offset, laid)
    return "text"


def store(code: Relocatable, laid: SectionLayout, data: bytearray, fixup: Fixup, value: int) -> None:
    """Store a fixup's value in `data`, the bytes of its section. Raises LinkError when it does not fit."""
    low, high = FIXUP_RANGE[fixup.kind]
    if not low <= value <= high:
        what = "displacement to" if fixup.kind in RELATIVE else "address of"
        raise LinkError(
            f"{place(code, laid.name, fixup.offset, laid)}: the {what} {fixup.symbol.name!r}, {value:#x}, does not fit "
            f"{8 * FIXUP_SIZE[fixup.kind]} bits ({low:#x} to {high:#x})"
        )
    size = FIXUP_SIZE[fixup.kind]
    data[fixup.offset : fixup.offset + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, "little")


def _settle(code: Relocatable, section: Section) -> SectionLayout:
    points = section.points
    if not points:
        laid = SectionLayout(section.name, section.size)
        laid.data, laid.fixups = section.data, section.fixups
        return laid
    offsets = [point.offset for point in points]
    lengths = _lengths(section, offsets)
    deltas = [0]
    for point, length in zip(points, lengths, strict=False):
        nominal = 1 if point.__class__ is Align else len(point.long) + 4  # type: ignore[union-attr]
        deltas.append(deltas[-1] + length - nominal)
    laid = SectionLayout(section.name, section.size + deltas[-1], offsets, deltas)
    fixups = [Fixup(laid.final(fixup.offset), *fixup[1:]) for fixup in section.fixups]
    if section.name == BSS:
        laid.fixups = fixups
        return laid
    chunks = []
    previous = 0
    data = section.data
    for point, length, delta in zip(points, lengths, deltas, strict=False):
        offset = point.offset
        chunks.append(data[previous:offset])
        if point.__class__ is Align:
            chunks.append(_padding(code, section.name, length))
            previous = offset + 1
            continue
        assert isinstance(point, Branch)
        previous = offset + len(point.long) + 4
        if length == previous - offset:
            chunks.append(point.long + bytes(4))
            place_ = offset + delta + len(point.long)
            fixups.append(Fixup(place_, BRANCH32, point.symbol, point.addend - 4))
        else:
            chunks.append(point.short + bytes(1))
            fixups.append(Fixup(offset + delta + len(point.short), REL8, point.symbol, point.addend - 1))
    chunks.append(data[previous:])
    laid.data = b"".join(chunks)
    laid.fixups = fixups
    return laid


def _lengths(section: Section, offsets: list[int]) -> list[int]:
    """The settled length in bytes of each point.

    Each round computes where everything is, then sweeps forward over the short branches that go back and backward over
    those that go forward. Growth met in a sweep counts at once, so that a branch which grows because another did needs
    no round of its own; but not across an alignment, which may swallow it, and is computed anew in each round.
    """
    points = section.points
    back: dict[int, tuple[int, int]] = {}  # point -> (distance without growth, points before the target)
    forth: dict[int, tuple[int, int]] = {}
    aligned = list(accumulate((isinstance(point, Align) for point in points), initial=0))
    lengths = []
    for number, point in enumerate(points):
        if isinstance(point, Align):
            lengths.append(0)
        elif point.symbol.section == section.name:
            target = point.symbol.offset
            before = bisect_left(offsets, target)
            (back if before <= number else forth)[number] = (target + point.addend - point.offset, before)
            lengths.append(len(point.short) + 1)
        else:
            lengths.append(len(point.long) + 4)
    while True:
        deltas = [0]
        delta = 0
        for number, point in enumerate(points):
            if isinstance(point, Align):
                lengths[number] = -(point.offset + delta) % point.boundary
                delta += lengths[number] - 1
            else:
                delta += lengths[number] - len(point.long) - 4
            deltas.append(delta)
        grown = [0]  # growth in this round before each point
        for number in range(len(points)):
            growth = 0
            if number in back:
                distance, before = back[number]
                distance += deltas[before] - deltas[number] - lengths[number]
                if aligned[before] == aligned[number]:
                    distance += grown[before] - grown[number]
                if not -128 <= distance <= 127:
                    del back[number]
                    growth = _grow(points, lengths, number)
            grown.append(grown[-1] + growth)
        later = [0] * (len(points) + 1)  # growth in this round from each point on
        for number in range(len(points) - 1, -1, -1):
            growth = grown[number + 1] - grown[number]
            if number in forth:
                distance, before = forth[number]
                distance += deltas[before] - deltas[number] - lengths[number]
                if aligned[before] == aligned[number]:
                    distance += later[number + 1] - later[before]
                if not -128 <= distance <= 127:
                    del forth[number]
                    growth = _grow(points, lengths, number)
            later[number] = later[number + 1] + growth
        if not later[0]:
            return lengths


def _grow(points: Sequence[Branch | Align], lengths: list[int], number: int) -> int:
    """Give a branch its long form. Returns by how many bytes it grew."""
    point = points[number]
    assert isinstance(point, Branch)
    before = lengths[number]
    lengths[number] = len(point.long) + 4
    return lengths[number] - before


def _padding(code: Relocatable, section: str, length: int) -> bytes:
    if section != TEXT:
        return bytes(length)
    nops = code.target.padding
    whole, rest = divmod(length, len(nops))
    return nops[-1] * whole + (nops[rest - 1] if rest else b"")
