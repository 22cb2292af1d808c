"""`jitney asm`: a source to bytes, in one of many forms."""

from __future__ import annotations

import keyword
import os
import re
import sys
from collections.abc import Callable, Iterator

from ..errors import CommandError
from ..machine.layout import RELATIVE
from ..machine.sections import BSS, TEXT
from ..x86.text.flat import flattened
from ..x86.text.program import Program
from .source import program_from, warn
from .terminal import painted_listing, painter, show_message

SUFFIXES = {
    ".bin": "bin", ".hex": "hex", ".c": "c", ".h": "c", ".py": "python", ".o": "elf", ".lst": "listing", ".txt": "hex",
}  # fmt: skip
ROW = 12  # bytes
# The keywords of C and C++ (C23, 6.4.1; C++23, 5.11), and a name that is taken.
RESERVED = frozenset(
    """alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t char8_t class
    co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype default
    delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline int long main
    mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register
    reinterpret_cast requires restrict return short signed sizeof static static_assert static_cast struct switch
    template this thread_local throw true try typedef typeid typename typeof typeof_unqual union unsigned using virtual
    void volatile wchar_t while xor xor_eq""".split()
)


def asm(path: str, format: str | None, output: str | None, origin: int) -> None:
    """Assemble a file and write it. Raises AssemblyError, CommandError, LinkError, OSError."""
    if format is None:
        suffix = os.path.splitext(output or "")[1]
        if output is not None and suffix not in SUFFIXES:
            raise CommandError(f"which format is {output}? Say -f, or end its name in one of {' '.join(SUFFIXES)}")
        format = SUFFIXES.get(suffix, "listing")
    program = program_from(path)
    warn(program)
    made = FORMATS[format](program, origin)
    if format not in ("listing", "elf"):
        _warn_of_places(program, origin)
    if output is not None:
        with open(output, "wb") as file:
            file.write(made if isinstance(made, bytes) else made.encode())
    elif isinstance(made, bytes):
        if sys.stdout.isatty():
            raise CommandError(f"-f {format} is not for a terminal: say where to write with -o, or print -f hex")
        sys.stdout.buffer.write(made)
    elif format == "listing":
        print("\n".join(painted_listing(made)))
    else:
        sys.stdout.write(made)


def _listing(program: Program, origin: int) -> str:
    if program.code.externals:  # which have their places when it is loaded
        return program.code.listing(origin)
    return program.code.listing(origin, {name: content for name, (_, content) in flattened(program, origin).items()})


def _bytes(program: Program, origin: int) -> bytes:
    return b"".join(data for data, _ in _rows(program, origin))


def _hex(program: Program, origin: int) -> str:
    data = _bytes(program, origin)
    return "".join(f"{data[at : at + 16].hex(' ')}\n" for at in range(0, len(data), 16))


def _words(program: Program, origin: int) -> str:
    data = _bytes(program, origin)
    data += bytes(len(data) % 2)
    words = [f"0x{data[at : at + 2].hex().upper()}" for at in range(0, len(data), 2)]
    return "".join(f"{', '.join(words[at : at + 8])},\n" for at in range(0, len(words), 8))


def _c(program: Program, origin: int) -> str:
    rows = list(_rows(program, origin))
    lines = [f"/* {os.path.basename(program.filename)}, {_size(rows)} */"]
    lines.append(f"static const unsigned char {_name(program)}[] = {{")
    for data, text in rows:
        row = "".join(f"0x{byte:02x}, " for byte in data)
        lines.append(f"    {row:<46}/* {text.replace('*/', '* /')} */" if text else f"    {row.rstrip()}")
    return "\n".join([*lines, "};", ""])


def _python(program: Program, origin: int) -> str:
    rows = list(_rows(program, origin))
    lines = [f"# {os.path.basename(program.filename)}, {_size(rows)}"]
    lines.append(f"{_name(program)} = bytes.fromhex(")
    for data, text in rows or [(b"", "")]:
        quoted = f'"{data.hex(" ")}"'
        lines.append(f"    {quoted:<38}  # {text}" if text else f"    {quoted}")
    return "\n".join([*lines, ")", ""])


def _elf(program: Program, origin: int) -> bytes:
    from ..explain.objectfile import object_file

    if origin:
        raise CommandError("the linker says where an object file goes: --origin is for bytes")
    if not program.exported:
        message = "this object exports nothing: name what other files use, as in .global main"
        show_message(f"{program.filename}: warning: {message}", "warning")
    return object_file(program.code, program.exported, program.filename)


FORMATS: dict[str, Callable[[Program, int], bytes | str]] = {
    "listing": _listing, "bin": _bytes, "hex": _hex, "words": _words, "c": _c, "python": _python, "elf": _elf,
}  # fmt: skip


def _name(program: Program) -> str:
    """The file's name as one in C and Python."""
    name = re.sub(r"\W", "_", os.path.splitext(os.path.basename(program.filename))[0], flags=re.ASCII).strip("_")
    usable = name and not name[0].isdigit() and name not in RESERVED and not keyword.iskeyword(name)
    return name if usable else f"code_{name}".rstrip("_")


def _size(rows: list[tuple[bytes, str]]) -> str:
    count = sum(len(data) for data, _ in rows)
    return f"{count} byte{'s' * (count != 1)}"


def _warn_of_places(program: Program, origin: int) -> None:
    """Say what bytes rely on that they cannot hold: their own address, and memory behind them."""
    layout = program.code.layout()
    fixups = [fixup for section in layout.sections.values() for fixup in section.fixups if not fixup.symbol.is_external]
    if not origin and any(fixup.kind not in RELATIVE for fixup in fixups):
        _warn(
            program, "the bytes hold addresses that are right only if they lie at 0: say where they will, by --origin"
        )
    if any(fixup.symbol.section == BSS for fixup in fixups):
        size = layout.size(BSS)
        _warn(program, f"the bytes refer to .bss, which is not among them: {size} zeros must follow them in memory")


def _warn(program: Program, message: str) -> None:
    paint = painter(sys.stderr)
    head = paint("strong", f"{program.filename}: ") + paint("warning", "warning: ")
    print(head + paint("strong", message), file=sys.stderr)


def _rows(program: Program, origin: int) -> Iterator[tuple[bytes, str]]:
    """The bytes of a program in rows: an instruction and its text, or some data."""
    position = origin
    for name, (start, content) in flattened(program, origin).items():
        if start > position:
            yield bytes(start - position), "alignment"
        at = 0
        final = program.code.layout().sections[name].final
        for offset, length, record in program.code.sections[name].instructions:
            first, last = final(offset), final(offset + length)
            yield from _data(content[at:first], "" if name == TEXT else f".{name}")
            yield content[first:last], str(record)
            at = last
        yield from _data(content[at:], "" if name == TEXT else f".{name}")
        position = start + len(content)


def _data(content: bytes, text: str) -> Iterator[tuple[bytes, str]]:
    for at in range(0, len(content), ROW):
        yield content[at : at + ROW], "" if at else text
