"""The saved form of a Code: a header, a JSON description, and the bytes of its sections.

Layout: magic `JITNEY` and a format number (8 bytes), CRC-32 of all that follows (4 bytes), length of the description
(4 bytes), the description in UTF-8, the sections' bytes one after the other. Numbers are little-endian. Reading it runs
no code; whoever links code from bytes and calls it trusts them as he would a program.
"""

from __future__ import annotations

from collections.abc import Callable

from ..errors import CodeFormatError, LinkError
from .sections import (
    FIXUP_SIZE,
    SECTIONS,
    TEXT,
    Align,
    Branch,
    Fixup,
    Record,
    Relocatable,
    Section,
    Symbol,
    Target,
    is_alignment,
)
from .unwind import WORD, Rule, Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar


if TYPE_CHECKING:
    Code = TypeVar("Code", bound=Relocatable)

TARGETS = {"x86-64": "jitney.x86.target:X86_64"}
"""Where the processors are described, by name: a line for each folder beside x86/. Imported when such code is read."""

MAGIC = b"JITNEY\x00\x02"


def save(code: Relocatable) -> bytes:
    """The bytes of `code`. Raises LinkError if it refers to an external by its address."""
    import json

    symbols: dict[Symbol, int] = {}
    table: list[list[Any]] = []

    def number(symbol: Symbol) -> int:
        if symbol not in symbols:
            if symbol.is_external and symbol.value is not None:
                raise LinkError(
                    f"code cannot be saved: external {symbol.name!r} is given by its address, which differs in every "
                    "process (name it instead, and it is found when linked)"
                )
            symbols[symbol] = len(table)
            table.append([symbol.name, symbol.section, symbol.offset, symbol.is_external])
        return symbols[symbol]

    for symbol in code.symbols:
        number(symbol)
    defined = len(table)
    sections = {}
    for name, section in code.sections.items():
        points: list[list[Any]] = []
        for point in section.points:
            if isinstance(point, Align):
                points.append([point.offset, point.boundary])
            else:
                points.append([point.offset, point.short.hex(), point.long.hex(), number(point.symbol), point.addend])
        sections[name] = {
            "length": len(section.data),
            "size": section.size,
            "alignment": section.alignment,
            "fixups": [[f.offset, f.kind, number(f.symbol), f.addend] for f in section.fixups],
            "points": points,
            "instructions": [
                [offset, length, str(record), getattr(record, "relative", None)]
                for offset, length, record in section.instructions
            ],
            "lines": section.lines,
            "unwind": section.unwind,
        }
    target = code.target
    description = {
        "target": target.name,
        "symbols": table,
        "defined": defined,
        "sections": sections,
        "features": sorted(code.features),
    }
    text = json.dumps(description, separators=(",", ":")).encode()
    body = len(text).to_bytes(4, "little") + text + b"".join(section.data for section in code.sections.values())
    return MAGIC + _checksum(body) + body


def load(data: bytes, make: Callable[[Target], Code]) -> Code:
    """The code of these bytes, filled into what `make` makes for its target.

    Raises CodeFormatError if the bytes are not what `save` makes, or are damaged.
    """
    import json

    data = memoryview(data).tobytes()
    if data[:6] != MAGIC[:6]:
        raise CodeFormatError("not a saved Code: it does not begin with JITNEY")
    if data[6:8] != MAGIC[6:]:
        raise CodeFormatError(f"saved Code of another format, {data[6:8].hex()}: this version reads {MAGIC[6:].hex()}")
    body = data[12:]
    if len(data) < 16 or _checksum(body) != data[8:12]:
        raise CodeFormatError("saved Code is truncated or damaged: its checksum does not agree")
    length = int.from_bytes(body[:4], "little")
    try:
        return _code(json.loads(body[4 : 4 + length]), body[4 + length :], make)
    except CodeFormatError:
        raise
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError) as error:
        raise CodeFormatError(f"saved Code does not hold together: {type(error).__name__}: {error}") from error


