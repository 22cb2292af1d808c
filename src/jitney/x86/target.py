"""x86-64 as the linker sees it."""

from __future__ import annotations

from ..machine.sections import Target
from ..machine.unwind import Rule

# Intel SDM vol. 2, NOP: the recommended multi-byte sequences.
_NOPS = "90|6690|0f1f00|0f1f4000|0f1f440000|660f1f440000|0f1f8000000000|0f1f840000000000|660f1f840000000000"


RSP, RETURN_ADDRESS = 7, 16
"""Numbers that DWARF has for the stack pointer and for the return address (System V psABI x86-64, figure 3.36)."""
ENTRY = Rule(RSP, 8, ((RETURN_ADDRESS, -8),))
"""At a function's first instruction, the return address is on top of the stack."""


def _disassemble(data: bytes) -> list[tuple[int, int, object]] | None:
    from .disassembler import disassemble

    return disassemble(data)


X86_64 = Target(
    name="x86-64",
    padding=tuple(bytes.fromhex(nop) for nop in _NOPS.split("|")),
    stub=bytes.fromhex("ff2500000000") + bytes(8) + b"\xcc\xcc",  # jmp qword ptr [rip + 0], the address, padding
    stub_address=6,
    disassemble=_disassemble,
    entry=ENTRY,
    return_address=RETURN_ADDRESS,
)
