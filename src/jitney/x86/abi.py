"""Registers by number, and who keeps which across calls (System V psABI x86-64, section 3.2).

A location below 32 is a register: 0 to 15 the general ones by their hardware numbers, 16 to 31 xmm0 to xmm15.
Compiled functions call each other as C does, with the differences that docs of the context (machine/context.py) tell:
r15 has the context's address all the time, and the carry flag tells whether a function has left by an exit.
"""

from __future__ import annotations

from .operands import REGISTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from .operands import Reg

RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R8, R9, R10, R11, R12, R13, R14, R15 = range(16)
FIRST_FLOAT = 16
XMM0 = FIRST_FLOAT
COUNT = 32

NAMES = "rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15".split()
WORDS = tuple(REGISTERS[name] for name in NAMES)
WORDS32 = tuple(REGISTERS[name] for name in "eax ecx edx ebx esp ebp esi edi".split()) + tuple(
    REGISTERS[f"r{number}d"] for number in range(8, 16)
)
WORDS16 = tuple(REGISTERS[name] for name in "ax cx dx bx sp bp si di".split()) + tuple(
    REGISTERS[f"r{number}w"] for number in range(8, 16)
)
WORDS8 = tuple(REGISTERS[name] for name in "al cl dl bl spl bpl sil dil".split()) + tuple(
    REGISTERS[f"r{number}b"] for number in range(8, 16)
)
FLOATS = tuple(REGISTERS[f"xmm{number}"] for number in range(16))
LOCATIONS = WORDS + FLOATS

CONTEXT = R15
WORD_SCRATCH = R11
FLOAT_SCRATCH = FIRST_FLOAT + 15

WORD_ARGUMENTS = (RDI, RSI, RDX, RCX, R8, R9)
FLOAT_ARGUMENTS = tuple(range(XMM0, XMM0 + 8))
WORD_RESULT = RAX
FLOAT_RESULT = XMM0

CALLEE_SAVED = (RBX, R12, R13, R14, RBP)
WORD_ORDER = (RCX, RSI, RDI, RDX, RAX, R8, R9, R10, *CALLEE_SAVED)
FLOAT_ORDER = tuple(range(XMM0, XMM0 + 15))
CALLER_SAVED = (RAX, RCX, RDX, RSI, RDI, R8, R9, R10, *FLOAT_ORDER)
"""What calls clobber, less the scratch registers, which hold nothing from one instruction to the next."""


def places(floats: Iterable[bool]) -> list[Reg | int]:
    """Where each argument of a C function goes, for which it is told whether it is a float: a register, or the number
    of its word on the stack (section 3.2.3)."""
    words, vectors = iter(WORD_ARGUMENTS), iter(FLOAT_ARGUMENTS)
    found: list[Reg | int] = []
    stacked = 0
    for is_float in floats:
        number = next(vectors if is_float else words, None)
        if number is None:
            found.append(stacked)
            stacked += 1
        else:
            found.append(LOCATIONS[number])
    return found
