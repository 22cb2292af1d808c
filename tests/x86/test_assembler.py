"""The assembler as its user meets it: labels, sections, data, numbers, forced encodings, prefixes, and wrong use."""

from __future__ import annotations

import copy
import pickle
import random
import struct
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import drawing
import pytest
from gnu import gnu, gnu_version

import jitney
from jitney.errors import AssemblyError, LinkError, MissingFeatureError, OperandError
from jitney.x86 import Assembler, cpu
from jitney.x86 import operands as x86
from jitney.x86.forms import forms, mnemonics
from jitney.x86.operands import REGISTERS, SIZES, Address, Mem, rn_sae, rz_sae, sae, z
from jitney.x86.select import Selector, selector

NAMES: dict[str, Any] = {**REGISTERS, **SIZES, "z": z, "rn_sae": rn_sae, "rz_sae": rz_sae, "sae": sae, "st": x86.st}
rax, rbx, rcx, rsi, rip, eax, al, cl = (REGISTERS[name] for name in "rax rbx rcx rsi rip eax al cl".split())
byte, dword, qword = (SIZES[name] for name in "byte dword qword".split())


def assembled(source: str) -> bytes:
    """The text of a program given as Python calls, one a line, without `a.`."""
    a = Assembler()
    for line in source.strip().splitlines():
        eval(f"a.{line.strip()}", {"a": a, **NAMES})
    return bytes(a.code().layout().sections["text"].data)


# Labels


def test_labels_of_every_kind_go_where_they_were_bound() -> None:
    a = Assembler()
    forward, anonymous = a.label("forward"), a.label()
    back = a.here("back")
    a.jmp(forward)
    a.jmp("forward")
    a.jmp(anonymous)
    a.jmp(back)
    a.jmp(".local")
    a.bind(".local")
    a.jmp(".local")
    other = a.here("other")
    a.bind(".local")
    a.jmp(".local")
    a.jmp("back.local")
    a.bind(forward)
    a.bind(anonymous)
    code = a.code()
    layout = code.layout()
    data = layout.sections["text"].data
    assert data[::2] == b"\xeb" * 8  # all short, two bytes each
    reached = [at + 2 + struct.unpack("b", data[at + 1 : at + 2])[0] for at in range(0, len(data), 2)]
    assert reached == [16, 16, 16, 0, 10, 10, 12, 10]
    by_name = {symbol.name: layout.offset(symbol) for symbol in code.symbols}
    assert (by_name["back.local"], by_name["other.local"], by_name["forward"]) == (10, 12, 16)
    assert layout.offset(other) == 12


def test_a_label_has_one_place() -> None:
    a = Assembler()
    label = a.here("label")
    for again in (label, "label"):
        with pytest.raises(AssemblyError, match="label"):
            a.bind(again)
    with pytest.raises(AssemblyError):
        a.here("label")
    with pytest.raises(AssemblyError, match="puts"):
        a.bind(a.extern("puts"))
    assert a.label("label") is label and a.label() is not a.label()


@pytest.mark.parametrize("section", ["text", "rodata", "data"])
def test_a_label_without_a_place_is_reported_where_it_is_used(section: str) -> None:
    a = Assembler()
    a.line(5)
    a.jmp("nowhere") if section == "text" else (a.section(section), a.u64(a.label("nowhere")))
    with pytest.raises(
        LinkError, match=rf"(?s)'nowhere'.*{section}\+0x0.*" + ("jmp" if section == "text" else "")
    ) as error:
        a.code().layout()
    assert section != "text" or "line 5" in str(error.value)


def test_a_label_of_another_program_is_refused() -> None:
    """Its offset means nothing here; a program that is not finished yet is another one."""
    first, second = Assembler(), Assembler()
    first.nop()
    label, constant = first.here("label"), first.constant(1.5)
    second.jmp(label)
    second.movsd(REGISTERS["xmm0"], qword[rip + constant])
    with pytest.raises(LinkError, match="label"):
        second.code().layout()
    late = first.label("late")
    first.jmp(late)
    early = first.code()
    first.nop()
    first.bind(late)
    with pytest.raises(LinkError, match="late"):
        early.layout()
    assert first.code().layout().sections["text"].data[-2:] == b"\x01\x90"


def test_names_of_local_and_of_anonymous_labels_do_not_collide() -> None:
    a = Assembler()
    mine, theirs = a.label(".L1"), a.label()
    a.bind(mine)
    a.nop()
    a.bind(theirs)
    a.jmp(mine)
    a.jmp(theirs)
    assert a.code().layout().sections["text"].data == b"\x90\xeb\xfd\xeb\xfc"


