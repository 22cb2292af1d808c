"""Code as an ELF object file, which the system's linker takes (System V psABI x86-64, chapter 4)."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..errors import LinkError
from ..machine.sections import (
    ABS32,
    ABS32S,
    ABS64,
    BRANCH32,
    BSS,
    DATA,
    REL8,
    REL16,
    REL32,
    RODATA,
    TEXT,
    Symbol,
    given_address,
)
from ..machine.unwind import eh_frame
from . import dwarf, elf

if TYPE_CHECKING:
    from ..machine.code import Code

# R_X86_64_PC8, PC16, PC32, PLT32, 32, 32S and 64 (psABI, table 4.9).
RELOCATIONS = {REL8: 15, REL16: 13, REL32: 2, BRANCH32: 4, ABS32: 10, ABS32S: 11, ABS64: 1}
# By the linker's name, kind and flags.
SECTIONS = {
    TEXT: (".text", elf.PROGBITS, elf.ALLOC | elf.EXECUTE),
    RODATA: (".rodata", elf.PROGBITS, elf.ALLOC),
    DATA: (".data", elf.PROGBITS, elf.ALLOC | elf.WRITE),
    BSS: (".bss", elf.NOBITS, elf.ALLOC | elf.WRITE),
}
# Read-only data with addresses in them, which the loader writes.
RELOCATED = (".data.rel.ro", elf.PROGBITS, elf.ALLOC | elf.WRITE)
MARK = 0x7F4A_6974_6E65_7921
"""In place of the text's address until it is known where that is referred to."""
FRAMES = ".eh_frame"
Told = dict[str, tuple[bytes, list[tuple[int, str, str, int]]]]
"""Contents by section, and where these refer to others: (offset, kind, section, addend)."""
LEAST_ALIGNMENT = {TEXT: 16, RODATA: 1, DATA: 8, BSS: 8}  # as linked in memory (placement.py)


def object_file(code: Code, exported: Iterable[Symbol], filename: str) -> bytes:
    """The bytes of a relocatable object file. `exported` symbols can be seen from other files, and externals must be
    defined by them; `filename` is that of the source.

    Raises LinkError for an external that is an object of this process.
    """
    layout = code.layout()
    told = {**_frames(code), **_debug(code, filename)}
    numbers = {name: number for number, name in enumerate([*code.sections, *told], 1)}
    table = _Symbols(filename, numbers)
    outer = list(exported)
    for symbol in code.symbols:
        if symbol.section is not None and symbol not in outer and symbol.name[0] != ".":
            table.add(symbol.name, elf.LOCAL, numbers[symbol.section], layout.offset(symbol))
    locals_end = table.count
    places = {}
    for symbol in outer:
        if symbol.section is not None:
            kind = elf.GLOBAL_FUNCTION if symbol.section == TEXT else elf.GLOBAL
            places[symbol] = table.add(symbol.name, kind, numbers[symbol.section], layout.offset(symbol))
    for symbol in code.externals:
        address = given_address(symbol.value) if symbol.value is not None else 0
        if not (symbol.value is None or isinstance(symbol.value, int)) or address is None:
            raise LinkError(f"external {symbol.name!r} is an object of this process, which an object file cannot name")
        where = elf.UNDEFINED if symbol.value is None else elf.ABSOLUTE
        places[symbol] = table.add(symbol.name, elf.GLOBAL, where, address)

    sections, relocated = [], []
    strings = len(numbers) + 1  # its number; the table of symbols is the next
    for name, section in code.sections.items():
        laid = layout.sections[name]
        entries = b""
        for fixup in laid.fixups:
            symbol, addend = fixup.symbol, fixup.addend
            if symbol in places:
                number = places[symbol]
            else:  # relative to its section, which has a symbol of its own
                assert symbol.section is not None
                number, addend = 1 + numbers[symbol.section], addend + layout.offset(symbol)
            entries += elf.relocation(fixup.offset, RELOCATIONS[fixup.kind], number, addend)
        written, kind, flags = SECTIONS[name]
        if name == RODATA and any(fixup.kind == ABS64 for fixup in laid.fixups):
            written, kind, flags = RELOCATED
        align = max(section.alignment, LEAST_ALIGNMENT[name])
        content = b"" if name == BSS else bytes(laid.data)
        sections.append(elf.Section(written, kind, content, flags, size=laid.size, align=align))
        if entries:
            relocated.append(_relocations(written, entries, strings + 1, numbers[name]))
    for name, (content, references) in told.items():
        flags, align = (elf.ALLOC, 8) if name == FRAMES else (0, 1)
        sections.append(elf.Section(name, elf.PROGBITS, content, flags, align=align))
        entries = b"".join(
            elf.relocation(at, RELOCATIONS[kind], 1 + numbers[to], addend) for at, kind, to, addend in references
        )
        if entries:
            relocated.append(_relocations(name, entries, strings + 1, numbers[name]))
    return elf.write(
        elf.RELOCATABLE,
        [
            *sections,
            elf.Section(".strtab", elf.STRTAB, bytes(table.names), align=1),
            elf.Section(".symtab", elf.SYMTAB, bytes(table.entries), link=strings, info=locals_end, entry=elf.SYMBOL),
            *relocated,
            elf.Section(".note.GNU-stack", elf.PROGBITS, align=1),  # the stack need not be executable
        ],
    )


