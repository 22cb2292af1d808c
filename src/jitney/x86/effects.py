"""What an instruction does to the general registers, by the table of forms: which it reads, which it writes.

Registers are numbers, 0 (rax) to 15 (r15), whatever part of one an instruction names.
"""

from __future__ import annotations

from functools import lru_cache

from ..records import NamedTuple
from .operands import REGISTERS, Masked, Mem, Reg, Rounding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .forms import Form
    from .select import Instruction

GENERAL = ("r64", "r32", "r16", "r8")
ITSELF = frozenset({"xor", "sub", "sbb"})
"""Instructions whose result does not depend on a register that is both operands."""
ABSORBING = {"and": 0, "or": -1}
"""Instructions whose result does not depend on the first operand where the second is this number."""


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
