"""`jitney check`: mistakes in assembly programs that can be known before they run."""

from __future__ import annotations

import sys

from ..errors import AssemblyError
from ..x86.check import ERROR
from .source import findings, program_from
from .terminal import show_errors, show_message


def check(paths: list[str]) -> int:
    """Print what is wrong or suspect in these files. Returns the exit status: 1 if anything is wrong."""
    wrong = 0
    for path in paths:
        try:
            found = findings(program_from(path))
        except AssemblyError as error:
            if not error.errors:
                raise
            show_errors(error)
            wrong += len(error.errors)
            continue
        for severity, problem in found:
            show_message(str(problem), severity)
            wrong += severity == ERROR
        if not found:
            print(f"{path}: nothing found", file=sys.stderr)
    return 1 if wrong else 0
