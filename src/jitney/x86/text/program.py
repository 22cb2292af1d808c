"""A source as a whole program: its code, and what it says of its functions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from ...errors import AssemblyError, LinkError
from ...machine.code import Code
from ...machine.sections import TEXT, Symbol
from ..assembler import Assembler
from .lexer import LABEL, STATEMENT, source_lines, source_text, written_lines
from .report import Origin, Problem, complaint
from .source import Source

ENTRIES = ("main", "_start")


class Program(NamedTuple):
    """A source and the relocatable code that was made of it."""

    filename: str
    lines: list[str]
    """As they are read, without comments between /* and */."""
    written: list[str]
    source: Source
    code: Code

    @property
    def exported(self) -> list[Symbol]:
        """What other files may refer to: the labels that `.global` names, in its order."""
        return [symbol for symbol in self.source.exported if symbol.section is not None]

    @property
    def entry(self) -> Symbol | None:
        """Where a program begins: at `main`, at `_start`, at its first global function, or with its first label."""
        functions = {symbol.name: symbol for symbol in self.code.symbols if symbol.section == TEXT}
        exported = [symbol.name for symbol in self.exported]
        ordered = sorted((symbol.offset, name) for name, symbol in functions.items() if name[0] != ".")
        for name in (*ENTRIES, *exported, *[name for _, name in ordered[:1]]):
            if name in functions:
                return functions[name]
        return None

    def place(self, number: int, message: str = "") -> Problem:
        """A line of the source, from 1, as the place of a message."""
        line = self.lines[number - 1] if 0 < number <= len(self.lines) else ""
        statement = STATEMENT.match(line)[0].rstrip()  # type: ignore[index]
        column = 0
        while (label := LABEL.match(statement, column)) is not None and label.end() < len(statement):
            column = label.end()
        column += len(statement[column:]) - len(statement[column:].lstrip())
        written = self.written[number - 1] if line else ""
        return Problem(Origin(self.filename), number, written, column, max(1, len(statement) - column), message)

    def placed(self, error: LinkError) -> AssemblyError:
        """An error of the linker as one of the source: what refers to a label has a mark with its line."""
        found = [re.fullmatch(r".*?, line (\d+): (.*)", str(wrong), re.DOTALL) for wrong in error.errors or (error,)]
        places = [(int(match[1]), match[2]) for match in found if match is not None]
        if len(places) < len(found) or any(number > len(self.lines) for number, _ in places):
            return AssemblyError(str(error))
        return complaint([self.place(number, message) for number, message in sorted(places)])


def read_program(text: str, filename: str, read_signature: Callable[[str], Any] = str) -> Program:
    """Assemble a source in which all its labels are. `read_signature` makes something of the text of a signature, or
    raises SignatureError. Raises AssemblyError with every mistake in the source."""
    assembler = Assembler()
    source = assembler._source = Source(assembler)
    source.read_signature = read_signature
    source.read(source_text(text), source_text(filename), complete=True)
    program = Program(filename, source_lines(text), written_lines(text), source, assembler.code())
    try:
        program.code.layout()
    except LinkError as error:
        raise program.placed(error) from None
    return program
