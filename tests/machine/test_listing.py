"""Listings: the bytes shown are the bytes, everything is at its offset, and a listing can be read back."""

from __future__ import annotations

import ctypes
import random
import re
import subprocess
import sys
import time

import pytest

import jitney
from jitney.machine import Code, link
from jitney.x86 import Assembler, dword, eax, ptr, qword, rax, rcx, rdi, rip
from jitney.x86.disassembler import disassemble
from jitney.x86.target import X86_64

ROW = re.compile(r"^ *([0-9a-f]+):  ((?:[0-9a-f]{2} ?)+)(?:  |$)")


def rows(listing: str) -> list[tuple[int, bytes]]:
    """(offset, bytes) of every row with bytes."""
    return [(int(m[1], 16), bytes.fromhex(m[2])) for m in map(ROW.match, listing.splitlines()) if m]


def joined(found: list[tuple[int, bytes]], start: int) -> bytes:
    data = b""
    for offset, piece in found:
        assert offset == start + len(data), f"a row at {offset:#x} after {len(data)} bytes"
        data += piece
    return data


def everything() -> Code:
    a = Assembler()
    count, table, message = a.label("count"), a.label("table"), a.label("message")
    a.here("start")
    a.mov(rax, 1 << 62)
    a.je("start.end")
    a.here(".loop")
    a.lea(rdi, ptr[rip + message])
    a.mov(dword[rip + count], 0x12345678)
    a.add(rcx, qword[rip + table + 8])
    a.call(a.extern("puts"))
    a.align(16)
    a.bind(".end")
    a.ret()
    a.ascii('quote " backslash \\ tab \t end\n')
    a.bytes(bytes(range(256)))
    a.align(8)
    a.section("rodata")
    a.align(8)
    a.bind(table)
    a.u64(count, message)
    a.bind(message)
    a.ascii("Hello World!\n")
    a.align(32)
    a.u8(5)
    a.section("data")
    a.align(8)
    a.bind(count)
    a.u64(5)
    a.section("bss")
    a.here("buffer")
    a.zeros(10)
    return a.code()


@pytest.mark.parametrize("base", [0, 0x7FFF_1234_5000])
def test_the_bytes_shown_are_the_bytes(base: int) -> None:
    code = everything()
    layout = code.layout()
    text, _, rest = code.listing(base=base).partition(".rodata\n")
    assert joined(rows(text), base) == layout.sections["text"].data
    rodata, _, data = rest.partition(".data\n")
    assert joined(rows(rodata), rows(rodata)[0][0]) == layout.sections["rodata"].data
    assert joined(rows(data.partition(".bss\n")[0]), 0) == layout.sections["data"].data
    assert ".zero 10" in data


def test_the_listing_of_an_image_shows_what_is_in_memory() -> None:
    image = link(everything())
    text, _, rest = image.listing(image.address).partition(".rodata\n")
    shown = joined(rows(text), image.address)
    assert shown == ctypes.string_at(image.address, image.size)
    found = rows(rest)
    assert found[0][0] == image.symbols["table"]
    # In several rows where some of the address's bytes happen to be text.
    assert b"".join([piece for _, piece in found])[:8] == image.symbols["count"].to_bytes(8, "little")
    message = image.symbols["message"]
    assert f"# {message:#x} message" in text


def test_labels_stand_where_they_are() -> None:
    """Each label's line comes right before the row at its offset."""
    code = everything()
    lines = code.listing().partition(".data\n")[0].splitlines()
    offsets = {}
    for number, line in enumerate(lines):
        if re.fullmatch(r"[\w.]+:", line):
            row = next(m for m in map(ROW.match, lines[number:]) if m)
            offsets[line[:-1]] = int(row[1], 16)
    layout = code.layout()
    text = {s.name: layout.offset(s) for s in code.symbols if s.section == "text"}
    assert {name: offsets[name] for name in text} == text
    assert offsets["message"] - offsets["table"] == 16


