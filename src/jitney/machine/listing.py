"""A Code as text, laid out as an assembler's listing: offset, bytes, instruction.

    start:
       0:  48 c7 c0 01 00 00 00       mov rax, 1
       7:  48 8d 35 0a 00 00 00       lea rsi, [rip + message]  # 0x18 message
       e:  c3                         ret

Instructions print from the records that the assembler kept. Bytes without records are decoded by the target's
disassembler if it has one that works here, else they print as data. What is not an instruction prints as `.ascii` or
`.byte`. Offsets count from the start of the text; read-only data follow it, as they will in memory. Data and zeroed
data have places of their own, shown as `data+0x8`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from .placement import SEALED, Placement
from .sections import BSS, REL32, TEXT, Align, Records

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .layout import Layout, SectionLayout
    from .sections import Relocatable, Section, Symbol

BYTES_IN_ROW = 10
COLUMN = 3 * BYTES_IN_ROW + 1
HINT = "; bytes without records: pip install jitney[tools] to see them as instructions"


def render(code: Relocatable, layout: Layout, base: int = 0, linked: Mapping[str, bytes] | None = None) -> str:
    """The listing of a code. `base` is added to every offset of text and read-only data, such as the text's address.

    `linked` has the bytes of sections as they are in memory; without it, displacements to be linked show as zeros.
    """
    return "\n".join(_lines(code, layout, base, linked or {})) + "\n"


def _lines(code: Relocatable, layout: Layout, base: int, linked: Mapping[str, bytes]) -> Iterator[str]:
    placed = Placement(code, layout).starts
    starts = {name: placed[name] for name in SEALED}
    for name, section in code.sections.items():
        laid = layout.sections[name]
        if not laid.size:
            continue
        start = starts[name] + base if name in starts else 0
        if name != TEXT:
            yield f".{name}"
        if name == BSS:
            for symbol in (symbol for symbol in code.symbols if symbol.section == BSS):
                yield f"{symbol.name}:{'':<{COLUMN}}  ; {name}+{layout.offset(symbol):#x}"
            yield f"{'':>6}  .zero {laid.size}"
            continue
        data = linked.get(name, bytes(laid.data))
        yield from _section(code, section, laid, data, start, _Names(code, layout, starts, base))


class _Names:
    """Names for places: what comments say and which labels stand where."""

    def __init__(self, code: Relocatable, layout: Layout, starts: dict[str, int], base: int) -> None:
        self.layout = layout
        self.starts = starts
        self.base = base
        self.labels: dict[tuple[str, int], list[str]] = {}
        for symbol in code.symbols:
            if symbol.section is not None:
                self.labels.setdefault((symbol.section, layout.offset(symbol)), []).append(symbol.name)

    def place(self, symbol: Symbol, addend: int) -> str:
        """Where a symbol is, and its name: `0x20 message`."""
        if symbol.is_external:
            return f"{symbol.name} (external)"
        assert symbol.section is not None
        offset = self.layout.offset(symbol) + addend
        name = symbol.name + (f" {'-' if addend < 0 else '+'} {abs(addend)}" if addend else "")
        if symbol.section in self.starts:
            return f"{self.starts[symbol.section] + self.base + offset:#x} {name}"
        return f"{symbol.section}+{offset:#x} {name}"


def _section(
    code: Relocatable, section: Section, laid: SectionLayout, data: bytes, start: int, names: _Names
) -> Iterator[str]:
    records: Records = [
        (laid.final(offset), laid.final(offset + length) - laid.final(offset), record)
        for offset, length, record in section.instructions
    ]
    if not records and section.name == TEXT and code.target.disassemble is not None:
        decoded = code.target.disassemble(bytes(laid.data))
        if decoded is None:
            yield HINT
        else:
            records = decoded
    comments = _comments(section, laid, records, names)
    labels = {offset: found for (name, offset), found in names.labels.items() if name == section.name}
    gaps = {}
    for point in section.points:
        if isinstance(point, Align) and (first := laid.final(point.offset)) < (last := laid.final(point.offset + 1)):
            gaps[first] = (last, point.boundary)
    edges = sorted({*labels, *gaps, *(last for last, _ in gaps.values())})

    def between(begin: int, end: int) -> Iterator[str]:
        """What lies between two instructions: alignment, and a piece of data for each label."""
        inner = edges[bisect_right(edges, begin) : bisect_left(edges, end)]
        for first, last in pairwise([begin, *inner, end] if begin < end else ()):
            for label in labels.get(first, ()):
                yield f"{label}:"
            if first in gaps:
                yield from _rows(data[first:last], start + first, f".align {gaps[first][1]}")
            else:
                yield from _pieces(data[first:last], start + first)

    position = 0
    for number, (offset, length, record) in enumerate(records):
        yield from between(position, offset)
        for label in labels.get(offset, ()):
            yield f"{label}:"
        comment = comments.get(number)
        relative = getattr(record, "relative", None)
        if relative is not None and comment is None:
            comment = f"{start + offset + length + relative:#x}"
        text = f"{record}" if comment is None else f"{record}  # {comment}"
        yield from _rows(data[offset : offset + length], start + offset, text)
        position = offset + length
    yield from between(position, laid.size)
    for label in labels.get(laid.size, ()):
        yield f"{label}:"


def _comments(section: Section, laid: SectionLayout, records: Records, names: _Names) -> dict[int, str]:
    """For each instruction with an operand relative to the next one, by number: the place that it refers to."""
    offsets = [offset for offset, _, _ in records]
    found = {}
    for fixup in section.fixups:
        at = laid.final(fixup.offset)
        number = bisect_right(offsets, at) - 1
        if fixup.kind == REL32 and number >= 0 and at < offsets[number] + records[number][1]:
            # The addend counts from the fixup, the operand from the end of the instruction.
            end = offsets[number] + records[number][1]
            found[number] = names.place(fixup.symbol, fixup.addend + end - at)
    return found


def _pieces(data: bytes, offset: int) -> Iterator[str]:
    """Rows for bytes that are no instructions: runs of text as .ascii, the rest as .byte."""
    position = 0
    while position < len(data):
        end = position
        while end < len(data) and (0x20 <= data[end] < 0x7F or data[end] in b"\n\t"):
            end += 1
        if end - position >= 4:
            text = data[position:end].decode().translate({10: "\\n", 9: "\\t", 34: '\\"', 92: "\\\\"})
            yield from _rows(data[position:end], offset + position, f'.ascii "{text}"')
            position = end
            continue
        end = min(len(data), max(end, position + 1))
        piece = data[position : min(end, position + 8)]
        while len(piece) < 8 and end < len(data) and not _is_text(data[end : end + 4]):
            end += 1
            piece = data[position:end]
        yield from _rows(piece, offset + position, ".byte " + ", ".join(f"{byte:#x}" for byte in piece))
        position += len(piece)


def _is_text(data: bytes) -> bool:
    return len(data) == 4 and all(0x20 <= byte < 0x7F or byte in b"\n\t" for byte in data)


def _rows(data: bytes, offset: int, text: str) -> Iterator[str]:
    """One line for the first bytes and the text, further lines for bytes that do not fit it."""
    for at in range(0, max(1, len(data)), BYTES_IN_ROW):
        content = data[at : at + BYTES_IN_ROW].hex(" ")
        yield f"{offset + at:>6x}:  {content:<{COLUMN}}{text if at == 0 else ''}".rstrip()
