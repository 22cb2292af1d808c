"""What `load` takes for code, and how it is read.

b"\\x0f\\x05\\xc3"                      bytes, or anything with a buffer of bytes
"0f05 c3", "0x0f, 0x05, 0xc3"         hex text: white space, commas, 0x and comments (# ; //) don't matter
"0:  0f 05   syscall\\n2:  c3  ret"    a listing as objdump, gdb (disassemble /r) and Jitney print it
[0x0f05, 0xc3cc]                      16-bit words, high byte first; or an array of unsigned 16-bit items
code                                  a Code
"""

from __future__ import annotations

import re

from ..errors import CodeTextError
from ..machine import Code
from ..x86 import X86_64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def code_from(source: Any) -> Code:
    """The Code that `source` describes. Raises CodeTextError, or TypeError where it isn't a description of code."""
    if isinstance(source, Code):
        if not source.sections["text"].size:
            raise CodeTextError("the code is empty: it has no text")
        return source
    if isinstance(source, str):
        data = from_text(source)
    else:
        try:
            view = memoryview(source)
        except TypeError:
            data = from_words(source)
        else:
            data = from_buffer(view)
    if not data:
        raise CodeTextError("the code is empty")
    return Code.from_bytes(data, X86_64)


def from_buffer(view: memoryview) -> bytes:
    """The bytes of a buffer of bytes; or of unsigned 16-bit items, the high byte of each first."""
    order = view.format[0] if view.format[:1] in ("@", "=", "<", ">", "!") else "@"
    item = view.format.lstrip("@=<>!")
    if item in ("B", "b", "c"):
        return view.tobytes()
    if item == "H" and view.itemsize == 2:
        import sys

        data = view.tobytes()
        if order in "<" or (order in "@=" and sys.byteorder == "little"):
            swapped = bytearray(len(data))
            swapped[::2], swapped[1::2] = data[1::2], data[::2]
            data = bytes(swapped)
        _refuse_bytes_as_words(data)
        return data
    raise TypeError(
        f"code in a buffer has items of one byte, or unsigned ones of two (16-bit words), not of format {view.format!r}"
    )


def from_words(source: Any) -> bytes:
    """The bytes of a sequence of 16-bit words, the high byte of each first."""
    try:
        words = list(source) if not isinstance(source, (dict, set, frozenset)) else None
    except TypeError:
        words = None
    if words is None:
        raise TypeError(
            "code is bytes, hex text, a listing, a sequence of 16-bit words or a Code (an assembler's `code()`), "
            f"not {type(source).__module__}.{type(source).__qualname__}"
        )
    data = bytearray()
    for index, word in enumerate(words):
        try:
            value = word.__index__()
        except AttributeError:
            raise TypeError(f"item {index} of the code must be an int, not {type(word).__name__}") from None
        if not 0 <= value <= 0xFFFF:
            raise CodeTextError(f"item {index} of the code is {value:#x}, which is no 16-bit word")
        data += value.to_bytes(2, "big")
    _refuse_bytes_as_words(data)
    return bytes(data)


def _refuse_bytes_as_words(data: bytes | bytearray) -> None:
    """Ints that are all below 256 are surely bytes; read as words, they would be other code, without a sign of it."""
    if data and not any(data[::2]):
        raise CodeTextError(
            "all items of the code are below 256: they look like bytes. Items of a sequence of ints are 16-bit words; "
            "for bytes, pass bytes(items)"
        )


_COMMENT = re.compile(r"(#|;|//).*")
_SEPARATOR = re.compile(r"[\s,]+")
_DIGITS = re.compile(r"[0-9a-fA-F]*")
# `15:`, `0x15:`, gdb's `0x0000555555555131 <+8>:` or `=> 0x... <main+8>:`; then bytes, or nothing.
_OFFSET = re.compile(r"\s*(?:=>\s*)?(?:0[xX])?([0-9a-fA-F]+)(?:\s*<[^>]*>)?:(?=\s|$)")
# Digits in pairs or larger groups, with single spaces between; then two spaces, a tab, an instruction, or the end. A
# later group of letters alone (fadd) is an instruction, unless it is one byte.
_BYTES = re.compile(
    r"\s*((?:[0-9a-fA-F]{2})+(?: (?:[0-9a-fA-F]{2}|(?=[a-fA-F]*[0-9])(?:[0-9a-fA-F]{2})+)(?=\s|$))*)(?=\s|$)"
)
_MORE_BYTES = re.compile(r"\s+(?!db\b|dd\b)(?:[0-9a-fA-F]{2})(?:\s|$)")
# Lines that objdump, gdb and assemblers' listings have besides.
_IGNORED = re.compile(
    r"\s*(?:$|[#;]|//|Dump of assembler|End of assembler|Disassembly of section|\S+:\s+file format"
    r"|(?:[0-9a-fA-F]+\s+)?<[^>]*>:\s*$|[.\w$@?]+:\s*(?:[#;].*)?$|section\s|\.\w+)"
)


def from_text(text: str) -> bytes:
    """The bytes of hex text or of a listing."""
    lines = text.splitlines()
    listing = any((match := _OFFSET.match(line)) and _BYTES.match(line, match.end()) for line in lines)
    return _from_listing(lines) if listing else _from_hex(lines)


def _error(number: int, line: str, message: str) -> CodeTextError:
    shown = line.strip()
    return CodeTextError(f"line {number}: {message}: {shown[:80]!r}")


def _from_hex(lines: list[str]) -> bytes:
    data = bytearray()
    for number, line in enumerate(lines, 1):
        for word in filter(None, _SEPARATOR.split(_COMMENT.sub("", line))):
            digits = word[2:] if word[:2] in ("0x", "0X") else word
            if not digits or not _DIGITS.fullmatch(digits):
                raise CodeTextError(
                    f"line {number}: {word[:40]!r} is not hexadecimal. Text is code in hex, such as '48c7 c001', "
                    "or a listing with offsets, such as '0: 48 c7 c0 01'; for assembly there is jitney.x86.Assembler"
                )
            if len(digits) % 2:
                raise CodeTextError(f"line {number}: {word[:40]!r} has an odd number of hex digits: a byte has two")
            data += bytes.fromhex(digits)
    return bytes(data)


def _from_listing(lines: list[str]) -> bytes:
    data = bytearray()
    first = None
    gap = False
    for number, line in enumerate(lines, 1):
        if line.strip() in (".data", ".bss"):
            raise _error(number, line, "a listing says nothing of where writable data lie: load the Code itself")
        gap = gap or line.strip() == ".rodata"  # which the linker aligns
        match = _OFFSET.match(line)
        found = match and _BYTES.match(line, match.end())
        if not match or not found:
            if _IGNORED.match(line):
                continue
            problem = "no bytes after the offset" if match else "a line of a listing starts with an offset and a colon"
            raise _error(number, line, problem)
        offset = int(match.group(1), 16)
        if first is None:
            first = offset
        expected = first + len(data)
        if gap and 0 <= offset - expected < 64:
            data += bytes(offset - expected)
        elif offset != expected:
            raise _error(number, line, f"offset {expected:#x} comes next, found {offset:#x}")
        if _MORE_BYTES.match(line, found.end()):
            raise _error(number, line, "the bytes of a line stand with single spaces between them")
        gap = False
        data += bytes.fromhex(found.group(1))
    return bytes(data)
