"""What an instruction reads and writes, derived from the table, compared with what the decoder library says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

import iced
import iced_x86

from jitney.x86.operands import Masked, Mem, Reg

if TYPE_CHECKING:
    from conformance import Case

FACTORY = iced_x86.InstructionInfoFactory()
READ, WRITTEN, BOTH = 1, 2, 3
ACCESS = {"": 0, "-": 0, "n": 0} | {
    perhaps_read + perhaps_written: bool(perhaps_read) * READ | bool(perhaps_written) * WRITTEN
    for perhaps_read in ("", "r", "cr")
    for perhaps_written in ("", "w", "cw")
}
REPEATING = {"rep", "repe", "repz", "repne", "repnz"}
SHIFTS = {"rol", "ror", "rcl", "rcr", "shl", "sal", "shr", "sar", "shld", "shrd"}
ROTATED = {
    (name, operand): bits + 1 for name in ("rcl", "rcr") for operand, bits in (("r/m8", 8), ("r/m16", 16))
}  # through the carry
BY_NAME = {iced.register_name(number): number for number in iced.make_forms.REGISTER}


@dataclass
class Effects:
    """Registers by name with what happens to them, what happens to memory, and flags by letter."""

    registers: dict[str, int] = field(default_factory=dict)
    memory: int = 0
    flags: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, how: int) -> None:
        """A register is read or written, and so is the widest one that it is part of."""
        if how:
            self.registers[full(name)] = self.registers.get(full(name), 0) | how


@cache
def full(name: str) -> str:
    """The widest register that a register is part of: rax of al, zmm3 of xmm3."""
    return iced.register_name(iced_x86.RegisterExt.full_register(BY_NAME[name]))


def by_table(case: Case) -> Effects:
    form = case.form
    found = Effects()
    count = len(case.operands)
    positions = range(count) if count == len(form.operands) else form.explicit
    for position, operand in zip(positions, case.operands, strict=False):
        how = ACCESS[form.access[position]]
        if isinstance(operand, Masked):
            operand, mask, zeroing = operand
            found.note(mask.name, BOTH if "k:rw" in form.notes else READ)
            if how == WRITTEN and not zeroing and isinstance(operand, Reg) and "whole" not in form.notes:
                how = BOTH
        if isinstance(operand, Reg):
            _, plus, more = form.operands[position].partition("{")[0].partition("+")
            family, size = operand.name.partition("{")[0].rstrip("0123456789"), int(more) + 1 if plus else 1
            names = [f"{family}{operand.number // size * size + n}" for n in range(size)] if plus else [operand.name]
            for name in names:
                found.note(name.partition("{")[0], how)
        elif isinstance(operand, Mem):
            found.memory |= how
            for part in (*operand.address[:2], operand.segment) if form.access[position] != "-" else ():
                if part is not None and part.family != "rip" and (part.family != "seg" or part.name in ("fs", "gs")):
                    found.note(part.name, READ)
    for position in set(range(len(form.operands))) - set(positions):
        if form.operands[position].startswith("<m"):
            found.memory |= ACCESS[form.access[position]]
    for item in form.implied.split():
        name, _, letters = item.partition(":")
        if name[0] != "[":
            head, dash, last = name.partition("-")
            names = [f"{head[:3]}{n}" for n in range(int(head[3:]), int(last) + 1)] if dash else [name]
            for one in names:
                found.note(one, ACCESS[letters])
    if set(case.prefixes) & REPEATING:
        found.note("rcx", BOTH)
    found.flags = {letter: names for letter, _, names in (part.partition(":") for part in form.flags.split())}
    return found


def by_decoder(case: Case) -> Effects:
    decoded = case.decoded
    found = Effects()
    facts = FACTORY.info(decoded)
    for use in facts.used_registers():
        found.note(iced.register_name(use.register), ACCESS[iced.make_forms.ACCESS[use.access]])
    for position in range(decoded.op_count):
        if iced.KINDS[decoded.op_kind(position)].startswith("MEMORY"):
            found.memory |= ACCESS[iced.make_forms.ACCESS[facts.op_access(position)]]
    for letter, bits in (
        ("r", decoded.rflags_read), ("w", decoded.rflags_written), ("0", decoded.rflags_cleared),
        ("1", decoded.rflags_set), ("u", decoded.rflags_undefined),
    ):  # fmt: skip
        names = "".join(name for position, name in enumerate(iced.make_forms.FLAGS) if bits >> position & 1)
        if names:
            found.flags[letter] = names
    return found


def difference(case: Case) -> str:
    """What the table has that the decoder has not, and the other way round; empty if they agree."""
    ours, theirs = by_table(case), by_decoder(case)
    if ours == theirs:
        return ""
    return f"{case.made} | {case.form} | {case.form.opcode}: {ours}, the decoder: {theirs}"


def explained(case: Case) -> str | None:
    """Why the decoder knows better for these operands than the table, which speaks of all."""
    ours, theirs = by_table(case), by_decoder(case)
    if case.form.mnemonic in SHIFTS and isinstance(case.operands[-1], int) and ours.registers == theirs.registers:
        count = case.operands[-1] & (63 if "r64" in str(case.form) or "m64" in str(case.form) else 31)
        if count % ROTATED.get((case.form.mnemonic, case.form.operands[0]), 64) <= 1:
            return "a shift by 0 leaves the flags, one by 1 defines O"
    if case.form.mnemonic in ("movsd", "movss") and "xmm" in str(case.form) and ours.memory:
        return "a scalar in memory has no upper part to keep, as one in a register has"
    if case.form.mnemonic in ("bndcl", "bndcn", "bndcu") and ours.memory:
        return "a bounds check looks at the address of its memory only"
    if case.form.mnemonic in ("lea", "bndmk"):
        return "what takes an address only has no use for a segment"
    same = [operand for operand in case.operands if isinstance(operand, Reg)][-2:]
    if len(same) == 2 and same[0] is same[1]:
        name = full(same[0].name)
        if ours.registers.get(name, 0) & ~theirs.registers.get(name, 0) & READ:
            return "the difference of a register and itself does not depend on it"
    return None
