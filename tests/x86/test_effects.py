"""What instructions do to registers, against the account of iced-x86."""

from __future__ import annotations

import pytest

iced_x86 = pytest.importorskip("iced_x86")

import drawing  # noqa: E402

from jitney.errors import AssemblyError  # noqa: E402
from jitney.x86.abi import NAMES  # noqa: E402
from jitney.x86.effects import effects  # noqa: E402
from jitney.x86.forms import forms, mnemonics  # noqa: E402
from jitney.x86.operands import REGISTERS  # noqa: E402
from jitney.x86.select import selector  # noqa: E402

ACCESS = iced_x86.OpAccess
# nop, ud0 and ud1 don't look at their memory; xchg of one register with itself; and instructions of which the table
# and the decoder know different parts: nobody checks a program with these.
LEFT_OUT = {"nop", "ud0", "ud1", "xchg", "montmul", "pconfig", "xlatb", "xstore_alt"}
READS = {ACCESS.READ, ACCESS.COND_READ, ACCESS.READ_WRITE, ACCESS.READ_COND_WRITE}
WRITES = {ACCESS.WRITE, ACCESS.COND_WRITE, ACCESS.READ_WRITE, ACCESS.READ_COND_WRITE}
GENERAL = {getattr(iced_x86.Register, name.upper()): number for number, name in enumerate(NAMES)}


def by_decoder(data: bytes) -> tuple[set[int], set[int]]:
    instruction = iced_x86.Decoder(64, data, ip=0).decode()
    used = iced_x86.InstructionInfoFactory().info(instruction)
    reads, writes = set(), set()
    for register in used.used_registers():
        number = GENERAL.get(iced_x86.RegisterInfo(register.register).full_register)
        if number is not None:
            if register.access in READS:
                reads.add(number)
            if register.access in WRITES:
                writes.add(number)
    return reads, writes


def test_registers_read_and_written_by_every_common_form() -> None:
    rng = drawing.Dealer(1)
    count = 0
    for mnemonic in mnemonics():
        if mnemonic in LEFT_OUT or (mnemonic[0] == "v" and rng.random() < 0.8):
            continue
        for form in forms(mnemonic):
            if form.notes & {"knc", "amd", "rare", "9b"} or "D" in form.places:
                continue
            found = selector(mnemonic)
            assert found is not None
            try:
                made = found(drawing.draw(form, rng))
            except AssemblyError:
                continue
            if made.fixups:
                continue
            reads, writes = by_decoder(made.data)
            mine = effects(made)
            if mnemonic in ("or", "and", "sbb", "sub", "xor"):  # which may not depend on a register that they read
                reads &= mine.reads
            # Writing a part of a register keeps the rest, which the decoder may take for reading.
            assert mine.reads <= reads and mine.writes == writes, (made, mine, reads, writes)
            assert reads <= mine.reads | writes, (made, mine, reads)
            count += 1
    assert count > 2000


@pytest.mark.parametrize(
    ("mnemonic", "operands", "reads", "writes"),
    [
        ("mov", ("rax", "rbx"), {3}, {0}),
        ("add", ("rcx", "r9"), {1, 9}, {1}),
        ("xor", ("r8d", "r8d"), set(), {8}),
        ("sbb", ("r8d", "r8d"), set(), {8}),
        ("mul", ("rbx",), {0, 3}, {0, 2}),
        ("mov", ("ah", "ch"), {1}, {0}),
        ("mov", ("spl", "dil"), {7}, {4}),
        ("push", ("rdi",), {4, 7}, {4}),
        ("leave", (), {4, 5}, {4, 5}),
        ("cmp", ("rsi", "rdx"), {2, 6}, set()),
        ("cvttsd2si", ("rax", "xmm0"), set(), {0}),
        ("syscall", (), set(), {1, 11}),
    ],
)
def test_registers_of_one_instruction(
    mnemonic: str, operands: tuple[str, ...], reads: set[int], writes: set[int]
) -> None:
    found = selector(mnemonic)
    assert found is not None
    mine = effects(found(tuple(REGISTERS[name] for name in operands)))
    assert mine.writes == writes
    assert mine.reads == reads or (mnemonic == "leave" and mine.reads <= reads)