@pytest.mark.parametrize("section", ["text", "rodata", "data"])
@pytest.mark.parametrize("before", range(9))
def test_alignment_is_shown_as_alignment_and_data_as_data(section: str, before: int) -> None:
    a = Assembler()
    a.section(section)
    a.bytes(b"\x01" * before)
    a.align(8)
    a.ascii("words of data")
    if section == "text":  # text without an instruction of the assembler's is decoded
        a.ret()
    listing = a.code().listing()
    shown = [line for line in listing.splitlines() if ".align 8" in line]
    assert len(shown) == (before % 8 > 0)
    if shown:
        assert len(rows(shown[0])[0][1]) == -before % 8
    assert '.ascii "words of ' in listing


def text_only() -> list[Code]:
    """Programs whose text is all that there is."""
    a, b, c = Assembler(), Assembler(), Assembler()
    a.here("fadd")
    a.xor(eax, eax)
    a.test(rdi, rdi)
    a.here(".abc")
    a.je(".done")
    a.mov(rax, 1 << 62)
    a.align(32)
    a.here(".done")
    a.ret()
    b.ascii('; no "comment" # 12 34 // 5\n')
    b.bytes(bytes(range(256)))
    b.fadd(dword[rax])
    b.ascii("  61 62 63")
    c.here("λ")
    c.mov(qword[rax + rcx * 8 + 0x12345678], 0x1234567)
    c.here("c3")
    c.lea(rax, ptr[rip + c.label("λ")])
    return [a.code(), b.code(), c.code()]


@pytest.mark.parametrize("number", range(3))
def test_a_listing_can_be_read_back(number: int) -> None:
    code = text_only()[number]
    for listing in (code.listing(), code.listing(base=0x1000)):
        assert (
            jitney.load(listing, "() -> None").code.layout().sections["text"].data
            == code.layout().sections["text"].data
        )


@pytest.mark.parametrize("seed", range(3))
def test_any_bytes_are_listed(seed: int) -> None:
    pytest.importorskip("iced_x86")
    rng = random.Random(seed)
    for _ in range(1500):
        data = rng.randbytes(rng.randrange(1, 60))
        end = 0
        for offset, length, record in disassemble(data) or ():
            assert offset >= end and length > 0 and offset + length <= len(data) and str(record)
            end = offset + length
        listing = Code.from_bytes(data, X86_64).listing()
        assert joined(rows(listing), 0) == data


def run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


HIDE = "import sys\nsys.modules['iced_x86'] = None\nimport jitney\nfrom jitney.x86 import *\n"


def test_without_a_decoder_bytes_are_listed_as_bytes_with_a_hint() -> None:
    shown = run(f"{HIDE}print(jitney.load('48c7c001000000c3', '() -> int64').code.listing(), end='')")
    assert "jitney[tools]" in shown and ".byte 0x48" in shown and "mov" not in shown
    assert joined(rows(shown), 0) == bytes.fromhex("48c7c001000000c3")


def test_without_a_decoder_assembled_code_lists_as_before() -> None:
    program = (
        "from jitney.x86 import Assembler, rax\na = Assembler()\na.mov(rax, 1)\na.ret()\nprint(a.code().listing())"
    )
    assert run(HIDE + program) == run(program)


def test_comments_say_what_an_operand_refers_to() -> None:
    a = Assembler()
    a.nop()
    a.lea(rax, ptr[rip + 0x20])
    a.mov(rax, qword[rip + a.label("there") + 4])
    a.mov(rcx, qword[rip + a.extern("environ")])
    a.bind("there")
    lines = a.code().listing().splitlines()
    assert lines[1].endswith("# 0x28")  # from the end of the instruction, at 8
    assert lines[2].endswith("# 0x1a there + 4")
    assert "environ" in lines[3].partition("#")[2]


def test_a_listing_ends_with_one_newline() -> None:
    code = everything()
    assert code.listing().endswith("\n") and not code.listing().endswith("\n\n")


def test_the_time_for_a_listing_grows_with_its_length() -> None:
    def seconds(count: int) -> float:
        a = Assembler()
        data = a.label("data")
        for number in range(count):
            a.here(f"l{number}")
            a.lea(rax, ptr[rip + data])
            a.jmp(f"l{number // 2}")
        a.section("rodata")
        a.bind(data)
        a.u64(1)
        code = a.code()
        times = []
        for _ in range(3):
            start = time.process_time()
            code.listing()
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(8000) < 16 * seconds(1000)
