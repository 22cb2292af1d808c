"""Directives: data, sections, alignment and declarations, by the names that GNU as, NASM and compilers use."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...errors import AssemblyError, SignatureError
from ...machine.sections import ABS32, ABS64, BSS, DATA, MAX_ALIGNMENT, RODATA, SECTIONS, TEXT, Fixup
from .late import ABS8, ABS16
from .lexer import WORD, Slip, between_commas, quoted

if TYPE_CHECKING:
    from .source import Source

Directive = Callable[["Source", str, str, int], None]
"""Called with the source, its own name, and the text after it and its column."""
KINDS = {1: ABS8, 2: ABS16, 4: ABS32, 8: ABS64}
FLOAT = r"(?i)[-+]?(?:\d[\d_]*\.\d*|\.\d+|\d[\d_]*(?=e))(?:e[-+]?\d+)?|[-+]?(?:inf(?:inity)?|nan)"
DOT = r"(?<![\w.$@?])\.(?![\w.$@?])"
PADDING = {TEXT: 0x90}
# Sections that say something to other tools and hold nothing that runs.
REMARKS = ("note", "comment", "eh_frame", "debug", "gnu")


def _numbers(size: int) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        data = bytearray()
        fixups: list[Fixup] = []
        bits = 8 * size
        for part, at in between_commas(text, column) or _nothing(column):
            if not part:
                _nothing(at)
            if part.isdecimal() and part.isascii() and (part[0] != "0" or part == "0"):
                value: Any = int(part) if len(part) < 50 else 1 << 200
            elif part[0] in "\"'" and _is_text(part, size):
                content = quoted(part, at)
                data += content + bytes(-len(content) % size)
                continue
            elif size in (4, 8) and re.fullmatch(FLOAT, part) and not part[-1].isalpha():
                data += _float(size, part, at)
                continue
            else:
                if data and re.search(DOT, part):  # the place of this number, not of the first
                    _data(source, data, tuple(fixups))
                    data, fixups = bytearray(), []
                value = source.sum(part, at)
                value = source.reduced(value)
                value = value.number if value.is_number else value
            if value.__class__ is not int:
                fixups.append(_fixup(source, value, len(data), size, at, part))
                value = 0
            if not -(1 << bits - 1) <= value < 1 << bits:
                source.problem(Slip(f"{part[:40]} does not fit {bits} bits", at, len(part)))
            data += (value & (1 << bits) - 1).to_bytes(size, "little")
        _data(source, data, tuple(fixups))

    return directive


def _leb128(signed: bool) -> Directive:
    """Numbers of as many bytes as they need, 7 bits in each (DWARF 4, section 7.6)."""

    def directive(source: Source, name: str, text: str, column: int) -> None:
        data = bytearray()
        for part, at in between_commas(text, column) or _nothing(column):
            value = source.whole(part, at)
            if not signed and value < 0:
                raise Slip(f"{name} is for numbers that are not negative", at, len(part))
            while not (-64 <= value < 64 if signed else value < 128):
                data.append(value & 127 | 128)
                value >>= 7
            data.append(value & 127)
        _data(source, data)

    return directive


def _is_text(part: str, size: int) -> bool:
    """Whether a quoted text stands for its bytes: in a directive for bytes, and elsewhere where it is no number."""
    closed = len(part) > 1 and part[-1] == part[0] and part.count(part[0]) == 2
    return closed and (size == 1 or part[0] == '"' or len(part) > 10)


def _fixup(source: Source, value: Any, offset: int, size: int, column: int, text: str) -> Fixup:
    if size not in KINDS:
        raise Slip(f"{8 * size} bits hold a number that is known here, no label", column, len(text))
    if size < 4 and len(value.plus) == 1 and value.plus[0].section is not None and not value.minus:
        raise Slip(f"the address of a label does not fit {8 * size} bits", column, len(text))
    if size >= 4 and len(value.plus) == 1 and not value.minus and not value.registers:
        return Fixup(offset, KINDS[size], value.plus[0], value.number)
    return Fixup(offset, KINDS[size], source.symbol_of(value, column, True), 0)


def _nothing(column: int) -> Any:
    raise Slip("expected a value", column)


def _data(source: Source, data: Any, fixups: tuple[Fixup, ...] = ()) -> None:
    if source.assembler._section == BSS and data:
        raise AssemblyError("section bss holds zeros only: use .zero and a number of bytes, or section .data")
    if fixups:
        source.assembler.line(source.frames[0].number)
    source.assembler._data(bytes(data), fixups)


def _float(size: int, text: str, column: int) -> bytes:
    import struct

    try:
        return struct.pack("<f" if size == 4 else "<d", float(text))
    except (ValueError, OverflowError):
        raise Slip(f"{text[:40]} is not a floating-point number of {8 * size} bits", column, len(text)) from None


def _floats(size: int) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        parts = between_commas(text, column) or _nothing(column)
        _data(source, b"".join(_float(size, part, at) for part, at in parts))

    return directive


def _text(end: bytes) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        data = bytearray()
        for part, at in between_commas(text, column) or _nothing(column):
            if len(part) < 2 or part[0] != '"' or part[-1] != '"':
                raise Slip('expected a text in quotes ("...")', at, max(1, len(part)))
            data += quoted(part, at) + end
        _data(source, data)

    return directive


def _space(source: Source, count: int, fill: int, column: int, size: int = 1) -> None:
    """So many times a number of `size` bytes."""
    if count < 0:
        raise Slip("a number of bytes is not negative", column)
    if not -(1 << 8 * size - 1) <= fill < 1 << 8 * size:
        raise Slip(f"what is filled in has {size} bytes", column)
    if source.assembler._section != BSS or fill:
        source.charge_space(count * size)
    elif count * size >= 1 << 31:
        raise Slip("section bss has less than 2**31 bytes", column)
    if fill:
        _data(source, (fill & (1 << 8 * size) - 1).to_bytes(size, "little") * count)
    elif count:
        source.assembler.zeros(count * size)


def _zeros(source: Source, name: str, text: str, column: int) -> None:
    parts = _counted(text, column, 1, 2)
    fill = source.whole(*parts[1]) if len(parts) > 1 else 0
    _space(source, source.whole(*parts[0]), fill, parts[0][1])


def _fill(source: Source, name: str, text: str, column: int) -> None:
    parts = _counted(text, column, 1, 3)
    count, size, value = (source.whole(*part) for part in [*parts, *[("1", 0), ("0", 0)][len(parts) - 1 :]])
    if not 0 <= size <= 8:
        raise Slip("what is filled in has 0 to 8 bytes", parts[1][1])
    if size:
        _space(source, count, value, parts[0][1], size)


def _reserve(size: int) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        ((part, at),) = _counted(text, column, 1, 1)
        _space(source, source.whole(part, at) * size, 0, at)

    return directive


def _counted(text: str, column: int, least: int, most: int) -> list[tuple[str, int]]:
    parts = between_commas(text, column)
    if not least <= len(parts) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise Slip(f"expected {wanted} value{'s' * (most > 1)}, not {len(parts)}", column, max(1, len(text)))
    return parts


def _align(power: bool) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        parts = _counted(text, column, 1, 3)  # the most that may be skipped is not looked at
        boundary = source.whole(*parts[0])
        if power:
            most = MAX_ALIGNMENT.bit_length() - 1
            if not 0 <= boundary <= most:
                raise Slip(f"an alignment is 2**0 to 2**{most} bytes, not 2**{boundary}", parts[0][1], len(parts[0][0]))
            boundary = 1 << boundary
        if len(parts) > 1 and parts[1][0]:
            section = source.assembler._section
            if source.whole(*parts[1]) != PADDING.get(section, 0):
                raise Slip(
                    f"section {section} is padded with {PADDING.get(section, 0):#x}: use .fill for another byte",
                    parts[1][1], len(parts[1][0]),
                )  # fmt: skip
        source.assembler.align(boundary)

    return directive


def _section(source: Source, name: str, text: str, column: int) -> None:
    if name in (".popsection", ".previous"):
        if not source.stack:
            raise Slip("there is no section to go back to", 0, len(name))
        source.assembler.section(source.stack.pop())
        return
    parts = between_commas(text, column)
    wanted = parts[0][0].split()[0] if parts and parts[0][0] else name if name not in NAMED else ""
    if not wanted:
        raise Slip("expected the name of a section", column)
    found = _section_of(wanted)
    if found is None and wanted.strip("\"'.").startswith(REMARKS):
        return
    if found is None:
        source.assembler.section(DATA)  # for what follows, which is most often data
        raise Slip(f"there is no section {wanted[:40]}: there are .text, .rodata, .data and .bss", column, len(wanted))
    if name == ".pushsection":
        source.stack.append(source.assembler._section)
    source.assembler.section(found)


def _section_of(name: str) -> str | None:
    """The section that a name such as .rodata.str1.1 means."""
    plain_name = name.strip("\"'").removeprefix(".")
    if plain_name.startswith("data.rel.ro"):
        return DATA
    head = plain_name.partition(".")[0].lower()
    return {"code": TEXT, "rdata": RODATA, "const": RODATA}.get(head, head if head in SECTIONS else None)


def _names(source: Source, text: str, column: int) -> list[tuple[str, int]]:
    found = []
    for part, at in between_commas(text, column) or _nothing(column):
        word = WORD.fullmatch(part)
        if word is None:
            raise Slip("expected a name", at, max(1, len(part)))
        found.append((word[1], at))
    return found


def _extern(source: Source, name: str, text: str, column: int) -> None:
    for symbol, at in _names(source, text, column):
        source.declare(symbol, at)


def _global(source: Source, name: str, text: str, column: int) -> None:
    """Every label of linked code can be seen from outside; an object file exports these."""
    for symbol, at in _names(source, text.partition(":")[0], column):
        source.exported.setdefault(source.symbol(symbol, at), source.place(at, len(symbol)))


def _signature(source: Source, name: str, text: str, column: int) -> None:
    """What a function takes and returns, for whoever calls it."""
    (symbol, at), (signature, signature_at) = _counted(text, column, 2, 2)
    if WORD.fullmatch(symbol) is None:
        raise Slip("expected the name of a function", at, max(1, len(symbol)))
    if len(signature) < 2 or signature[0] != '"' or signature[-1] != '"':
        raise Slip('expected a signature in quotes: "(int64, float64) -> int64"', signature_at, max(1, len(signature)))
    label = source.symbol(symbol, at)
    if label in source.signatures:
        raise Slip(f"{symbol} has a signature already", at, len(symbol))
    try:
        source.signatures[label] = source.read_signature(signature[1:-1])
    except SignatureError as error:  # its text has a caret under the place
        what, *lines = str(error).split("\n")
        inner = len(lines[-1]) - 4 if lines else 0
        raise Slip(what, signature_at + inner, 1) from None


def _common(source: Source, name: str, text: str, column: int) -> None:
    """Zeroed space with a name."""
    parts = _counted(text, column, 2, 3)
    ((symbol, at),) = _names(source, *parts[0])
    assembler = source.assembler
    section = assembler._section
    assembler.section(BSS)
    try:
        if len(parts) > 2:
            assembler.align(min(64, source.whole(*parts[2])))
        source.bind(symbol, at)
        _space(source, source.whole(*parts[1]), 0, parts[1][1])
    finally:
        assembler.section(section)


def _set(source: Source, name: str, text: str, column: int) -> None:
    (symbol, at), (value, value_at) = _counted(text, column, 2, 2)
    if WORD.fullmatch(symbol) is None:
        raise Slip("expected a name", at, max(1, len(symbol)))
    source.assign(symbol, value, value_at)


def _times(source: Source, name: str, text: str, column: int) -> None:
    """NASM's `times 4 db 0`: the count ends where a directive or an instruction begins."""
    from .source import known

    for match in re.finditer(r"[ \t]([A-Za-z_.][\w.]*)", text):
        lower = match[1].lower()
        if lower in DIRECTIVES or known(lower):
            count = source.whole(text[: match.start()], column)
            break
    else:
        raise Slip("expected a count and what is repeated", column, max(1, len(text)))
    if count < 0:
        raise Slip("a number of times is not negative", column, match.start())
    source.charge(count, count * len(text))
    line = " " * column + text
    for _ in range(count):
        source.statement(line, column + match.start(1))


