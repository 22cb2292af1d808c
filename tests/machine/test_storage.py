"""Saved code: the same when loaded, in another process too; and nothing but CodeFormatError for damaged bytes."""

from __future__ import annotations

import ctypes
import json
import random
import subprocess
import sys
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from jitney.errors import CodeFormatError, ExecutableMemoryError, LinkError
from jitney.machine import Code, link
from jitney.x86 import Assembler, ptr, qword, rax, rbx, rcx, rdi, rip, xmm0
from jitney.x86.target import X86_64

HEADER = 12  # magic and checksum


def program() -> Code:
    """A bit of everything: `sum(n)` adds 1 to n, 100 from read-only data and a count kept in data."""
    a = Assembler()
    count, end, buffer = a.label("count"), a.label("end"), a.label("buffer")
    a.line(1)
    a.here("sum")
    a.test(rdi, rdi)
    a.line(2)
    a.js(end)
    a.align(16)
    a.here(".again")
    a.mov(rax, rdi)
    a.add(rax, qword[rip + a.constant((100).to_bytes(8, "little"))])
    a.line(3)
    a.inc(qword[rip + count])
    a.add(rax, qword[rip + count])
    a.mov(rcx, qword[rip + a.address_of(buffer)])
    a.add(rax, qword[rcx + 32])
    a.ret()
    a.jmp(".again")
    a.zeros(130)
    a.call(a.extern("getpid"))
    a.mov(rbx, a.extern("getpid"))
    a.line(4)
    a.bind(end)
    a.mov(rax, -1)
    a.ret()
    a.ascii('said "so"\n')
    a.section("data")
    a.u8(1)
    a.align(8)
    a.bind(count)
    a.u64(0, end)
    a.section("bss")
    a.zeros(3)
    a.align(64)
    a.bind(buffer)
    a.zeros(100)
    return a.code()


def call(image: Any, number: int) -> int:
    return ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(image.address)(number)


def test_saved_and_loaded_it_is_the_same() -> None:
    code = program()
    saved = code.save()
    again = Code.load(saved)
    assert again.save() == saved == Code.load(memoryview(bytearray(saved))).save()
    assert again.listing() == code.listing()
    assert again.features == code.features
    assert [symbol.name for symbol in again.externals] == [symbol.name for symbol in code.externals]
    for name, laid in code.layout().sections.items():
        assert again.layout().sections[name].data == laid.data and again.layout().size(name) == laid.size
    for made in (code, again, again):
        image = link(made)
        assert [call(image, number) for number in (5, 5, -1, 0)] == [106, 107, -1, 103]
        assert set(image.symbols) >= {"sum", "sum.again", "count", "end", "buffer"}


def test_another_process_can_load_it(tmp_path: Path) -> None:
    (tmp_path / "code").write_bytes(program().save())
    reader = (
        "import ctypes, sys\nfrom jitney import Code, link\nimage = link(Code.load(open(sys.argv[1], 'rb').read()))\n"
        "print(ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(image.address)(7))"
    )
    run = subprocess.run([sys.executable, "-c", reader, tmp_path / "code"], capture_output=True, text=True, check=True)
    assert run.stdout == "108\n"


@pytest.mark.parametrize("data", [b"\x48\xc7\xc0\x01\x00\x00\x00\xc3", b"\x48\x8d\x05\x04\x00\x00\x00\xc3\x01\x00"])
def test_the_listing_of_bytes_survives(data: bytes) -> None:
    pytest.importorskip("iced_x86")
    code = Code.from_bytes(data, X86_64)
    assert Code.load(code.save()).listing() == code.listing()


def test_the_listing_of_a_counted_displacement_survives() -> None:
    a = Assembler()
    a.lea(rax, ptr[rip + 4])
    a.ret()
    a.u32(1)
    assert Code.load(a.code().save()).listing() == a.code().listing()


def test_errors_of_loaded_code_name_the_place() -> None:
    a = Assembler()
    a.line(12)
    a.lea(rax, ptr[a.here("label")])
    loaded = Code.load(a.code().save())
    with pytest.raises(LinkError) as error:
        link(loaded)
    for part in ("'label'", "text+0x4", "lea rax, [label]", "line 12", "32 bits"):
        assert part in str(error.value)


def test_labels_and_lines_of_any_kind_are_kept() -> None:
    a = Assembler()
    a.line(1_000_000_000)
    for name in ("λ", "_x9", "a$b@c", "a.b.c"):
        a.here(name)
        a.nop()
    saved = a.code().save()
    assert link(Code.load(saved)).symbols.keys() == link(a.code()).symbols.keys()


