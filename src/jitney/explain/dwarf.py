"""Debugging information, of DWARF 4: a compile unit and a line table.

What unwinders need is in machine/unwind.py.
"""

from __future__ import annotations

import os
import struct
from typing import TYPE_CHECKING

from ..machine.unwind import signed, unsigned

if TYPE_CHECKING:
    from collections.abc import Sequence

ABBREVIATIONS = bytes(
    (
        1, 0x11, 1,  # compile unit, with children
        0x03, 0x08, 0x13, 0x0B, 0x11, 0x01, 0x12, 0x07, 0x10, 0x17, 0, 0,  # name, language, low pc, size, line table
        2, 0x2E, 0,  # subprogram
        0x03, 0x08, 0x3A, 0x0B, 0x3B, 0x06, 0x11, 0x01, 0x12, 0x07, 0, 0,  # name, file, line, low pc, size
        0,
    )
)  # fmt: skip
UNIT_ABBREVIATION = bytes(
    (1, 0x11, 0, 0x03, 0x08, 0x13, 0x05, 0x11, 0x01, 0x12, 0x07, 0x10, 0x17, 0, 0, 0)  # the same, and no children
)
PYTHON, ASSEMBLER = 0x14, 0x8001


def information(name: str, filename: str, line: int, address: int, size: int) -> bytes:
    """.debug_info"""
    unit = b"\x01" + os.fsencode(filename) + b"\0" + struct.pack("<BQQI", PYTHON, address, size, 0)
    unit += b"\x02" + name.encode() + b"\0" + struct.pack("<BIQQ", 1, line, address, size) + b"\0"
    return _sized(struct.pack("<HIB", 4, 0, 8) + unit)


def assembler_unit(filename: str, address: int, size: int) -> bytes:
    """.debug_info for the text of an assembly program, with UNIT_ABBREVIATION"""
    unit = b"\x01" + os.fsencode(filename) + b"\0" + struct.pack("<HQQI", ASSEMBLER, address, size, 0)
    return _sized(struct.pack("<HIB", 4, 0, 8) + unit)


def line_table(filename: str, address: int, size: int, lines: Sequence[tuple[int, int]]) -> bytes:
    """.debug_line"""
    directory, file = os.path.split(os.path.abspath(filename) if os.path.exists(filename) else filename)
    directories = os.fsencode(directory) + b"\0\0" if directory else b"\0"
    files = directories + os.fsencode(file) + bytes((0, 1 if directory else 0, 0, 0, 0))
    # Instructions of one byte, one operation each, each row a statement; special opcodes would begin at 13.
    head = struct.pack("<BBBbBB", 1, 1, 1, -5, 14, 13) + bytes((0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1)) + files
    program = b"\0\x09\x02" + struct.pack("<Q", address)  # set the address
    at, current = 0, 1
    for offset, line in lines:
        program += b"\x02" + unsigned(offset - at) + b"\x03" + signed(line - current) + b"\x01"  # advance, a row
        at, current = offset, line
    program += b"\x02" + unsigned(size - at) + b"\0\x01\x01"  # end of the sequence
    return _sized(struct.pack("<HI", 4, len(head)) + head + program)


def _sized(content: bytes) -> bytes:
    return struct.pack("<I", len(content)) + content