def test_constants_between_local_labels_do_not_matter() -> None:
    a = Assembler()
    a.here("main")
    a.here(".loop")
    a.constant(1.0)
    a.address_of(a.extern("puts"))
    a.here()
    a.jmp(".loop")
    assert a.code().layout().sections["text"].data == b"\xeb\xfe"


# Sections and data


def test_directives_write_what_struct_writes() -> None:
    a = Assembler()
    a.section("data")
    a.u8(0, 255, -128)
    a.u16(0xFFFF, -0x8000)
    a.u32(1 << 31, -1)
    a.u64((1 << 64) - 1, -(1 << 63))
    a.f32(1.5, float("-inf"))
    a.f64(-0.0, 1e300)
    a.ascii("héllo")
    a.bytes(memoryview(b"abcdef")[::2])
    a.zeros(3)
    a.align(64)
    a.u8(1)
    packed = struct.pack("<BBb", 0, 255, -128) + struct.pack("<Hh", 0xFFFF, -0x8000) + struct.pack("<Ii", 1 << 31, -1)
    packed += struct.pack("<Qq", (1 << 64) - 1, -(1 << 63)) + struct.pack("<ff", 1.5, float("-inf"))
    packed += struct.pack("<dd", -0.0, 1e300) + "héllo".encode() + b"ace" + bytes(3)
    packed += bytes(-len(packed) % 64) + b"\1"
    assert a.code().layout().sections["data"].data == packed


@pytest.mark.parametrize(
    "call",
    [
        "u8(256)", "u8(-129)", "u16(1 << 16)", "u32(-(1 << 31) - 1)", "u64(1 << 64)", "u8(1.0)", "u8('1')", "u8(None)",
        "f32(1e39)", "f64(10**400)", "f64('1')", "f64(1j)", "align(0)", "align(3)", "align(128)", "align(-8)",
        "align(8.0)", "zeros(-1)", "zeros(1 << 31)", "zeros('1')", "ascii(b'x')", "bytes('x')", "bytes(5)", "line(0)",
        "line(1.0)", "section('code')", "section(None)", "constant(5)", "constant('x')", "constant(b'x', 3)",
        "constant(b'x', 0)", "extern('')", "extern(5)", "extern('f', -1)", "extern('f', 1 << 64)", "extern('f', 'x')",
        "label('')", "label(5)", "bind(None)", "bind(5)", "here(5)", "line(1 << 64)", "ascii('\\ud800')",
    ],
)  # fmt: skip
def test_what_does_not_fit_a_directive_is_refused(call: str) -> None:
    a = Assembler()
    with pytest.raises(AssemblyError):
        eval(f"a.{call}")
    assert a.code().layout().size("text") == 0


def test_sections_hold_what_they_are_for() -> None:
    a = Assembler()
    for section in ("data", "bss"):
        a.section(section)
        with pytest.raises(AssemblyError, match=rf"(?s)nop.*{section}"):
            a.nop()
        with pytest.raises(AssemblyError, match=rf"(?s)lock.*{section}"):
            a.lock.add(qword[rax], 1)
    for data in (lambda: a.u8(1), lambda: a.bytes(b"x"), lambda: a.u64(a.label("x")), lambda: a.f64(1.0)):
        with pytest.raises(AssemblyError, match="bss"):
            data()
    a.zeros(7)
    a.align(8)
    a.here("end")
    code = a.code()
    assert code.layout().size("bss") == 8 and code.sections["bss"].data == b""


def test_equal_constants_are_stored_once() -> None:
    a = Assembler()
    one = a.constant(1.5)
    assert a.constant(struct.pack("<d", 1.5)) is one and a.constant(bytearray(struct.pack("<d", 1.5))) is one
    assert a.constant(-0.0) is not a.constant(0.0)
    wide = a.constant(b"0123456789abcdef")
    aligned = a.constant(b"xyz", align=64)
    puts = a.extern("puts")
    assert a.address_of(puts) is a.address_of(puts) is not a.address_of(a.extern("getpid"))
    assert a.extern("puts") is puts
    layout = a.code().layout()
    assert [layout.offset(label) % n for label, n in ((one, 8), (wide, 16), (aligned, 64))] == [0, 0, 0]
    assert layout.sections["rodata"].data.count(struct.pack("<d", 1.5)) == 1


