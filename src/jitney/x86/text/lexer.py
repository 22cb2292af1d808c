"""Characters to tokens: what a line of assembly consists of, and what its numbers and quoted texts stand for."""

from __future__ import annotations

import re

from ...errors import AssemblyError

NAME = r"[^\W\d]|[.$@?]"
PIECES = re.compile(
    rf"""[ \t]*(?:
    (?P<number>\d\w*)
    |(?P<name>(?:{NAME})[\w.$@?]*)
    |(?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    |(?P<operator><<|>>|<=|>=|==|!=|&&|\|\||[-+*/%&|^~!()\[\]{{}}:<>,=])
    |(?P<end>\Z)
    )""",
    re.VERBOSE,
)
# A statement up to its comment; a quote that is not closed does not hide what follows.
STATEMENT = re.compile(r"""(?:[^;#"'/]+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|["']|/(?!/))*""")
LABEL = re.compile(rf"[ \t]*((?:{NAME})[\w.$@?]*|\d+)[ \t]*:(?!=)[ \t]*")
WORD = re.compile(rf"[ \t]*((?:{NAME}|%)[\w.$@?]*)[ \t]*")
BRACED = re.compile(r"[ \t]*\{[ \t]*([\w-]+)[ \t]*\}[ \t]*")
# A row of a listing: offset, bytes, and the instruction in a column of its own.
ROW = re.compile(r"[ \t]*[0-9a-f]+:  ([0-9a-f]{2}(?: [0-9a-f]{2}){0,9})(?:  +|[ \t]*$)")
BETWEEN_COMMAS = re.compile(r"""[^,"'()\[\]{}]+|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|.""")

# Patterns that few sources need are compiled when they are used.
BLOCK_COMMENT = r"""(?s)/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[;#][^\n]*"""
ESCAPE = r"(?s)\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)"

SUFFIXES = {"h": 16, "o": 8, "q": 8}
MAX_DIGITS = 100
ESCAPES = {"n": 10, "t": 9, "r": 13, "0": 0, "b": 8, "f": 12, "a": 7, "v": 11, "e": 27}


class Slip(Exception):
    """What is wrong, and where: a column of the line, from 0, and how many characters from there."""

    def __init__(self, message: str, column: int = 0, length: int = 1) -> None:
        super().__init__(message)
        self.column = column
        self.length = length


Token = tuple[str, str, int]
"""(kind, text, column): a number, a name, a string, an operator, or the end."""


def tokens(text: str, column: int = 0) -> list[Token]:
    """The tokens of a text that begins at this column. Raises Slip."""
    found = []
    position = 0
    match = PIECES.match
    while True:
        piece = match(text, position)
        if piece is None:
            position += len(text[position:]) - len(text[position:].lstrip(" \t"))
            wrong = text[position]
            what = f"the quote {wrong} is not closed" if wrong in "\"'" else f"{wrong!a} means nothing here"
            raise Slip(what, column + position)
        kind: str = piece.lastgroup  # type: ignore[assignment]
        found.append((kind, piece[kind], column + piece.start(kind)))
        if kind == "end":
            return found
        position = piece.end()


def between_commas(text: str, column: int) -> list[tuple[str, int]]:
    """The texts between commas, and their columns; commas within brackets or quotes separate nothing."""
    found = []
    depth = start = 0
    for match in BETWEEN_COMMAS.finditer(text):
        piece = match[0]
        if piece == "," and depth <= 0:
            found.append((start, match.start()))
            start = match.end()
        elif piece in ("(", "[", "{"):
            depth += 1
        elif piece in (")", "]", "}"):
            depth -= 1
    found.append((start, len(text)))
    parts = []
    for start, end in found:
        part = text[start:end]
        parts.append((part.strip(), column + start + len(part) - len(part.lstrip())))
    return [] if len(parts) == 1 and not parts[0][0] else parts


def number(text: str, column: int) -> int:
    """The number that a token stands for."""
    plain = text.replace("_", "").lower()
    if len(plain) > MAX_DIGITS:
        raise Slip(f"a number of more than {MAX_DIGITS} digits", column, len(text))
    digits, base = (plain[:-1], SUFFIXES[plain[-1]]) if plain[-1] in SUFFIXES else (plain, 0)
    try:
        return int(digits, base)
    except ValueError:
        pass
    if plain.isdecimal():
        octal = f"0o{plain.lstrip('0')}" if set(plain) <= set("01234567") else None
        ways = f"{plain.lstrip('0')} or {octal}" if octal else plain.lstrip("0")
        raise Slip(f"a number that begins with 0 is octal to some assemblers: write {ways}", column, len(text))
    raise Slip(f"{text} is not a number: they are written 31, 0x1f, 1fh, 0o37 or 0b11111", column, len(text))


def quoted(text: str, column: int) -> bytes:
    """The bytes of a quoted text."""

    def escaped(match: re.Match[str]) -> str:
        name = match[1]
        if name[0] == "x" and len(name) > 1:
            return chr(int(name[1:], 16))
        if name[0] in "01234567":
            return chr(int(name, 8) & 255)
        return chr(ESCAPES[name]) if name in ESCAPES else name

    inner = text[1:-1]
    try:
        if "\\" not in inner:
            return inner.encode()
        # What is escaped is a byte, what is not is UTF-8.
        parts = []
        position = 0
        for match in re.finditer(ESCAPE, inner):
            parts += [inner[position : match.start()].encode(), _as_bytes(escaped(match))]
            position = match.end()
        return b"".join((*parts, inner[position:].encode()))
    except UnicodeEncodeError:
        raise Slip("this text has no form in UTF-8", column, len(text)) from None


def _as_bytes(character: str) -> bytes:
    return character.encode("latin-1") if ord(character) < 256 else character.encode()


def character(text: str, column: int) -> int:
    """The number that a character constant such as 'A' stands for; of several characters the first is the lowest."""
    data = quoted(text, column)
    if not 1 <= len(data) <= 8:
        raise Slip("a character constant has 1 to 8 bytes", column, len(text))
    return int.from_bytes(data, "little")


def without_block_comments(source: str) -> str:
    """The source with blanks in the place of /* ... */."""

    def blank(match: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", match[0]) if match[0].startswith("/*") else match[0]

    return re.sub(BLOCK_COMMENT, blank, source)


def source_lines(text: str) -> list[str]:
    """The lines of a text, without what stands between /* and */."""
    return written_lines(without_block_comments(text) if "/*" in text else text)


def written_lines(text: str) -> list[str]:
    """The lines of a text as they are written, without the mark that some editors put before the first."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")


def source_text(source: object) -> str:
    """What was given as a source, if it is a text."""
    if not isinstance(source, str):
        raise AssemblyError(f"the source is a text, not {type(source).__name__}")
    return source