def _relative(source: Source, name: str, text: str, column: int) -> None:
    word = text.strip().lower()
    if word not in ("rel", "abs"):
        raise Slip("expected rel or abs", column, max(1, len(text)))
    source.relative = word == "rel"
    source.operands.clear()


def _mode(source: Source, name: str, text: str, column: int) -> None:
    if text.strip() not in ("64", ""):
        raise Slip("only 64-bit code is assembled", column, len(text))


def _refused(why: str) -> Directive:
    def directive(source: Source, name: str, text: str, column: int) -> None:
        raise Slip(why, 0, len(name))

    return directive


def _error(source: Source, name: str, text: str, column: int) -> None:
    message = text.strip()
    raise Slip(message.strip('"')[:200] or "the source says so", column, max(1, len(message)))


def _ignored(source: Source, name: str, text: str, column: int) -> None:
    """Says something to a debugger or a linker of files."""


NAMED = (".section", "section", "segment", ".pushsection")
DIRECTIVES: dict[str, Directive] = {
    **dict.fromkeys((".byte", "db", ".1byte"), _numbers(1)),
    **dict.fromkeys((".short", ".word", ".value", ".hword", ".2byte", "dw"), _numbers(2)),
    **dict.fromkeys((".long", ".int", ".4byte", "dd"), _numbers(4)),
    **dict.fromkeys((".quad", ".8byte", "dq"), _numbers(8)),
    ".octa": _numbers(16),
    ".uleb128": _leb128(False),
    ".sleb128": _leb128(True),
    **dict.fromkeys((".float", ".single"), _floats(4)),
    ".double": _floats(8),
    ".ascii": _text(b""),
    **dict.fromkeys((".asciz", ".asciiz", ".string"), _text(b"\0")),
    **dict.fromkeys((".zero", ".space", ".skip"), _zeros),
    ".fill": _fill,
    **{name: _reserve(size) for name, size in (("resb", 1), ("resw", 2), ("resd", 4), ("resq", 8))},
    **dict.fromkeys((".align", ".balign", "align", "alignb"), _align(False)),
    ".p2align": _align(True),
    **dict.fromkeys((".text", ".rodata", ".data", ".bss", *NAMED, ".popsection", ".previous"), _section),
    **dict.fromkeys(("extern", ".extern"), _extern),
    **dict.fromkeys((".global", ".globl", "global"), _global),
    ".signature": _signature,
    **dict.fromkeys((".comm", ".lcomm"), _common),
    **dict.fromkeys((".equ", ".set", ".equiv"), _set),
    "times": _times,
    "default": _relative,
    **dict.fromkeys((".code64", "bits", "use64"), _mode),
    **dict.fromkeys((".code32", ".code16", "use32", "use16"), _refused("only 64-bit code is assembled")),
    ".att_syntax": _refused("only Intel syntax is read"),
    ".org": _refused("where code goes is the linker's to say: use .fill for space"),
    **dict.fromkeys((".error", ".err"), _error),
    **dict.fromkeys(
        """.file .loc .type .size .ident .intel_syntax .local .weak .hidden .protected .internal .version .addrsig
        .addrsig_sym .cfi_startproc .cfi_endproc .cfi_def_cfa .cfi_def_cfa_offset .cfi_def_cfa_register .cfi_offset
        .cfi_restore .cfi_remember_state .cfi_restore_state .cfi_sections .cfi_personality .cfi_lsda .cfi_escape
        .cfi_undefined .cfi_adjust_cfa_offset .cfi_rel_offset .arch .end""".split(),
        _ignored,
    ),
}  # fmt: skip
LABELLED = frozenset({"db", "dw", "dd", "dq", "resb", "resw", "resd", "resq", "times"})
"""Directives before which NASM takes a label without a colon."""