def test_an_external_has_one_address() -> None:
    a = Assembler()
    a.extern("f", 0x1000)
    with pytest.raises(AssemblyError, match="'f'"):
        a.extern("f", 0x2000)


# Numbers


def test_equal_numbers_of_other_types_are_told_apart() -> None:
    """1, 1.0 and True are equal and hash alike; finished encodings are found by their operands."""
    a = Assembler()
    for call in (lambda n: a.mov(rax, n), lambda n: a.out(n, al), lambda n: a.enter(n, 2), lambda n: a.ret(n), a.jmp):
        for _ in range(4):
            call(1)
        for wrong in (1.0, 1 + 0j):
            with pytest.raises(OperandError):
                call(wrong)
        call(True)
    for _ in range(4):
        a.mov(rax, qword[rbx + 1])
    a.mov(rax, qword[rbx + True])


def test_numpy_numbers() -> None:
    np = pytest.importorskip("numpy")
    for kind in (np.int8, np.uint8, np.int64, np.uint64):
        for _ in range(3):
            a, b = Assembler(), Assembler()
            a.add(rax, kind(5))
            a.u32(kind(7))
            b.add(rax, 5)
            b.u32(7)
            assert a.code().sections["text"].data == b.code().sections["text"].data
    for wrong in (np.float64(1), np.array([1, 2]), np.array(1.5), np.array("x")):
        with pytest.raises(OperandError):
            a.add(rax, wrong)
        with pytest.raises(AssemblyError):
            a.u32(wrong)


RANGES = {
    "mov(al, {})": (-0x80, 0xFF), "mov(ax, {})": (-0x8000, 0xFFFF), "mov(eax, {})": (-(1 << 31), (1 << 32) - 1),
    "mov(rax, {})": (-(1 << 63), (1 << 64) - 1), "add(byte[rbx + 4], {})": (-0x80, 0xFF), "ret({})": (-0x8000, 0xFFFF),
    "add(word[rbx + 4], {})": (-0x8000, 0xFFFF), "add(dword[rbx], {})": (-(1 << 31), (1 << 32) - 1),
    "shl(rax, {})": (-0x80, 0xFF), "out({}, al)": (-0x80, 0xFF), "vpermq(ymm0, ymm1, {})": (-0x80, 0xFF),
    "vpermil2pd(xmm0, xmm1, xmm2, xmm3, {})": (0, 15), "enter({}, 1)": (-0x8000, 0xFFFF), "int({})": (-0x80, 0xFF),
}  # fmt: skip


@pytest.mark.parametrize("call", RANGES)
def test_numbers_fit_or_are_refused(call: str) -> None:
    low, high = RANGES[call]
    beyond = [low - 1, high + 1, 1 << 64, (1 << 65) - 1, -(1 << 64), 1 << 200, -(1 << 200)]
    beyond += [(1 << bits) + small for bits in (65, 66, 128) for small in (-1, 0, 1, 5, low)]
    first = {value: assembled(call.format(value)) for value in (low, -1 if low else 2, 1, 0, high)}
    assert len(set(first.values())) >= 4, "different numbers, different bytes"
    for _ in range(3):  # encoded anew, from prepared parts, from the table of finished ones
        for value, data in first.items():
            assert assembled(call.format(value)) == data
        for value in beyond:
            with pytest.raises(OperandError):
                assembled(call.format(value))


@pytest.mark.parametrize(
    "call",
    ["add(rax, {})", "add(qword[rbx], {})", "imul(rax, rbx, {})", "push({})", "test(rax, {})", "mov(qword[rbx], {})"],
)
def test_sign_extended_numbers_fit_or_are_refused(call: str) -> None:
    """Written as a signed number, or as the unsigned one of the operand's 64 bits."""
    for _ in range(3):
        for value in (-(1 << 31), (1 << 31) - 1, -1, -128, -129):
            assert assembled(call.format(value)) == assembled(call.format(value % (1 << 64) if value < 0 else value))
        for value in (1 << 31, (1 << 32) - 1, (1 << 64) - (1 << 31) - 1, 1 << 64, 1 << 65, (1 << 65) + 1, -(1 << 63)):
            with pytest.raises(OperandError):
                assembled(call.format(value))


