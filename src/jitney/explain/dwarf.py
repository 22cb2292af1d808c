"""Debugging information, DWARF 4: a compile unit and a line table; for a compiled function its unwinding too."""

from __future__ import annotations

import os
import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
REGISTERS = {"rbx": 3, "rbp": 6, "r12": 12, "r13": 13, "r14": 14, "r15": 15}
"""Numbers that DWARF gives to those registers that functions save (System V psABI x86-64, figure 3.36)."""

RSP, RETURN_ADDRESS = 7, 16
_STACK = re.compile(r"(push|pop|(?:add|sub) rsp,|ret)(?: (\w+))?$")


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
        program += b"\x02" + _unsigned(offset - at) + b"\x03" + _signed(line - current) + b"\x01"  # advance, a row
        at, current = offset, line
    program += b"\x02" + _unsigned(size - at) + b"\0\x01\x01"  # end of the sequence
    return _sized(struct.pack("<HI", 4, len(head)) + head + program)


def frames(address: int, size: int, instructions: Iterable[tuple[int, int, object]]) -> bytes:
    """.eh_frame: where the caller's registers are, at each instruction, from what the function does to its stack.

    `instructions` are their beginnings, ends and texts.
    """
    common = struct.pack("<IBBBBB", 0, 1, 0, 1, 0x78, RETURN_ADDRESS)  # data in units of -8 bytes
    common += bytes((0x0C, RSP, 8, 0x80 | RETURN_ADDRESS, 1))  # at entry: the return address is on top
    common += bytes(-(len(common) + 4) % 8)
    code, at, depth = b"", 0, 8
    body = 0
    saved: dict[str, int] = {}
    for _, end, record in instructions:
        found = _STACK.match(str(record))
        if found is None:
            continue
        action, operand = found.groups()
        more = b""
        if action == "push":
            depth += 8
            if operand in REGISTERS:
                saved.setdefault(operand, depth)
                more = bytes((0x80 | REGISTERS[operand], depth // 8))
        elif action == "pop":
            depth -= 8
            if operand in REGISTERS:
                more = bytes((0xC0 | REGISTERS[operand],))  # as at entry: it is the caller's again
        elif action == "ret":  # what follows has the frame that the body has
            depth = body
            more = b"".join(bytes((0x80 | REGISTERS[name], place // 8)) for name, place in saved.items())
        else:
            depth += int(operand, 0) if action.startswith("sub") else -int(operand, 0)
        body = max(body, depth)
        code += b"\x04" + struct.pack("<I", end - at) + b"\x0e" + _unsigned(depth) + more
        at = end
    content = struct.pack("<QQ", address, size) + code
    content += bytes(-(len(content) + 8) % 8)
    first = _sized(common)
    return first + _sized(struct.pack("<I", len(first) + 4) + content) + bytes(4)


def _sized(content: bytes) -> bytes:
    return struct.pack("<I", len(content)) + content


def _unsigned(number: int) -> bytes:
    """LEB128"""
    found = bytearray()
    while number >= 0x80:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*found, number))


def _signed(number: int) -> bytes:
    found = bytearray()
    while not -0x40 <= number < 0x40:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*found, number & 0x7F))
