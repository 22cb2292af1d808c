"""`jitney dis`: bytes to instructions, with a decoder library."""

from __future__ import annotations

import os
import re
import sys

from ..calls.source import code_from
from ..errors import CommandError
from ..machine import Code
from ..x86.disassembler import disassemble, sweep
from ..x86.target import X86_64
from .terminal import painted_listing

HEX = re.compile(rb"[\s0-9a-fA-FxX,]*")
# What jitney asm -f c and -f python write.
ARRAY = re.compile(rb"unsigned char \w+\[\] = \{\n(.*?)\n\};|bytes\.fromhex\(\n(.*?)\n\)", re.DOTALL)
COMMENTS = re.compile(rb"/\*.*?\*/|#[^\n]*|\"")
# A text is hardly machine code; a line of letters may well be.
TEXT = re.compile(rb"(?=.*\n)[\t\n\r -~]*", re.DOTALL)
WORD = re.compile(r"0[xX][0-9a-fA-F]+|\d+")


def dis(given: list[str], format: str | None, origin: int, everything: bool) -> None:
    """Print the instructions in a file, on standard input (`-`), or in hex digits. Raises CommandError, CodeTextError,
    OSError."""
    try:
        import iced_x86  # noqa: F401
    except ImportError:
        raise CommandError(
            "jitney dis decodes with the library iced-x86, which is not installed: pip install jitney[tools]"
        ) from None
    data = _read(given)
    if format is None:
        if data[:4] == b"\x7fELF":
            raise CommandError(f"{given[0]} is an ELF file: objdump -d -Mintel shows its instructions")
        if array := ARRAY.search(data):
            data = COMMENTS.sub(b"", array[1] or array[2])
        format = "hex" if HEX.fullmatch(data) or _is_listing(data) else "bin"
        if format == "bin" and TEXT.fullmatch(data):
            raise CommandError(
                f"{given[0]} is a text, but none of hex digits nor a listing: -f bin if it is machine code"
            )
    code = code_from(_content(data, format))
    target = X86_64._replace(disassemble=sweep if everything else disassemble)
    text = Code.from_bytes(code.sections["text"].data, target).listing(origin)
    print("\n".join(painted_listing(text)))


def _read(given: list[str]) -> bytes:
    """What is in the file that is named, or the arguments themselves where they are hex digits."""
    if given == ["-"]:
        return sys.stdin.buffer.read()
    if len(given) == 1 and os.path.exists(given[0]):
        with open(given[0], "rb") as file:
            return file.read()
    text = " ".join(given).encode(errors="replace")
    if HEX.fullmatch(text) is None:
        raise CommandError(f"there is no file {given[0]!r}, and it is no text of hex digits")
    return text


def _is_listing(data: bytes) -> bool:
    """Whether these bytes are the text of a listing."""
    return re.match(rb"\s*(?:[\w.]+:\s+)?[0-9a-f]+:  [0-9a-f]{2}\b", data) is not None


def _content(data: bytes, format: str) -> bytes | str | list[int]:
    """What to give to `code_from`."""
    if format == "bin":
        return data
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise CommandError(f"-f {format} is for texts, and this is none") from None
    if format == "hex":
        return text
    words = text.replace(",", " ").split()
    if wrong := next((word for word in words if WORD.fullmatch(word) is None), None):
        raise CommandError(f"{wrong!r} is no number: words are written 0x48C7 or 18631")
    return [int(word, 0) for word in words]