NUMBERS = [0, 1, -1, 127, 128, -128, -129, 255, 256, 0x7FFF, 0x8000, -0x8000, -0x8001, 0xFFFF, 0x10000, 0xFF80, 0xFF7F]
NUMBERS += [0x7FFFFFFF, 1 << 31, -(1 << 31), -(1 << 31) - 1, (1 << 32) - 1, 1 << 32, 0xFFFFFF80, 0xFFFFFF7F]
NUMBERS += [
    (1 << 63) - 1,
    1 << 63,
    -(1 << 63),
    -(1 << 63) - 1,
    (1 << 64) - 1,
    1 << 64,
    (1 << 64) - 128,
    (1 << 64) - 129,
]
NUMBERS += [
    (1 << 64) - (1 << 31),
    (1 << 64) - (1 << 31) - 1,
    (1 << 65) - 1,
    1 << 65,
    (1 << 65) + 5,
    -(1 << 65),
    1 << 70,
]


def varied(operands: tuple[Any, ...], rng: drawing.Dealer) -> tuple[Any, ...]:
    """The same operands with another number and another displacement."""
    found = []
    for operand in operands:
        if type(operand) is int:
            operand = rng.choice(NUMBERS) if rng.random() < 0.8 else rng.randrange(-300, 300)
        elif type(operand) is Mem:
            size, (base, index, scale, _, symbol), segment = operand
            unit = rng.choice((1, 2, 4, 8, 16, 32, 64))
            steps = (0, 1, -1, 127, 128, -128, -129)
            displacement = rng.choice([step * unit + rng.choice((0, 0, 1)) for step in steps] + NUMBERS[19:23])
            address = tuple.__new__(Address, (base, index, scale, displacement, symbol))
            operand = tuple.__new__(Mem, (size, address, segment))
        found.append(operand)
    return tuple(found)


def outcome(encode: Callable[[], Any]) -> Any:
    try:
        made = encode()
    except OperandError:
        return "refused"
    return made and (made.data, made.form, made.fixups)


def test_the_quick_path_is_the_slow_path() -> None:
    """Prepared parts of encodings make what the whole choice among the forms makes, whatever the numbers."""
    rng = drawing.Dealer(11)
    quick = 0
    different = []
    for mnemonic in mnemonics():
        found = selector(mnemonic)
        assert found is not None
        for form in forms(mnemonic):
            if "D" in form.places:
                continue
            operands = drawing.draw(form, rng)
            fresh = Selector(found.mnemonic)  # prepares for these operands, not for those of another test
            for given in (operands, *(varied(operands, rng) for _ in range(7))):
                prepared = outcome(lambda: fresh.quickly(given))  # noqa: B023
                if prepared is None:
                    continue
                quick += 1
                chosen = outcome(lambda: found.choose(given, (), None))  # noqa: B023
                if prepared != chosen:
                    different.append(f"{mnemonic} {given}: quickly {prepared}, else {chosen}")
    assert quick > 5000
    assert not different, "\n".join(different[:20])


# Forced encodings, prefixes, and everything else that GNU as can judge: a line of its syntax, and how we write it.

