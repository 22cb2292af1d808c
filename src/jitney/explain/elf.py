"""Writes ELF files: just what shared libraries and object files need (System V gABI)."""

from __future__ import annotations

import struct
from typing import NamedTuple

RELOCATABLE, SHARED = 1, 3
X86_64 = 62

PROGBITS, SYMTAB, STRTAB, RELA, HASH, DYNAMIC, NOBITS, DYNSYM = 1, 2, 3, 4, 5, 6, 8, 11
WRITE, ALLOC, EXECUTE, INFO_LINK = 1, 2, 4, 0x40
LOAD, DYNAMIC_SEGMENT, STACK_SEGMENT = 1, 2, 0x6474E551
LOCAL, LOCAL_SECTION, LOCAL_FILE, GLOBAL, GLOBAL_OBJECT, GLOBAL_FUNCTION = 0, 3, 4, 0x10, 0x11, 0x12
UNDEFINED, ABSOLUTE = 0, 0xFFF1

HEADER, PROGRAM_HEADER, SECTION_HEADER, SYMBOL, RELOCATION = 64, 56, 64, 24, 24
PAGE = 0x1000


class Section(NamedTuple):
    """A section. `offset` is its place in the file; None to have it placed behind the others. `align` is in bytes."""

    name: str
    kind: int
    content: bytes = b""
    flags: int = 0
    address: int = 0
    size: int = -1
    link: int = 0
    info: int = 0
    entry: int = 0
    offset: int | None = None
    align: int = 8


class Segment(NamedTuple):
    """What is mapped: file offset and address agree."""

    kind: int
    flags: int  # read 4, write 2, execute 1
    start: int
    size: int


def write(kind: int, sections: list[Section], segments: tuple[Segment, ...] = ()) -> bytes:
    """The file. Sections are numbered from 1; the last is added here and has their names."""
    names = bytearray(b"\0")
    starts = []
    for name in [*[section.name for section in sections], ".shstrtab"]:
        starts.append(len(names))
        names += name.encode() + b"\0"
    sections = [*sections, Section(".shstrtab", STRTAB, bytes(names))]
    data = bytearray(HEADER + PROGRAM_HEADER * len(segments))
    headers = bytes(SECTION_HEADER)
    for section, name_at in zip(sections, starts, strict=True):
        offset = section.offset
        if offset is None:
            data += bytes(-len(data) % max(16, section.align))
            offset = len(data)
        end = offset + len(section.content)
        data += bytes(max(0, end - len(data)))
        data[offset:end] = section.content
        size = len(section.content) if section.size < 0 else section.size
        headers += struct.pack(
            "<IIQQQQIIQQ", name_at, section.kind, section.flags, section.address, offset, size, section.link,
            section.info, section.align, section.entry,
        )  # fmt: skip
    data += bytes(-len(data) % 8)
    data[:HEADER] = struct.pack(
        "<16sHHIQQQIHHHHHH", b"\x7fELF\x02\x01\x01", kind, X86_64, 1, 0, HEADER if segments else 0, len(data), 0,
        HEADER, PROGRAM_HEADER, len(segments), SECTION_HEADER, len(sections) + 1, len(sections),
    )  # fmt: skip
    for number, segment in enumerate(segments):
        at = HEADER + PROGRAM_HEADER * number
        data[at : at + PROGRAM_HEADER] = struct.pack(
            "<IIQQQQQQ", segment.kind, segment.flags, segment.start, segment.start, segment.start, segment.size,
            segment.size, PAGE if segment.kind == LOAD else 8,
        )  # fmt: skip
    return bytes(data + headers)


def symbol(name_at: int, info: int, section: int, value: int, size: int) -> bytes:
    return struct.pack("<IBBHQQ", name_at, info, 0, section, value, size)


def relocation(offset: int, kind: int, symbol_number: int, addend: int) -> bytes:
    """An Elf64_Rela"""
    return struct.pack("<QQq", offset, symbol_number << 32 | kind, addend)


def shared_library(functions: dict[str, bytes], objects: dict[str, bytes]) -> bytes:
    """A library that exports functions, as machine code without references, and writable objects.

    First page: headers, symbols. Second page: code. Third page: the dynamic section, the objects.
    """
    exported = {**functions, **objects}
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in exported)
    text, code_at, objects_at = b"", {}, {}
    for name, content in functions.items():
        code_at[name] = PAGE + len(text)
        text += content + bytes(-len(content) % 16)
    hash_at = HEADER + 5 * PROGRAM_HEADER
    count = len(exported) + 1
    chains = struct.pack(f"<IIII{count - 2}II", 1, count, 1, 0, *range(2, count), 0)  # one bucket: all in one chain
    symbols_at = hash_at + len(chains) + -len(chains) % 8
    strings_at = symbols_at + SYMBOL * count
    dynamic_at = 2 * PAGE
    table = ((4, hash_at), (5, strings_at), (6, symbols_at), (10, len(strings)), (11, SYMBOL), (0, 0))  # DT_HASH ...
    dynamic = b"".join(struct.pack("<QQ", *pair) for pair in table)
    data_at, data = dynamic_at + len(dynamic), b""
    for name, content in objects.items():
        objects_at[name] = data_at + len(data)
        data += content + bytes(-len(content) % 16)
    symbols, name_at = bytes(SYMBOL), 1
    for name, content in exported.items():
        info, section = (GLOBAL_FUNCTION, 4) if name in functions else (GLOBAL_OBJECT, 6)
        symbols += symbol(name_at, info, section, {**code_at, **objects_at}[name], len(content))
        name_at += len(name) + 1
    end = data_at + len(data)
    return write(
        SHARED,
        [
            Section(".hash", HASH, chains, ALLOC, hash_at, link=2, entry=4, offset=hash_at),
            Section(".dynsym", DYNSYM, symbols, ALLOC, symbols_at, link=3, info=1, entry=SYMBOL, offset=symbols_at),
            Section(".dynstr", STRTAB, strings, ALLOC, strings_at, offset=strings_at),
            Section(".text", PROGBITS, text, ALLOC | EXECUTE, PAGE, offset=PAGE),
            Section(".dynamic", DYNAMIC, dynamic, ALLOC | WRITE, dynamic_at, link=3, entry=16, offset=dynamic_at),
            Section(".data", PROGBITS, data, ALLOC | WRITE, data_at, offset=data_at),
        ],
        (
            Segment(LOAD, 4, 0, strings_at + len(strings)),
            Segment(LOAD, 5, PAGE, len(text)),
            Segment(LOAD, 6, dynamic_at, end - dynamic_at),
            Segment(DYNAMIC_SEGMENT, 6, dynamic_at, len(dynamic)),
            Segment(STACK_SEGMENT, 6, 0, 0),  # without it, loading the library makes all stacks executable
        ),
    )