@pytest.mark.parametrize("value", [0x1234, type("Callee", (), {"address": 0x1234})()], ids=["number", "object"])
def test_an_address_cannot_be_saved(value: Any) -> None:
    a = Assembler()
    a.call(a.extern("callee", value))
    with pytest.raises(LinkError, match="'callee'"):
        a.code().save()


def test_a_jump_to_a_number_cannot_be_saved() -> None:
    a = Assembler()
    a.jmp(0x1234)
    with pytest.raises(LinkError, match="0x1234"):
        a.code().save()


def test_damaged_bytes_are_refused() -> None:
    saved = program().save()
    rng = random.Random(3)
    outcomes: Counter[str] = Counter()
    for _ in range(20_000):
        data = bytearray(saved)
        kind = rng.randrange(5)
        at = rng.randrange(len(data))
        if kind < 2:
            for _ in range(rng.randrange(1, 4)):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        elif kind == 2:
            del data[at:]
        elif kind == 3:
            data[at:at] = rng.randbytes(rng.randrange(1, 9))
        else:
            del data[at : at + rng.randrange(1, 9)]
        if data == saved:
            continue
        try:
            Code.load(bytes(data))
            outcomes["loaded"] += 1
        except CodeFormatError:
            outcomes["refused"] += 1
    assert outcomes["loaded"] == 0 and outcomes["refused"] > 19_000


@pytest.mark.parametrize(
    "data", [b"", b"JITNEY", b"JITNEY\x00\x01", b"JITNEY\x00\x02" + bytes(20), b"x" * 100, bytes(9)]
)
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(CodeFormatError):
        Code.load(data)


def test_what_is_no_bytes_is_refused() -> None:
    for wrong in (None, "JITNEY", [1], 1.5):
        with pytest.raises((TypeError, CodeFormatError)):
            Code.load(wrong)  # type: ignore[arg-type]


VALUES: list[Any] = [
    None, True, False, -1, 0, 1, 2, 3, 63, 64, 127, 128, 200, 1 << 31, 1 << 39, 1 << 41, 1 << 70, -(1 << 70), 1.5,
    float("nan"), float("inf"), "", "text", "rodata", "bss", "rel8", "rel32", "abs64", "branch32", "zz", "00", "\ud800",
    "\n", [], [1], {}, {"a": 1}, [[]], [1, 2, 3, 4], "x" * 1000, 10**4200,
]  # fmt: skip


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path to every value within a JSON value."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [path] * bool(path) + [found for key in keys for found in paths(value[key], (*path, key))]


def test_what_does_not_hold_together_is_refused() -> None:
    """A description changed on purpose, with a checksum that agrees: it is refused when loaded or when linked, or it
    describes other code; it is never a crash or an exception of another kind."""
    saved = program().save()
    body = saved[HEADER:]
    length = int.from_bytes(body[:4], "little")
    text, data = body[4 : 4 + length], body[4 + length :]
    places = paths(json.loads(text))
    rng = random.Random(4)
    outcomes: Counter[str] = Counter()
    for _ in range(4000):
        description = json.loads(text)
        for _ in range(rng.choice((1, 1, 2))):
            *way, last = rng.choice(places)
            holder = description
            try:
                for key in way:
                    holder = holder[key]
                if rng.random() < 0.85:
                    holder[last] = rng.choice(VALUES)
                elif isinstance(holder, list):
                    holder.insert(last, rng.choice(VALUES))
                else:
                    del holder[last]
            except (LookupError, TypeError, AttributeError):
                continue  # the first change took the second one's place away
        changed = json.dumps(description).encode()
        body = len(changed).to_bytes(4, "little") + changed + data
        try:
            code = Code.load(saved[:8] + zlib.crc32(body).to_bytes(4, "little") + body)
        except CodeFormatError:
            outcomes["refused"] += 1
            continue
        outcomes["loaded"] += 1
        if sum(section.size for section in code.sections.values()) > 1 << 20:
            continue
        for use in (repr, Code.save, Code.listing, lambda code: link(code).listing()):
            try:
                use(code)
            except (LinkError, ExecutableMemoryError):
                outcomes["does not link"] += 1
    assert outcomes["refused"] > 2000 and outcomes["loaded"] > 200 and outcomes["does not link"] > 10


def test_xmm_constants_survive() -> None:
    a = Assembler()
    a.movsd(xmm0, qword[rip + a.constant(2.5)])
    a.ret()
    image = link(Code.load(a.code().save()))
    assert ctypes.CFUNCTYPE(ctypes.c_double)(image.address)() == 2.5