AS_GNU = """
fs maskmovq mm1, mm2                            | maskmovq(ptr[fs:rdi], mm1, mm2)
{vex3} vaddpd xmm0, xmm1, xmm2                  | vaddpd(xmm0, xmm1, xmm2, encoding="vex3")
{evex} vaddpd xmm0, xmm1, xmm2                  | vaddpd(xmm0, xmm1, xmm2, encoding="evex")
vaddpd xmm0, xmm1, xmm2                         | vaddpd(xmm0, xmm1, xmm2, encoding="vex")
{disp32} mov rax, qword ptr [rbx]               | mov(rax, qword[rbx], encoding="disp32")
{disp32} mov rax, qword ptr [rbx + 8]           | mov(rax, qword[rbx + 8], encoding="disp32")
{evex} {disp32} vaddpd xmm0, xmm1, [rax + 16]   | vaddpd(xmm0, xmm1, xmmword[rax + 16], encoding=("evex", "disp32"))
{load} mov rax, rbx                             | mov(rax, rbx, encoding="REX.W 8B /r")
{load} mov rax, rbx                             | mov(rax, rbx, encoding="rex.w  8b /R")
movabs rax, 1                                   | mov(rax, 1, encoding="REX.W B8+ro io")
rep movsb                                       | rep.movsb()
repe cmpsb                                      | repe.cmpsb()
repne scasq                                     | repne.scasq()
lock add qword ptr [rax], 1                     | lock.add(qword[rax], 1)
lock xchg rbx, qword ptr [rax]                  | lock.xchg(rbx, qword[rax])
lock cmpxchg16b xmmword ptr [rdi]               | lock.cmpxchg16b(ptr[rdi])
xacquire lock add qword ptr [rax], 1            | xacquire.lock.add(qword[rax], 1)
xacquire lock add qword ptr [rax], 1            | lock.xacquire.add(qword[rax], 1)
xrelease mov qword ptr [rax], 1                 | xrelease.mov(qword[rax], 1)
notrack jmp rax                                 | notrack.jmp(rax)
notrack call qword ptr [r8]                     | notrack.call(qword[r8])
bnd jmp rax                                     | bnd.jmp(rax)
bnd ret                                         | bnd.ret()
lock add dword ptr fs:[r8d], 1                  | lock.add(dword[fs:r8d], 1)
mov rax, qword ptr fs:[0x28]                    | mov(rax, qword[fs:0x28])
mov rax, qword ptr ds:[rax]                     | mov(rax, qword[ds:rax])
mov rax, qword ptr ds:[rbp]                     | mov(rax, qword[ds:rbp])
mov rax, qword ptr ss:[rbp]                     | mov(rax, qword[ss:rbp])
mov rax, qword ptr ss:[rax + rbp]               | mov(rax, qword[ss:rax + rbp])
mov rax, qword ptr ss:[r13]                     | mov(rax, qword[ss:r13])
mov rax, qword ptr es:[rip + 5]                 | mov(rax, qword[es:rip + 5])
movabs al, ds:[0x1122334455667788]              | mov(al, byte[ds:0x1122334455667788])
movabs al, fs:[0x1122334455667788]              | mov(al, byte[fs:0x1122334455667788])
mov eax, ds:[0x80000000]                        | mov(eax, dword[0x80000000])
mov ecx, ds:[0xffffffff80000000]                | mov(ecx, dword[0xffffffff80000000])
lodsb al, byte ptr fs:[rsi]                     | lodsb(al, byte[fs:rsi])
stosb byte ptr es:[edi], al                     | stosb(byte[edi], al)
mov rax, qword ptr [eax + ecx*4]                | mov(rax, qword[eax + ecx*4])
mov rax, qword ptr [eip + 4]                    | mov(rax, qword[eip + 4])
mov rax, qword ptr [eax + 0xfffffff8]           | mov(rax, qword[eax + 0xfffffff8])
xchg eax, eax                                   | xchg(eax, eax)
xchg ax, ax                                     | xchg(ax, ax)
xchg r8, rax                                    | xchg(r8, rax)
mov ah, bh                                      | mov(ah, bh)
movzx eax, ah                                   | movzx(eax, ah)
vaddpd zmm1{k1}{z}, zmm2, qword ptr [rax]{1to8} | vaddpd(zmm1(k1, z), zmm2, qword_bcst[rax])
vaddpd zmm1, zmm2, zmm3, {rz-sae}               | vaddpd(zmm1, zmm2, zmm3, rz_sae)
vcmppd k1{k2}, zmm1, zmm2, {sae}, 3             | vcmppd(k1(k2), zmm1, zmm2, 3, sae)
vcmppd k1{k2}, zmm1, zmm2, {sae}, 3             | vcmppd(k1(k2), zmm1, zmm2, sae, 3)
vmovapd zmmword ptr [rax]{k1}, zmm1             | vmovapd(zmmword[rax](k1), zmm1)
vgatherdpd zmm1{k1}, qword ptr [rax + ymm3*8]   | vgatherdpd(zmm1(k1), ptr[rax + ymm3*8])
vcvtpd2ps xmm1, qword ptr [rax]{1to2}           | vcvtpd2ps(xmm1, qword_bcst.to(2)[rax])
and eax, 1                                      | and_(eax, 1)
not eax                                         | not_(eax)
in al, dx                                       | in_(al, dx)
cmovz eax, ecx                                  | cmovz(eax, ecx)
call fword ptr [rax]                            | call(fword[rax])
call qword ptr [rax]                            | call(ptr[rax])
mov eax, offset x                               | mov(eax, a.extern("x"))
movabs rax, offset x                            | mov(rax, a.extern("x"))
add rax, offset x                               | add(rax, a.extern("x"))
add ecx, offset x                               | add(ecx, a.extern("x"))
test eax, offset x                              | test(eax, a.extern("x"))
imul eax, ecx, offset x                         | imul(eax, ecx, a.extern("x"))
push offset x                                   | push(a.extern("x"))
"""


