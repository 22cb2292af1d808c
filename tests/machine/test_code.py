"""Layout: branches and alignment settled as a brute-force search and GNU as settle them, fixups at their limits."""

from __future__ import annotations

import random
import shutil
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from jitney.errors import LinkError
from jitney.machine import Code, Symbol
from jitney.machine.layout import store
from jitney.machine.sections import Fixup
from jitney.x86 import Assembler, eax, ptr, qword, rax, rip
from jitney.x86.target import X86_64

CONDITIONS = "o no b ae e ne be a s ns p np l ge le g".split()
JUMP, CALL, ALIGN, DATA, LABEL = range(5)
Item = tuple[int, Any, int]


def text(a: Assembler) -> bytes:
    return bytes(a.code().layout().sections["text"].data)


# Branch relaxation


def drawn_program(rng: random.Random) -> list[Item]:
    """Jumps, calls, alignment and data in a random order, each label bound once."""
    labels = rng.randrange(1, 20)
    unbound = list(range(labels))
    rng.shuffle(unbound)
    items: list[Item] = []
    for _ in range(rng.randrange(1, 60)):
        draw = rng.random()
        if draw < 0.45:
            name = rng.choice(["jmp", *("j" + condition for condition in CONDITIONS)])
            items.append((JUMP, name, rng.randrange(labels)))
        elif draw < 0.5:
            items.append((CALL, "call", rng.randrange(labels)))
        elif draw < 0.62:
            items.append((ALIGN, rng.choice([2, 4, 8, 16, 32, 64]), 0))
        elif draw < 0.9:
            items.append((DATA, bytes(rng.choice([1, 2, 3, 5, 20, 60, 100, 120, 124, 125, 126, 127, 128])), 0))
        elif unbound:
            items.append((LABEL, "", unbound.pop()))
    return items + [(LABEL, "", label) for label in unbound]


def build(items: list[Item], a: Assembler) -> list[Symbol]:
    labels = [a.label(f"label{item[2]}") for item in items]
    by_number = {item[2]: label for item, label in zip(items, labels, strict=True)}
    for kind, what, label in items:
        if kind in (JUMP, CALL):
            getattr(a, what)(by_number[label])
        elif kind == ALIGN:
            a.align(what)
        elif kind == DATA:
            a.bytes(what)
        else:
            a.bind(by_number[label])
    return [by_number[number] for number in sorted({item[2] for item in items if item[0] == LABEL})]


def brute_force(items: list[Item]) -> tuple[list[int], dict[int, int], set[int]]:
    """Offsets of the items, of the labels, and which jumps are long: the least set in which all others reach."""
    long: set[int] = set()
    while True:
        offset = 0
        offsets, places = [], {}
        for number, (kind, what, label) in enumerate(items):
            offsets.append(offset)
            if kind == JUMP:
                offset += 2 if number not in long else 5 if what == "jmp" else 6
            elif kind == CALL:
                offset += 5
            elif kind == ALIGN:
                offset += -offset % what
            elif kind == DATA:
                offset += len(what)
            else:
                places[label] = offset
        too_far = {
            number
            for number, (kind, _, label) in enumerate(items)
            if kind == JUMP and number not in long and not -128 <= places[label] - offsets[number] - 2 <= 127
        }
        if not too_far:
            return [*offsets, offset], places, long
        long |= too_far


def expected(items: list[Item], nops: bytes) -> bytes:
    """The bytes of a program; those of alignment are taken from `nops`."""
    offsets, places, long = brute_force(items)
    made = bytearray()
    for number, (kind, what, label) in enumerate(items):
        end = offsets[number + 1]
        if kind == JUMP:
            displacement = places[label] - end
            condition = 0 if what == "jmp" else CONDITIONS.index(what[1:])
            if number not in long:
                made += struct.pack("<Bb", 0xEB if what == "jmp" else 0x70 + condition, displacement)
            else:
                made += (b"\xe9" if what == "jmp" else bytes((0x0F, 0x80 + condition))) + struct.pack(
                    "<i", displacement
                )
        elif kind == CALL:
            made += b"\xe8" + struct.pack("<i", places[label] - end)
        elif kind == DATA:
            made += what
        else:
            made += nops[len(made) : end]
    return bytes(made)


