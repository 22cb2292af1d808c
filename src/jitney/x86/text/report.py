"""What is wrong with a source, all at once: the place, the line, a caret, and what was expected."""

from __future__ import annotations

from typing import NamedTuple

from ...errors import AssemblyError
from .lexer import written_lines

MAX_SHOWN = 100
MAX_WIDTH = 160


class Origin(NamedTuple):
    """Where lines come from: a file and, for lines that something else wrote, how they came to be."""

    filename: str
    via: str = ""


class Problem(NamedTuple):
    origin: Origin
    number: int  # of the line, from 1
    line: str
    column: int  # from 0
    length: int
    message: str

    def error(self) -> AssemblyError:
        """This problem as an error of its own."""
        error = AssemblyError(str(self))
        error.filename, error.lineno, error.column = self.origin.filename, self.number, self.column + 1
        return error

    def __str__(self) -> str:
        head, _, more = self.message.partition("\n")
        via = f" ({self.origin.via})" if self.origin.via else ""
        lines = [f"{self.origin.filename}:{self.number}:{self.column + 1}: {head}{via}"]
        line, column = self.line.expandtabs(1), self.column
        if column > MAX_WIDTH // 2:
            line, column = "..." + line[column - MAX_WIDTH // 4 :], MAX_WIDTH // 4 + 3
        line = "".join(character if character.isprintable() else "?" for character in line)
        lines.append(f"    {line[:MAX_WIDTH]}".rstrip())
        width = max(1, min(self.length, len(line) - column, MAX_WIDTH - column))
        lines.append(f"    {' ' * column}^{'~' * (width - 1)}")
        return "\n".join(lines + ([more] if more else []))


def as_written(problems: list[Problem], origin: Origin, lines: list[str], text: str) -> list[Problem]:
    """The problems with the comments in their lines, which were not read."""
    if "/*" not in text:
        return problems
    written = written_lines(text)
    return [
        problem._replace(line=written[problem.number - 1])
        if problem.origin == origin and problem.line == lines[problem.number - 1]
        else problem
        for problem in problems
    ]


def complaint(problems: list[Problem]) -> AssemblyError:
    """One error for all problems, in the order of the source."""
    text = "\n".join(map(str, problems[:MAX_SHOWN]))
    if len(problems) > 1:
        text += f"\n{len(problems)} errors"
    error = AssemblyError(text)
    first = problems[0].error()
    error.filename, error.lineno, error.column = first.filename, first.lineno, first.column
    error.errors = tuple(problem.error() for problem in problems)
    return error