@pytest.mark.skipif(not gnu_version(), reason="GNU as is not installed")
def test_gnu_as_agrees() -> None:
    cases = [line.rpartition("|")[::2] for line in AS_GNU.strip().splitlines()]
    theirs = gnu([text.strip() for text, _ in cases])
    for made, (text, call) in zip(theirs, cases, strict=True):
        assert made == assembled(call), text


ILLEGAL = """
mov(rax, eax) | mov(eax, al, al) | mov(xmm0, rax) | mov(rax, rip) | mov(1, rax) | mov(qword[rax], qword[rbx])
mov(ah, sil) | mov(ah, r8b) | mov(ah, byte[r8]) | mov(byte[r8 + rax], ah) | movzx(r8d, ah) | movzx(rax, ah)
mov(rax(k1), rbx) | vaddpd(xmm0, xmm1(k1), xmm2) | vaddpd(k1(k2), xmm1, xmm2) | vmovapd(zmmword[rax](k1, z), zmm1)
vaddpd(zmm0, zmm1, ptr[rax], rn_sae) | vaddpd(xmm0, xmm1, xmm2, rn_sae) | vaddpd(zmm0, zmm1, zmm2, sae)
vcmppd(k1, zmm0, zmm1, 3, rn_sae) | vaddpd(zmm0, zmm1, zmm2, rn_sae, rz_sae) | mov(rax, rbx, rn_sae)
vcmppd(k1(k2, z), zmm1, zmm2, 3) | vgatherdpd(zmm1, ptr[rax + ymm3]) | vgatherdpd(zmm1(k1, z), ptr[rax + ymm3])
vgatherdpd(zmm1(k1), ptr[rax]) | vaddpd(zmm0, zmm1, qword_bcst.to(4)[rax]) | vaddpd(zmm0, zmm1, dword_bcst[rax])
addpd(xmm0, qword_bcst[rax]) | addpd(xmm16, xmm0) | vaddpd(xmm0, ymm1, ymm2) | push(eax) | push(xmm0) | pop(1)
xrelease.mov(eax, ecx) | xacquire.xchg(eax, ecx)
lock.mov(qword[rax], rbx) | lock.add(rax, qword[rbx]) | lock.add(rax, rbx) | lock.inc(rax) | lock.nop()
rep.add(eax, ecx) | repne.mov(eax, ecx) | notrack.ret() | xrelease.add(qword[rax], 1) | xacquire.add(qword[rax], 1)
xacquire.mov(qword[rax], 1) | lock.lock.add(qword[rax], 1) | rep.rep.movsb() | rep.repne.cmpsb()
xacquire.xrelease.lock.add(qword[rax], 1) | notrack.jmp(qword[fs:rax]) | mov(rax, rbx, encoding="vex")
mov(rax, rbx, encoding="EB cb") | mov(rax, rbx, encoding="") | mov(eax, ebx, encoding="REX.W 8B /r")
vaddpd(xmm16, xmm1, xmm2, encoding="vex") | vaddpd(xmm0, xmm1, xmm2, encoding=("vex", "evex"))
mov(rax, rbx, encoding=("89 /r", "8B /r")) | call("x", encoding="short") | jmp("x", encoding=("short", "near"))
loop("x", encoding="near") | jmp(-1) | jmp(1 << 64) | jmp(1.5) | je(rax) | je(1, 2) | mov(cr1, rax)
mov(rax, qword[rax + (1 << 31)]) | mov(rax, qword[1 << 64]) | mov(rbx, qword[1 << 32])
mov(rbx, qword[rax + (1 << 64)]) | movsb(byte[rdi], byte[rsi + 1]) | movsb(byte[es:rsi], byte[ds:rdi])
stosb(byte[fs:rdi], al) | cmpxchg16b(qword[rax]) | lea(rax, rbx) | lea(al, ptr[rax])
"""


@pytest.mark.parametrize("call", [c.strip() for c in ILLEGAL.replace("\n", "|").split("|") if c.strip()])
def test_what_no_form_takes_is_refused(call: str) -> None:
    names = {**NAMES, "cr1": 1}
    a = Assembler()
    for _ in range(2):
        with pytest.raises(AssemblyError) as error:
            eval(f"a.{call}", {"a": a, **names})
        assert error.value.__cause__ is None
        text = str(error.value)
        mnemonic = call.partition("(")[0].rpartition(".")[2]
        assert mnemonic in text
        assert len(text.splitlines()) <= 30 and max(map(len, text.splitlines())) <= 240, "more than a screen"
    assert a.code().layout().size("text") == 0


