"""Lines that make lines: macros, repetitions, conditions, and other files."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from .lexer import NAME, Slip, between_commas, quoted, source_lines
from .report import Origin

if TYPE_CHECKING:
    from .source import Frame, Source

Lines = list[tuple[int, str]]
MAX_DEPTH = 40
PARAMETER = r"\\(@|\(\)|[A-Za-z_]\w*)"
BLOCK_WORD = (
    rf"(?i)[ \t]*(?:(?:{NAME})[\w.$@?]*:[ \t]*)?\.(macro|endm|endmacro|rept|irpc?|endr|if\w*|elseif|else|endif)\b"
)
OPENING = {"macro": ("endm", "endmacro"), "rept": ("endr",), "irp": ("endr",), "irpc": ("endr",)}


class Parameter(NamedTuple):
    name: str
    default: str
    required: bool
    rest: bool


class Macro(NamedTuple):
    name: str
    parameters: tuple[Parameter, ...]
    body: Lines
    filename: str

    def expand(self, source: Source, text: str, column: int) -> None:
        """Assemble the body with these arguments."""
        values: dict[str, str] = {}
        given = [part for part, _ in between_commas(text, column)]
        names = [parameter.name for parameter in self.parameters]
        position = 0
        for number, part in enumerate(given):
            name, equals, value = part.partition("=")
            if equals and name.strip() in names:
                values[name.strip()] = _unquoted(value.strip(), column)
                continue
            if position == len(names):
                raise Slip(f"macro {self.name} takes {len(names)} arguments, not {len(given)}", column, len(text) or 1)
            if self.parameters[position].rest:
                values[names[position]] = ", ".join(given[number:])
                break
            if part:
                values[names[position]] = _unquoted(part, column)
            position += 1
        for parameter in self.parameters:
            if parameter.name not in values:
                if parameter.required:
                    raise Slip(f"macro {self.name} needs its argument {parameter.name}", column, len(text) or 1)
                values[parameter.name] = parameter.default
        source.expansions += 1
        number = source.expansions
        frame = source.frames[-1]
        via = f"in macro {self.name}, used in line {frame.number}"
        replay(source, substituted(source, self.body, values, number), Origin(self.filename, via), True)


def substituted(source: Source, body: Lines, values: dict[str, str], number: int | None = None) -> Lines:
    """A body with the arguments in place of the parameters."""
    made = 0

    def replacement(match: re.Match[str]) -> str:
        nonlocal made
        name = match[1]
        if name == "()":
            return ""
        if name == "@" and number is not None:
            return str(number)
        value = values.get(name)
        if value is None:
            return match[0]
        made += len(value)
        if made > source.characters_left:
            source.charge(0, made)
        return value

    return [(at, re.sub(PARAMETER, replacement, line) if "\\" in line else line) for at, line in body]


def replay(source: Source, lines: Lines, origin: Origin, macro: bool = False) -> None:
    """Assemble lines that are not the next of the file."""
    from .source import Frame

    if len(source.frames) > MAX_DEPTH:
        raise Slip(f"macros, repetitions and files are nested more than {MAX_DEPTH} deep")
    source.charge(len(lines) + 1, sum(len(line) for _, line in lines))
    source.run(Frame(lines, origin, source.expansions if macro else None))


def _unquoted(text: str, column: int) -> str:
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return quoted(text, column).decode("utf-8", "replace")
    return text


def collected(frame: Frame, opener: str) -> Lines:
    """The lines up to the end of a block that was just opened."""
    closers = OPENING[opener]
    start = frame.number, frame.text
    lines: Lines = []
    open_blocks = [closers]
    for number, line in frame.lines:
        word = re.match(BLOCK_WORD, line) if "." in line else None
        if word is not None:
            name = word[1].lower()
            if name in open_blocks[-1]:
                open_blocks.pop()
                if not open_blocks:
                    return lines
            elif name in OPENING:
                open_blocks.append(OPENING[name])
        lines.append((number, line))
    frame.number, frame.text = start
    raise Slip(f".{opener} has no .{closers[0]}", 0, len(frame.text))


def _macro(source: Source, text: str, column: int) -> None:
    frame = source.frames[-1]
    head = re.match(rf"((?:{NAME})[\w.$@?]*)[ \t,]*", text)
    if head is None:
        collected(frame, "macro")
        raise Slip("expected the name of the macro", column)
    parameters = []
    body = collected(frame, "macro")
    rest = text[head.end() :]
    if "," not in rest and "=" not in rest:
        rest = ",".join(rest.split())
    for part, at in between_commas(rest, column + head.end()):
        name, _, default = part.partition("=")
        name, _, kind = name.strip().partition(":")
        if not name.isidentifier() or kind not in ("", "req", "vararg"):
            raise Slip("expected a parameter: name, name=default, name:req or name:vararg", at, max(1, len(part)))
        parameters.append(Parameter(name, default.strip(), kind == "req", kind == "vararg"))
    source.macros[head[1]] = Macro(head[1], tuple(parameters), body, frame.origin.filename)
    source.selectors.pop(head[1], None)


def _rept(source: Source, text: str, column: int) -> None:
    frame = source.frames[-1]
    opened = frame.number
    body = collected(frame, "rept")
    count = source.whole(text.strip(), column, "a number of times")
    if count < 0:
        raise Slip("a number of times is not negative", column, max(1, len(text.strip())))
    source.charge(count * (len(body) + 1), count * sum(len(line) for _, line in body))
    if body:
        replay(source, body * count, _repeated(frame, opened))


def _irp(source: Source, text: str, column: int) -> None:
    _each(source, text, column, "irp")


def _irpc(source: Source, text: str, column: int) -> None:
    _each(source, text, column, "irpc")


def _each(source: Source, text: str, column: int, directive: str) -> None:
    frame = source.frames[-1]
    opened = frame.number
    body = collected(frame, directive)
    parts = between_commas(text, column)
    name = parts[0][0] if parts else ""
    if not name.isidentifier():
        raise Slip("expected the name of what changes, and a comma", column, max(1, len(name)))
    if directive == "irp":
        values = [_unquoted(part, at) for part, at in parts[1:]]
    else:
        values = list(_unquoted(parts[1][0], column)) if len(parts) > 1 else []
    lines: Lines = []
    for value in values:
        made = substituted(source, body, {name: value})
        source.charge(len(made), sum(len(line) for _, line in made))
        lines += made
    replay(source, lines, _repeated(frame, opened))


def _repeated(frame: Frame, opened: int) -> Origin:
    return Origin(frame.origin.filename, frame.origin.via or f"repeated by line {opened}")


# Conditions


def _skip(frame: Frame, or_else: bool) -> str:
    """Pass over lines up to the end of a condition or, if `or_else`, to the next .else or .elseif. Returns its line."""
    depth = 0
    for number, line in frame.lines:
        word = re.match(BLOCK_WORD, line) if "." in line else None
        if word is None:
            continue
        name = word[1].lower()
        if name.startswith("if"):
            depth += 1
        elif name == "endif":
            if depth == 0:
                return ""
            depth -= 1
        elif depth == 0 and or_else and name in ("else", "elseif"):
            frame.number, frame.text = number, line
            return line
    raise Slip("this condition has no .endif", 0, len(frame.text))


def _true(source: Source, name: str, text: str, column: int) -> bool:
    plain = text.strip()
    if name in ("ifdef", "ifndef"):
        label = source.assembler._labels.get(plain)
        bound = label is not None and label.section is not None
        defined = bound or plain in source.constants or plain in source.macros
        return defined == (name == "ifdef")
    if name in ("ifb", "ifnb"):
        return (not plain) == (name == "ifb")
    if name in ("ifc", "ifnc"):
        parts = [_unquoted(part, at) for part, at in between_commas(text, column)]
        if len(parts) != 2:
            raise Slip(f".{name} compares two texts, with a comma between", column)
        return (parts[0] == parts[1]) == (name == "ifc")
    value = source.whole(plain, column)
    return CONDITIONS[name](value)


CONDITIONS: dict[str, Callable[[int], bool]] = {
    "if": lambda value: value != 0, "ifne": lambda value: value != 0, "ifeq": lambda value: value == 0,
    "ifgt": lambda value: value > 0, "ifge": lambda value: value >= 0, "iflt": lambda value: value < 0,
    "ifle": lambda value: value <= 0,
}  # fmt: skip


def _condition(name: str) -> Callable[[Source, str, int], None]:
    def opened(source: Source, text: str, column: int) -> None:
        frame = source.frames[-1]
        start = frame.number, frame.text
        try:
            holds = _true(source, name, text, column)
        except Slip:
            _skip(frame, False)
            raise
        while not holds:
            line = _skip(frame, True)
            if not line:
                return
            word = re.match(BLOCK_WORD, line)
            assert word is not None
            holds = word[1].lower() == "else" or _true(source, "if", line[word.end() :], word.end())
        frame.conditions.append(start)

    return opened


def _otherwise(source: Source, text: str, column: int) -> None:
    """The part before was assembled: pass over the others."""
    frame = source.frames[-1]
    if not frame.conditions:
        raise Slip("there is no .if before this")
    frame.conditions.pop()
    _skip(frame, False)


def _end_of_condition(source: Source, text: str, column: int) -> None:
    frame = source.frames[-1]
    if not frame.conditions:
        raise Slip("there is no .if before this")
    frame.conditions.pop()


def _stray(source: Source, text: str, column: int) -> None:
    raise Slip("there is no block that this could end")


def _exit(source: Source, text: str, column: int) -> None:
    frame = source.frames[-1]
    if frame.macro is None:
        raise Slip(".exitm is for macros")
    frame.conditions.clear()
    for _ in frame.lines:
        pass


def _include(source: Source, text: str, column: int) -> None:
    from pathlib import Path

    from .source import Frame

    parts = between_commas(text, column)
    if len(parts) != 1:
        raise Slip("expected the name of a file in quotes", column)
    name, at = parts[0]
    length = len(name)
    name = quoted(name, at).decode("utf-8", "replace") if name[0] in "\"'" and length > 1 else name
    frame = source.frames[-1]
    if len(source.frames) > MAX_DEPTH:
        raise Slip(f"macros, repetitions and files are nested more than {MAX_DEPTH} deep", at, length)
    for path in (Path(frame.origin.filename).parent / name, Path(name)):
        try:
            if path.is_file():  # not a device, which may have no end
                content = path.read_text(encoding="utf-8")
                break
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not a text in UTF-8"
            raise Slip(f"{name[:80]!a} cannot be read: {reason}", at, length) from None
    else:
        raise Slip(f"there is no file {name[:80]!a}", at, length)
    lines = source_lines(content)
    source.charge(len(lines), len(content))
    source.run(Frame(enumerate(lines, 1), Origin(str(path))))


BLOCKS: dict[str, Callable[[Source, str, int], None]] = {
    ".macro": _macro, ".rept": _rept, ".irp": _irp, ".irpc": _irpc, ".include": _include, "%include": _include,
    ".else": _otherwise, ".elseif": _otherwise, ".endif": _end_of_condition, ".endm": _stray, ".endmacro": _stray,
    ".endr": _stray, ".exitm": _exit,
    **{f".{name}": _condition(name) for name in (*CONDITIONS, "ifdef", "ifndef", "ifb", "ifnb", "ifc", "ifnc")},
}  # fmt: skip