def _code(description: dict[str, Any], blob: bytes, make: Callable[[Target], Code]) -> Code:
    code = make(_target(description["target"]))
    sizes = {name: _whole(section["size"]) for name, section in description["sections"].items()}
    _require(TEXT in sizes and list(sizes) == [name for name in SECTIONS if name in sizes], "sections")
    symbols = []
    for symbol_name, section_name, offset, external in description["symbols"]:
        symbol = Symbol(str(symbol_name), external=bool(external))
        if section_name is not None:
            _require(not external and _whole(offset) <= sizes[section_name], f"symbol {symbol_name!r}")
            symbol.section, symbol.offset = section_name, offset
        symbols.append(symbol)
    code.symbols = symbols[: _whole(description["defined"])]
    _require(all(symbol.section is not None for symbol in code.symbols), "a symbol without a place")
    position = 0
    for section_name, stored in description["sections"].items():
        section = code.sections[section_name] = Section(section_name)
        length = _whole(stored["length"])
        section.data = blob[position : position + length]
        position += length
        section.size, section.alignment = sizes[section_name], _boundary(stored["alignment"])
        _require(len(section.data) == length and (length == section.size or section_name == "bss"), section_name)
        fixups: list[Fixup] = []
        for offset, kind, symbol, addend in stored["fixups"]:
            _require(_whole(offset) + FIXUP_SIZE[kind] <= length, "fixup")
            fixups.append(Fixup(offset, kind, symbols[_whole(symbol)], _number(addend)))
        section.fixups = fixups
        points: list[Branch | Align] = []
        end = 0
        for offset, *rest in stored["points"]:
            _require(end <= _whole(offset), "order of branches")
            if len(rest) == 1:
                points.append(Align(offset, _boundary(rest[0])))
                end = offset + 1
            else:
                short, long, symbol, addend = rest
                branch = Branch(
                    offset, bytes.fromhex(short), bytes.fromhex(long), symbols[_whole(symbol)], _number(addend)
                )
                points.append(branch)
                end = offset + len(branch.long) + 4
            _require(end <= section.size, "branch")
        section.points = points
        section.instructions = [
            (_whole(offset), _whole(length), Record(str(text), None if relative is None else _number(relative)))
            for offset, length, text, relative in stored["instructions"]
        ]
        section.lines = [(_whole(offset), _whole(line)) for offset, line in stored["lines"]]
        section.unwind = [(_whole(offset), _steps(steps)) for offset, steps in stored["unwind"]]
        places = [offset + distance for offset, steps in section.unwind for distance, _ in steps]
        _require([0, *places, section.size] == sorted([0, *places, section.size]), "order of unwinding rules")
    _require(position == len(blob), "length")
    code.features = frozenset(map(str, description["features"]))
    return code


def _target(name: Any) -> Target:
    """The processor that code is for. What it takes to link and list it comes from Jitney, not from the file."""
    from importlib import import_module

    if name not in TARGETS:
        raise CodeFormatError(f"saved Code is for another processor, {name!r}: this version knows {', '.join(TARGETS)}")
    module, _, attribute = TARGETS[name].partition(":")
    target: Target = getattr(import_module(module), attribute)
    return target


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise CodeFormatError(f"saved Code does not hold together: {what}")


def _number(value: Any) -> int:
    _require(type(value) is int, "a number")
    return value  # type: ignore[no-any-return]


def _whole(value: Any) -> int:
    _require(type(value) is int and 0 <= value < 1 << 40, "an offset or a size")
    return value  # type: ignore[no-any-return]


def _steps(stored: Any) -> Steps:
    found = tuple((_whole(distance), None if rule is None else _rule(*rule)) for distance, rule in stored)
    _require(bool(found) and (len(found) == 1 or all(rule for _, rule in found)), "unwinding rules")
    return found


def _rule(register: Any, offset: Any, saved: Any) -> Rule:
    pairs = tuple((_whole(number), _number(place)) for number, place in saved)
    _require(all(number < 64 for number in (_whole(register), *dict(pairs))), "a register to unwind")
    _require(all(-(1 << 31) <= place <= 0 and place % WORD == 0 for _, place in pairs), "the place of a saved register")
    return Rule(register, _whole(offset), pairs)


def _boundary(value: Any) -> int:
    _require(type(value) is int and is_alignment(value), "an alignment")
    return value  # type: ignore[no-any-return]


def _checksum(data: bytes) -> bytes:
    import zlib  # late: few programs save code

    return zlib.crc32(data).to_bytes(4, "little")