@pytest.mark.parametrize(
    "call",
    [
        "inc(ptr[rax])", "mov(ptr[rax], 1)", "movzx(eax, ptr[rax])", "cvtsi2sd(xmm0, ptr[rax])", "fld(ptr[rax])",
        "vcvtpd2ps(xmm1, ptr[rax])", "vcvtpd2ps(xmm1, qword_bcst[rax])", "shl(ptr[rax], cl)", "not_(ptr[rax])",
    ],
)  # fmt: skip
def test_memory_of_no_certain_size_is_refused(call: str) -> None:
    for _ in range(3):
        with pytest.raises(OperandError, match=r"ambiguous|\.to\(n\)"):
            assembled(call)


def test_an_error_shows_the_instruction_the_operands_and_the_forms() -> None:
    with pytest.raises(OperandError) as error:
        assembled("vaddpd(xmm0, xmm1)")
    first, *rest = str(error.value).splitlines()
    assert "vaddpd xmm0, xmm1" in first
    assert [line.strip() for line in rest if "zmm1{k1}{z}, zmm2, zmm3/m512/m64bcst{er}" in line]
    with pytest.raises(OperandError) as error:
        assembled("add(rax, 10**5000)")
    assert len(str(error.value)) < 2000
    a = Assembler()
    with pytest.raises(AttributeError, match="vaddpd"):
        a.vadpd  # noqa: B018
    with pytest.raises(AttributeError):
        a.lock.label  # noqa: B018
    assert not hasattr(a, "__array__") and not hasattr(a, "_x")


# Garbage


