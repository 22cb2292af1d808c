"""Every exception that Jitney raises on its own account.

All derive from :class:`JitneyError`. Where a standard exception names the same kind of mistake the class derives from
that too, so code which already catches `ValueError` or `MemoryError` keeps working.
"""

from __future__ import annotations


class JitneyError(Exception):
    """The base of all errors that Jitney itself reports."""


class AssemblyError(JitneyError, ValueError):
    """A program given to the assembler is wrong: a label bound twice, a value that does not fit, a misplaced prefix.

    For a source text it says where; `errors` then has an error for each place, in order, and the text shows them all.
    """

    filename: str | None = None
    lineno: int | None = None
    column: int | None = None
    """From 1, as `lineno`."""
    errors: tuple[AssemblyError, ...] = ()


class OperandError(AssemblyError, TypeError):
    """An instruction was given operands that no form of it takes. Names the instruction, the operands and the forms."""


class LinkError(JitneyError, ValueError):
    """Code cannot be linked: a symbol is undefined or defined twice, or a displacement does not reach its target.

    `errors` has an error for each place where several are wrong.
    """

    errors: tuple[LinkError, ...] = ()


class CodeTextError(JitneyError, ValueError):
    """What was given as machine code, hex text, a listing or words, does not read as such. Says where it fails."""


class CodeFormatError(JitneyError, ValueError):
    """Bytes that should hold a saved `Code` do not: another format or version, truncated, or damaged."""


class ExecutableMemoryError(JitneyError, MemoryError):
    """The operating system refused executable memory, or the reserved range is full."""


class MissingFeatureError(JitneyError):
    """Code uses instructions that this processor, or its operating system, does not offer."""


class SignatureError(JitneyError, ValueError):
    """The text of a signature cannot be understood. Shows the text with a caret under the place."""


class UnsupportedError(JitneyError):
    """A function cannot be compiled. Shows the line with a caret, the types of its names, and what to write instead."""

    filename: str | None = None
    lineno: int | None = None


class CommandError(JitneyError):
    """What was asked for on the command line can't be done."""