def _relocations(name: str, entries: bytes, symbols: int, section: int) -> elf.Section:
    """The section of the relocations in another one, by its name and number."""
    kind, flags = elf.RELA, elf.INFO_LINK
    return elf.Section(f".rela{name}", kind, entries, flags, link=symbols, info=section, entry=elf.RELOCATION)


def _frames(code: Code) -> Told:
    """How unwinders get to the callers of functions: the entries of the table, as if the text and it lay at 0, whose
    beginnings the linker fills in; less the end, which it has from elsewhere."""
    content = bytearray(eh_frame([(code, 0)], 0)[:-4])
    references = []
    at = 0
    while at < len(content):
        size, common = struct.unpack_from("<II", content, at)
        if common:  # the distance to it
            place = at + 8
            references.append((place, REL32, TEXT, place + struct.unpack_from("<i", content, place)[0]))
            content[place : place + 4] = bytes(4)
        at += 4 + size
    return {FRAMES: (bytes(content), references)} if content else {}


def _debug(code: Code, filename: str) -> Told:
    """Which line of the source each instruction is of."""
    text = code.sections[TEXT]
    if not text.lines or not os.path.isfile(filename):
        return {}
    laid = code.layout().sections[TEXT]
    lines = [(laid.final(offset), line) for offset, line in text.lines]
    path = os.path.abspath(filename)
    unit = dwarf.assembler_unit(path, MARK, laid.size)
    table = dwarf.line_table(path, MARK, laid.size, lines)
    mark = struct.pack("<Q", MARK)
    return {
        ".debug_abbrev": (dwarf.UNIT_ABBREVIATION, []),
        ".debug_info": (
            unit.replace(mark, bytes(8)),
            [
                (6, ABS32, ".debug_abbrev", 0),
                (unit.index(mark), ABS64, TEXT, 0),
                (len(unit) - 4, ABS32, ".debug_line", 0),
            ],
        ),
        ".debug_line": (table.replace(mark, bytes(8)), [(table.index(mark), ABS64, TEXT, 0)]),
    }


class _Symbols:
    """The table of symbols: nothing, the source file, the sections, and what is added."""

    def __init__(self, filename: str, sections: dict[str, int]) -> None:
        self.names = bytearray(b"\0")
        self.entries = bytearray(elf.SYMBOL)
        self.count = 1
        self.add(os.path.basename(filename), elf.LOCAL_FILE, elf.ABSOLUTE, 0)
        for number in sections.values():
            self.add("", elf.LOCAL_SECTION, number, 0)

    def add(self, name: str, kind: int, section: int, value: int) -> int:
        """Returns the symbol's number."""
        at = 0
        if name:
            at = len(self.names)
            self.names += name.encode() + b"\0"
        self.entries += elf.symbol(at, kind, section, value, 0)
        self.count += 1
        return self.count - 1
