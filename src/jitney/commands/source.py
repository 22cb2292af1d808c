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
    name = path
    if path == "-":
        name, data = "<stdin>", sys.stdin.buffer.read()
    else:
        with open(path, "rb") as file:
            data = file.read()
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise CommandError(f"{name} is no text: to look at machine code there is jitney dis")
    return read_program(text.replace("\r\n", "\n").replace("\r", "\n"), name, parse)


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
