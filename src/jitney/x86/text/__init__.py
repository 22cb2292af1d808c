"""Assembly as a text: Intel syntax as people write it, and as Jitney's listings print it.

    code = assemble('''
        mov eax, 1
        ret
    ''')

`assemble` gives bytes; `Assembler.text` takes a text among calls. docs/assembler.md describes the language.
"""

from __future__ import annotations

from typing import Any


def assemble(text: str, origin: int = 0, *, filename: str = "<text>") -> bytes:
    """The bytes of a source, for a place at address `origin`: text, then read-only data, then data.

    Raises AssemblyError with every mistake in the source.
    """
    from .flat import assemble as assembled

    return assembled(text, origin, filename)


def read(assembler: Any, text: str, filename: str) -> None:
    """Assemble a source into an assembler."""
    from .lexer import source_text
    from .source import Source

    if assembler._source is None:
        assembler._source = Source(assembler)
    assembler._source.read(source_text(text), source_text(filename))