class Refuses:
    """Refuses whatever may be asked of an operand."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")


class NoNumber:
    def __index__(self) -> Any:
        return "x"


GARBAGE: list[Any] = [
    None, 1.5, float("nan"), 1j, b"ab", bytearray(b"1"), [], [1], (), (1,), {}, set(), object(), 10**30, -(10**30), int,
    str, len, ..., Refuses(), NoNumber(), range(3), slice(1, 2), lambda: 0, Assembler(), Assembler, "\ud800", "", "rax",
    rax, REGISTERS["zmm1"](REGISTERS["k1"], z), qword[rax], qword, rn_sae, z, rax + 1, x86.st, (qword, (rax,), None),
    True, -1, 0,
]  # fmt: skip
METHODS = (
    "label bind here extern section align bytes ascii zeros u8 u16 u32 u64 f32 f64 constant address_of line".split()
)
INSTRUCTIONS = (
    "mov add push jmp call je loop xbegin lea vaddpd shl imul vgatherdpd movsb in_ out enter ret xchg vpermil2pd fadd "
    "jrcxz int movdir64b vcmppd kmovq tdpbssd xlatb extrq cmpxchg16b"
).split()


def attempt(call: Callable[..., Any], *arguments: Any, **options: Any) -> str:
    """What comes of a call that may be wrong: nothing, or a complaint about anything but its arguments."""
    try:
        call(*arguments, **options)
    except AssemblyError:
        return ""
    except TypeError as error:
        if "positional argument" in str(error):
            return ""
        return f"{call}{arguments}{options or ''}: {error!r}"
    except BaseException as error:
        return f"{call}{arguments}{options or ''}: {error!r}"
    return ""


@pytest.mark.parametrize("method", METHODS)
def test_garbage_in_directives(method: str) -> None:
    found = []
    for one in GARBAGE:
        a = Assembler()
        found += [attempt(getattr(a, method), one)]
        found += [attempt(getattr(Assembler(), method), one, two) for two in GARBAGE]
        if method == "constant":
            found += [attempt(a.constant, b"x", one), attempt(a.constant, 1.5, align=one)]
        if method == "extern":
            found += [attempt(a.extern, "f", one)]
    assert not [text for text in found if text][:10]


@pytest.mark.parametrize("mnemonic", INSTRUCTIONS)
def test_garbage_in_instructions(mnemonic: str) -> None:
    a = Assembler()
    instruction, prefixed = getattr(a, mnemonic), getattr(a.lock, mnemonic)
    rng = random.Random(mnemonic)
    found = []
    for one in GARBAGE:
        found += [attempt(instruction, one), attempt(prefixed, one), attempt(instruction, rax, one)]
        found += [attempt(instruction, one, two) for two in rng.sample(GARBAGE, 12)]
        found += [attempt(instruction, one, *rng.sample(GARBAGE, 2)), attempt(instruction, *rng.sample(GARBAGE, 4))]
        found += [attempt(instruction, rax, rbx, encoding=hint) for hint in (one, ("vex", one)) if hint is not qword]
        found += [attempt(prefixed, rax, rbx, encoding=one)] if one is not qword else []
    assert not [text for text in found if text][:10]


def test_a_size_as_an_encoding_is_refused_in_time() -> None:
    """`qword[0]`, `qword[1]` and so on exist, so what iterates over it never ends."""
    program = "from jitney.x86 import Assembler, qword, rax\nAssembler().mov(rax, rax, encoding=qword)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=10, check=False)
    assert run.returncode == 1 and "AssemblyError" in run.stderr


def test_a_wrong_symbol_does_not_come_out_later() -> None:
    a = Assembler()
    for wrong in ("puts", None, 5, rax, b"x", []):
        with pytest.raises(AssemblyError):
            a.address_of(wrong)  # type: ignore[arg-type]
    for wrong in (memoryview(b"x"),):
        wrong.release()
        with pytest.raises(AssemblyError):
            a.bytes(wrong)
        with pytest.raises(AssemblyError):
            a.constant(wrong)
    assert not a.code().externals and a.code().layout().size("rodata") == 0


# Processor features


def test_code_knows_the_features_that_it_needs() -> None:
    a = Assembler()
    a.nop()
    a.vaddpd(*(REGISTERS[name] for name in ("xmm0", "xmm1", "xmm2")))
    assert "AVX" in a.code().features and "AVX512F" not in a.code().features
    a.vaddpd(*(REGISTERS[name] for name in ("xmm16", "xmm1", "xmm2")))
    assert {"AVX", "AVX512F", "AVX512VL"} <= a.code().features


def test_code_for_another_processor_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    a = Assembler()
    a.vpopcntq(REGISTERS["zmm0"], REGISTERS["zmm1"])
    a.ret()
    had = cpu.features()
    monkeypatch.setattr(cpu, "features", lambda: had - {"AVX512_VPOPCNTDQ"})
    with pytest.raises(MissingFeatureError, match="AVX512_VPOPCNTDQ"):
        jitney.load(a.code(), "() -> None")


def test_a_program_can_be_gone_on_with() -> None:
    a = Assembler()
    a.jmp("end")
    a.bind("end")
    first = a.code()
    short = bytes(first.layout().sections["text"].data)
    a.zeros(200)
    a.jmp("end")
    second = a.code()
    assert bytes(first.layout().sections["text"].data) == short == b"\xeb\x00"
    assert second.layout().sections["text"].data == short + bytes(200) + b"\xe9" + struct.pack("<i", -205)


@pytest.mark.parametrize("name", ["mov", "and_", "vaddpd", "lock"])
def test_instructions_are_found_when_first_used(name: str) -> None:
    program = f"from jitney.x86 import Assembler\na = Assembler()\nassert callable(a.{name}) or a.{name}.add\n"
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    "call",
    [
        "vgatherdpd(xmm0, qword[rax + xmm0], xmm1)", "vgatherdpd(xmm0, qword[rax + xmm1], xmm0)",
        "vgatherdpd(zmm1(k1), qword[rax + REGISTERS['ymm1']])", "vfmulcph(zmm1, zmm1, zmm2)",
        "vfmulcph(zmm1, zmm2, zmm1)", "tdpbssd(REGISTERS['tmm1'], REGISTERS['tmm1'], REGISTERS['tmm3'])",
    ],
)  # fmt: skip
def test_registers_that_must_differ(call: str) -> None:
    for _ in range(3):  # also once the parts stand ready
        with pytest.raises(OperandError, match="must differ"):
            eval(f"a.{call}", {"a": Assembler(), "REGISTERS": REGISTERS, **NAMES})
    Assembler().vfmulcph(REGISTERS["zmm1"], REGISTERS["zmm2"], REGISTERS["zmm2"])


def test_an_assembler_is_not_copied_by_half() -> None:
    a = Assembler()
    for copying in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError, match="code"):
            copying(a)
    a.ret()
    assert pickle.loads(pickle.dumps(a.code())).layout().sections["text"].data == b"\xc3"


def test_editors_find_the_instructions() -> None:
    assert {"vaddpd", "mov", "lock", "label"} <= set(dir(Assembler()))


def test_all_names_come_with_a_star() -> None:
    names: dict[str, Any] = {}
    exec("from jitney.x86 import *", names)
    assert {"Assembler", "rax", "zmm31", "qword", "ptr", "z", "rn_sae", "st"} <= set(names)
