"""What an instruction does to registers, by the table of forms: which it reads, which it writes.

Registers are numbers, whatever part of one an instruction names: 0 (rax) to 15 (r15), vector registers from 16 (xmm0).
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..records import NamedTuple
from .abi import XMM0
from .operands import REGISTERS, Masked, Mem, Reg, Rounding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .forms import Form
    from .select import Instruction

GENERAL = ("r64", "r32", "r16", "r8")
VECTORS = ("xmm", "ymm", "zmm")
ITSELF = frozenset({"xor", "sub", "sbb"})
"""Instructions whose result does not depend on a register that is both operands."""
ABSORBING = {"and": 0, "or": -1}
"""Instructions whose result does not depend on the first operand where the second is this number."""
USES_TARGET = re.compile(
    r"(add|sub|mul|div|min|max|hadd|hsub|addsub)[ps][sd]|(and|or|xor)p[sd]|p(add|sub|mul|and|or|xor|min|max|madd)\w*"
)
"""Instructions for whose result the register that it comes in counts; of others it may be just the upper part."""
MERGES = re.compile(r"v(cvt|sqrt|rcp|rsqrt|round|rndscale|reduce|getexp|getmant|mov|pinsr|insert)\w*")
"""Instructions that take the first of their sources for the part of the result that they do not compute."""
NO_SOURCE = re.compile(r"v?(p?xor|p?andn|pcmpeq|pcmpgt|psub|pternlog)\w*")
"""Instructions whose result does not depend on a vector that is all of their sources."""


class Effects(NamedTuple):
    reads: frozenset[int]
    writes: frozenset[int]


def general(register: Any) -> int | None:
    """The number of a general register, or of which this is a part; None for any other register."""
    if register is None or register.family not in GENERAL:
        return None
    number: int = register.number
    return number - 4 if register.rex == 2 else number  # ah, ch, dh and bh are parts of 0 to 3


def operands_of(instruction: Instruction) -> list[tuple[Any, str]]:
    """The operands as they are written, without masks and rounding, and how each is accessed."""
    form = instruction.form
    given = [operand for operand in instruction.operands if operand.__class__ is not Rounding]
    positions: tuple[int, ...] = tuple(range(len(form.operands)))
    if len(given) != len(positions):
        positions = form.explicit
    access = form.access
    return [
        (operand[0] if operand.__class__ is Masked else operand, access[position] if position < len(access) else "")
        for operand, position in zip(given, positions, strict=False)
    ]


def effects(instruction: Instruction) -> Effects:
    """The general registers that an instruction reads and writes."""
    implied = _implied(instruction.form)
    reads, writes = set(implied.reads), set(implied.writes)
    written = operands_of(instruction)
    for operand, access in written:
        if operand.__class__ is Mem:
            base, index = operand[1][:2]
            reads |= {number for number in (general(base), general(index)) if number is not None}
        elif operand.__class__ is Reg and (number := general(operand)) is not None:
            if "r" in access:
                reads.add(number)
            if "w" in access:
                writes.add(number)
    if len(written) == 2 and written[0][0].__class__ is Reg:
        first, second = written[0][0], written[1][0]
        alone = instruction.mnemonic in ITSELF and first is second
        absorbed = second.__class__ is int and ABSORBING.get(instruction.mnemonic) == second
        if alone or absorbed:
            reads -= {general(first)}
    return Effects(frozenset(reads), frozenset(writes))


@lru_cache(maxsize=4096)
def _implied(form: Form) -> Effects:
    """What a form does to registers that are no operands: `rsp:rw [rsp]:w eax:r rax:w`."""
    reads, writes = set(), set()
    for part in form.implied.split():
        name, _, access = part.partition(":")
        number = general(REGISTERS.get(name.strip("[]")))
        if number is None:
            continue
        if name[0] == "[" or "r" in access:
            reads.add(number)
        if name[0] != "[" and "w" in access:
            writes.add(number)
    return Effects(frozenset(reads), frozenset(writes))


def vector(register: Any) -> int | None:
    """The number of a vector register; None for any other."""
    return None if register is None or register.family not in VECTORS else XMM0 + register.number


def vector_effects(instruction: Instruction) -> Effects:
    """The vector registers that an instruction writes, and those on which what it computes surely depends."""
    implied = _implied_vectors(instruction.form)
    reads, writes = set(implied.reads), set(implied.writes)
    name = instruction.mnemonic
    operands = operands_of(instruction)
    found = []
    for position, (operand, access) in enumerate(operands):
        number = vector(operand) if operand.__class__ is Reg else None
        if number is None:
            continue
        found.append(number)
        merged = position == 1 and len(operands) > 2 and MERGES.fullmatch(name)
        if (access == "r" and not merged) or (access == "rw" and USES_TARGET.fullmatch(name)):
            reads.add(number)
        if "w" in access:
            writes.add(number)
    if len(found) > 1 and found[-1] == found[-2] and NO_SOURCE.fullmatch(name):
        reads.discard(found[-1])
    return Effects(frozenset(reads), frozenset(writes))


@lru_cache(maxsize=4096)
def _implied_vectors(form: Form) -> Effects:
    """The same of registers that are no operands: `xmm0:r`, `zmm0-15:w`."""
    reads: set[int] = set()
    writes: set[int] = set()
    for first, last, access in re.findall(r"[xyz]mm(\d+)(?:-(\d+))?:(\w+)", form.implied):
        numbers = range(XMM0 + int(first), XMM0 + int(last or first) + 1)
        if "r" in access and not last:
            reads.update(numbers)
        if "w" in access and form.mnemonic != "vzeroupper":
            writes.update(numbers)
    return Effects(frozenset(reads), frozenset(writes))
