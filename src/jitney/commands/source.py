"""Reading assembly programs, and what is wrong with them."""

from __future__ import annotations

import sys

from ..errors import CommandError
from ..machine.signature import parse
from ..x86.abi import FLOAT_ARGUMENTS, WORD_ARGUMENTS
from ..x86.check import Contract, Finding, check
from ..x86.text.program import Program, read_program
from .terminal import show_message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..machine.signature import Signature


def program_from(path: str) -> Program:
    """The program in a file, or on standard input (`-`). Raises AssemblyError, CommandError, OSError."""
    filename = "<stdin>" if path == "-" else path
    try:
        if path == "-":
            text = sys.stdin.buffer.read().decode()
        else:
            with open(path, encoding="utf-8") as file:
                text = file.read()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise CommandError(f"{filename} is no text: for machine code there is jitney dis")
    return read_program(text, filename, parse)


def findings(program: Program) -> list[Finding]:
    """What is wrong or suspect in a program."""
    return check(program, {symbol: _contract(made) for symbol, made in program.source.signatures.items()})


def warn(program: Program) -> None:
    """Print what is wrong or suspect as warnings: what is being done is done nevertheless."""
    for _, problem in findings(program):
        show_message(str(problem), "warning")


def _contract(signature: Signature) -> Contract:
    words = sum(type.kind != "float" for type in signature.parameters)
    floats = len(signature.parameters) - words
    parameters = frozenset((*WORD_ARGUMENTS[:words], *FLOAT_ARGUMENTS[:floats]))
    return Contract(parameters, signature.result.kind not in ("none", "float"))
