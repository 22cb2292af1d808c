"""Everything that knows x86-64: the table of instructions, operands, the assembler, processor features.

    from jitney.x86 import Assembler, rax, rsi, qword, rip

`assemble` takes a source text instead. Registers are attributes of this package; see operands.py for the notation.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_HOMES = {"Assembler": "assembler", "X86_64": "target", "assemble": "text"}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "__all__":
        names = import_module(".operands", __name__)
        return [*_HOMES, *names.SIZES, *names.REGISTERS, *names.MODIFIERS]
    if name.startswith("__"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES.get(name, 'operands')}", __name__), name)
    globals()[name] = value
    return value