@pytest.mark.parametrize("seed", range(4))
def test_branches_are_as_short_as_brute_force_makes_them(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(150):
        items = drawn_program(rng)
        a = Assembler()
        labels = build(items, a)
        code = a.code()
        layout = code.layout()
        made = bytes(layout.sections["text"].data)
        assert made == expected(items, made), items
        _, places, _ = brute_force(items)
        assert {label.name: layout.offset(label) for label in labels} == {f"label{n}": places[n] for n in places}


@pytest.mark.skipif(shutil.which("as") is None, reason="GNU as is not installed")
def test_branches_are_as_short_as_gnu_as_makes_them(tmp_path: Path) -> None:
    """Without alignment there is one shortest program; with it GNU as may grow other branches first."""
    rng = random.Random(99)
    for number in range(25):
        items = [item for item in drawn_program(rng) if item[0] != ALIGN or number % 5 == 0]
        lines = [".intel_syntax noprefix"]
        for kind, what, label in items:
            if kind in (JUMP, CALL):
                lines.append(f"{what} L{label}")
            elif kind == ALIGN:
                lines.append(f".balign {what}")
            elif kind == DATA:
                lines.append(f".skip {len(what)}, 0")
            else:
                lines.append(f"L{label}:")
        (tmp_path / "t.s").write_text("\n".join(lines) + "\n")
        subprocess.run(["as", "-o", tmp_path / "t.o", tmp_path / "t.s"], check=True)
        objcopy = ["objcopy", "-O", "binary", "-j", ".text", tmp_path / "t.o", tmp_path / "t.bin"]
        subprocess.run(objcopy, check=True)
        theirs = (tmp_path / "t.bin").read_bytes()
        a = Assembler()
        build(items, a)
        if number % 5:
            assert text(a) == theirs
        else:
            assert len(text(a)) <= len(theirs) + 16


@pytest.mark.parametrize("distance", [124, 125, 126, 127, 128, 129, 130])
def test_where_a_branch_becomes_long(distance: int) -> None:
    """Forward 127 and backward 128 bytes from the end of the instruction are the last that a byte reaches."""
    forward, backward = Assembler(), Assembler()
    end = forward.label()
    forward.jne(end)
    forward.zeros(distance)
    forward.bind(end)
    start = backward.here()
    backward.zeros(distance - 2)
    backward.jne(start)
    assert text(forward)[:2] == (bytes((0x75, distance)) if distance <= 127 else b"\x0f\x85")
    assert text(backward)[distance - 2 :][:2] == (bytes((0x75, 256 - distance)) if distance <= 128 else b"\x0f\x85")


def test_one_long_branch_may_lengthen_many() -> None:
    """A chain in which each branch grows only when the next one has; four times as many cost about four times as much,
    not sixteen times."""
    taken = []
    for count in (1000, 4000):
        a = Assembler()
        labels = [a.label() for _ in range(count)]
        for number in range(count):
            a.jmp(labels[number])
            if number:
                a.bind(labels[number - 1])
            a.zeros(125)
        a.zeros(5)
        a.bind(labels[-1])
        times = []
        for _ in range(5):
            code = a.code()
            start = time.process_time()
            assert code.layout().size("text") == count * 130 + 5
            times.append(time.process_time() - start)
        taken.append(min(times))
    assert taken[1] < 9 * taken[0], taken


# Alignment


@pytest.mark.parametrize("boundary", [1, 2, 4, 8, 16, 32, 64])
def test_alignment_in_text_is_instructions_that_do_nothing(boundary: int) -> None:
    iced = pytest.importorskip("iced_x86")
    for before in range(65):
        a = Assembler()
        a.zeros(before)
        a.align(boundary)
        here = a.here()
        a.ret()
        code = a.code()
        offset = code.layout().offset(here)
        assert offset % boundary == 0 and 0 <= offset - before < boundary
        gap = text(a)[before:offset]
        instructions = list(iced.Decoder(64, gap))
        assert sum(instruction.len for instruction in instructions) == len(gap)
        assert all(instruction.mnemonic == iced.Mnemonic.NOP for instruction in instructions)
        assert len(instructions) <= -(-len(gap) // 9), "as few as there can be of nine bytes"


def test_alignment_of_data_is_zeros() -> None:
    a = Assembler()
    for section in ("rodata", "data"):
        a.section(section)
        a.u8(1)
        a.align(16)
        a.u8(2)
    sections = a.code().layout().sections
    for section in ("rodata", "data"):
        assert sections[section].data == b"\1" + bytes(15) + b"\2"


def test_a_label_before_and_after_a_gap() -> None:
    a = Assembler()
    a.nop()
    before = a.here()
    a.align(16)
    after = a.here()
    layout = a.code().layout()
    assert (layout.offset(before), layout.offset(after)) == (1, 16)


# Fixups at and beyond their range, by the psABI's field sizes


KINDS = {
    "rel8": (1, -(1 << 7), (1 << 7) - 1), "rel16": (2, -(1 << 15), (1 << 15) - 1),
    "rel32": (4, -(1 << 31), (1 << 31) - 1), "branch32": (4, -(1 << 31), (1 << 31) - 1),
    "abs32": (4, 0, (1 << 32) - 1), "abs32s": (4, -(1 << 31), (1 << 31) - 1), "abs64": (8, -(1 << 63), (1 << 64) - 1),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_fixup_at_its_limits(kind: str) -> None:
    size, low, high = KINDS[kind]
    a = Assembler()
    a.line(7)
    a.nop()
    a.line(8)
    a.mov(rax, 1 << 62)
    code = a.code()
    laid = code.layout().sections["text"]
    fixup = Fixup(2, kind, Symbol("goal"), 0)
    for value in (low, low + 1, 0, high - 1, high):
        data = bytearray(b"\xcc" * 11)
        store(code, laid, data, fixup, value)
        assert data == b"\xcc\xcc" + (value % (1 << 8 * size)).to_bytes(size, "little") + b"\xcc" * (9 - size)
    for value in (low - 1, high + 1, 1 << 70, -(1 << 70)):
        with pytest.raises(LinkError) as error:
            store(code, laid, bytearray(11), fixup, value)
        for part in ("'goal'", "text+0x2", "mov rax, 0x4000000000000000", "line 8", f"{8 * size} bits"):
            assert part in str(error.value)


def test_a_short_branch_that_does_not_reach_is_reported() -> None:
    for call, shown in (
        (lambda a, label: a.loop(label), "loop far"),
        (lambda a, label: a.jrcxz(label), "jrcxz far"),
        (lambda a, label: a.jmp(label, encoding="short"), "jmp far"),
    ):
        for distance in (127, 128):
            a = Assembler()
            a.line(3)
            far = a.label("far")
            call(a, far)
            a.line(4)
            a.zeros(distance)
            a.bind(far)
            if distance == 127:
                assert text(a)[1] == 127
                continue
            with pytest.raises(LinkError) as error:
                text(a)
            for part in ("'far'", "text+0x1", shown, "line 3", "8 bits", "0x80"):
                assert part in str(error.value)


@pytest.mark.parametrize("mnemonic, opcode", [("loop", 0xE2), ("loope", 0xE1), ("loopne", 0xE0), ("jrcxz", 0xE3)])
def test_loops_count_in_rcx(mnemonic: str, opcode: int) -> None:
    """The form with an address-size prefix, which counts in ecx, is another instruction."""
    a = Assembler()
    getattr(a, mnemonic)(a.here())
    assert text(a) == bytes((opcode, 0xFE))


def test_a_16_bit_branch_that_does_not_reach_is_reported() -> None:
    for distance in ((1 << 15) - 1, 1 << 15):
        a = Assembler()
        far = a.label("far")
        a.xbegin(far, encoding="o16 C7 F8 cw")
        a.zeros(distance)
        a.bind(far)
        if distance < 1 << 15:
            assert text(a)[:5] == b"\x66\xc7\xf8\xff\x7f"
        else:
            with pytest.raises(LinkError, match=r"'far'.*16 bits"):
                text(a)


def test_a_relative_operand_counts_from_the_end_of_its_instruction() -> None:
    a = Assembler()
    goal = a.label("goal")
    a.mov(qword[rip + goal], 1)  # four bytes of immediate follow the displacement
    a.cmp(qword[rip + goal + 3], 1)  # one
    a.lea(rax, ptr[rip + goal - 5])
    a.bind(goal)
    made = text(a)
    at = 0
    for length, offset, addend in ((11, 3, 0), (8, 3, 3), (7, 3, -5)):
        (displacement,) = struct.unpack_from("<i", made, at + offset)
        at += length
        assert at + displacement == len(made) + addend


def test_symbols_are_defined_once() -> None:
    code = Assembler().code()
    first, second = Symbol("twin"), Symbol("twin")
    first.section = second.section = "text"
    code.symbols = [first, second]
    with pytest.raises(LinkError, match="'twin'"):
        code.layout()


def test_bytes_alone_are_a_code() -> None:
    code = Code.from_bytes(b"\x90\xc3", X86_64)
    assert code.layout().sections["text"].data == b"\x90\xc3" and not code.externals
    assert "text 2" in repr(code)


def test_externals_are_listed_once_in_order() -> None:
    a = Assembler()
    one, two, unused = a.extern("one"), a.extern("two"), a.extern("unused")
    a.call(two)
    a.jne(one)
    a.mov(eax, 1)
    a.call(two)
    externals = a.code().externals
    assert set(externals) == {one, two} and len(externals) == 2 and unused not in externals
