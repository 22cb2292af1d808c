"""`Assembler.function`: bodies become functions that C can call. ctypes is on the other side."""

from __future__ import annotations

import ctypes
import random
from typing import Any

import pytest

import jitney
from jitney.errors import AssemblyError, LinkError, SignatureError
from jitney.machine import link
from jitney.machine.signature import TYPES, Signature
from jitney.x86 import (
    Assembler,
    ah,
    al,
    bh,
    byte,
    dil,
    dword,
    eax,
    ecx,
    edi,
    ptr,
    qword,
    r10,
    r11,
    r12,
    r12d,
    r15,
    rax,
    rbp,
    rbx,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    rsp,
    word,
    xmm0,
    xmm1,
    xmm2,
    zmm0,
)

VALUES = {"signed": (-1, 0, 1), "unsigned": (0, 1), "bool": (False, True), "pointer": (0, 1 << 47, (1 << 64) - 1)}
NAMES = [name for name in TYPES if name not in ("None", "pointer[mut]")]


def value_of(chance: random.Random, type: Any) -> Any:
    if type.kind == "float":
        return chance.randrange(-(1 << 20), 1 << 20) / 8
    if type.kind in ("signed", "unsigned") and chance.random() < 0.7:
        return chance.choice((type.minimum, type.maximum, chance.randint(type.minimum, type.maximum)))
    return chance.choice(VALUES[type.kind])


def seen_as(type: Any, value: Any) -> Any:
    return value or 0 if type.kind == "pointer" else value


@pytest.mark.parametrize("seed", range(60))
def test_arguments_reach_the_callee(seed: int) -> None:
    """All arguments in another order to a function of ctypes, which C's compiler made; some twice, some numbers."""
    chance = random.Random(seed)
    types = [TYPES[chance.choice(NAMES)] for _ in range(chance.randrange(1, 14))]
    order = [chance.randrange(len(types)) for _ in range(chance.randrange(1, 16))]
    if chance.random() < 0.7:
        chance.shuffle(order)
        order = list(dict.fromkeys(order))
    seen: list[Any] = []

    def callback(*arguments: Any) -> int:
        seen.append([seen_as(types[index], argument) for index, argument in zip(order, arguments, strict=True)])
        return 77

    signature = Signature(types, TYPES["int64"])
    pointer = Signature([types[index] for index in order], TYPES["int32"]).ctypes()(callback)
    names = [f"arg{index}" for index in range(len(types))]
    kept = True if seed % 3 == 0 else [name for name in names if chance.random() < 0.3]
    a = Assembler()
    address = ctypes.cast(pointer, ctypes.c_void_p).value
    assert address is not None
    with a.function(signature, "f", keep=kept) as f:
        scratch = f.local(40)
        a.mov(qword[scratch.address + 8], rsp)
        twice = kept is True and all(type.kind != "float" for type in types)
        for _ in range(1 + twice):
            f.call(a.extern("callback", address), *(f[index] for index in order))
        if seed % 2:
            a.mov(rbx, rax)
            a.xor(r15, r15)
            f.ret(rbx)
    values = [value_of(chance, type) for type in types]
    expected = [seen_as(types[index], values[index]) for index in order]
    function = jitney.load(a.code(), signature)
    assert function(*values) & 0xFFFFFFFF == 77
    assert seen == [expected] * (1 + twice)


def run(write: Any, signature: str, *arguments: Any, **options: Any) -> Any:
    a = Assembler()
    with a.function(signature, **options) as f:
        write(a, f)
    return jitney.load(a.code(), f.signature)(*arguments)


def listing(write: Any, signature: str, **options: Any) -> list[str]:
    a = Assembler()
    with a.function(signature, **options) as f:
        write(a, f)
    return [str(record) for _, _, record in a.code().sections["text"].instructions]


def test_a_function_that_needs_no_frame_has_none() -> None:
    assert listing(lambda a, f: a.lea(rax, ptr[f.x + f.y]), "(x: int64, y: int64) -> int64") == [
        "lea rax, [rdi + rsi]",
        "ret",
    ]
    assert listing(lambda a, f: f.ret(), "() -> None") == ["ret"]


def test_the_frame_is_what_the_body_needs() -> None:
    def saves(a: Any, f: Any) -> None:
        a.mov(bh, al)
        a.mov(r12d, edi)
        f.local(3)

    assert listing(saves, "(x: int64) -> int64") == [
        "push rbp", "mov rbp, rsp", "sub rsp, 0x10", "push rbx", "push r12", "mov bh, al", "mov r12d, edi",
        "pop r12", "pop rbx", "leave", "ret",
    ]  # fmt: skip

    def pushes(a: Any, f: Any) -> None:
        skip = a.label()
        a.push(rbx)
        a.cpuid()
        a.push(rdi)
        a.jmp(skip)
        a.ret()
        a.bind(skip)

    assert listing(pushes, "() -> None") == [
        "push rbp", "mov rbp, rsp", "sub rsp, 8", "push rbx", "push rbx", "cpuid", "push rdi", "jmp .L2",
        "lea rsp, [rbp - 0x10]", "pop rbx", "leave", "ret", "lea rsp, [rbp - 0x10]", "pop rbx", "leave", "ret",
    ]  # fmt: skip


def test_what_belongs_to_the_caller_is_restored() -> None:
    """Seen from a function in which every such register holds something."""
    a = Assembler()
    registers = [rbx, r12, r15]
    with a.function("() -> int64", "outer") as f:
        for number, register in enumerate(registers):
            a.mov(register, 100 + number)
        f.call("inner", 5)
        for register in registers:
            a.add(rax, register)
    with a.function("(x: int64) -> int64", "inner") as g:
        early = a.label()
        f = g
        g.save(r12)
        a.mov(rbx, f.x)
        a.xor(r15, r15)
        a.cmp(rdi, 5)
        a.jne(early)
        f.ret(0)
        a.bind(early)
        a.ud2()
    assert jitney.load(a.code(), "() -> int64")() == 303


@pytest.mark.parametrize(
    ("type", "value", "expected"),
    [
        ("int64", -1, -1), ("int64", 1 << 62, 1 << 62), ("uint64", (1 << 64) - 1, (1 << 64) - 1), ("int8", -128, -128),
        ("uint8", 255, 255), ("bool", True, True), ("bool", 0, False), ("float64", 1.5, 1.5), ("float64", 3, 3.0),
        ("float32", 0.1, ctypes.c_float(0.1).value), ("int32", -5, -5), ("pointer", 1 << 63, 1 << 63),
    ],
)  # fmt: skip
def test_numbers_are_returned(type: str, value: Any, expected: Any) -> None:
    assert run(lambda a, f: f.ret(value), f"() -> {type}") == expected


@pytest.mark.parametrize("type", NAMES)
def test_parameters_are_returned(type: str) -> None:
    chance = random.Random(type)
    value = value_of(chance, TYPES[type])
    for keep in (False, True):
        for signature in (f"(x: {type}) -> {type}", f"({'int64, ' * 6}{'float64, ' * 8} x: {type}) -> {type}"):
            filler = [0] * 6 + [0.0] * 8 if "int64, " in signature else []
            assert run(lambda a, f: f.ret(f.x), signature, *filler, value, keep=keep) == value


def test_other_things_are_returned() -> None:
    assert run(lambda a, f: f.ret(rdi + 2 * f.y), "(x: int64, y: int64) -> int64", 3, 4) == 11
    assert run(lambda a, f: f.ret(xmm1), "(x: float64, y: float64) -> float64", 3.0, 4.0) == 4.0
    assert run(lambda a, f: f.ret(f.x), "(x: int64) -> int32", 7) == 7
    assert run(lambda a, f: f.ret(dil), "(x: int64) -> bool", 1) is True
    assert run(lambda a, f: f.ret(ptr[f.p + 1]), "(p: pointer) -> int8", b"\0\xff") == -1

    def label(a: Any, f: Any) -> None:
        f.ret(f.label)

    a = Assembler()
    with a.function("() -> pointer", "here") as f:
        label(a, f)
    function = jitney.load(a.code(), "() -> pointer")
    assert function() == function.address


def test_circles_of_arguments() -> None:
    def rotates(a: Any, f: Any) -> None:
        f.call("three", rdx, rdi, qword[rsi], rdi + 8)

    a = Assembler()
    with a.function("(x: pointer, y: pointer, z: int64) -> int64") as f:
        rotates(a, f)
    with a.function("(z: int64, x: pointer, y: int64, more: pointer) -> int64", "three") as f:
        a.sub(f.more, f.x)  # 8
        a.lea(rax, ptr[f.more + f.y])
        a.imul(rax, f.z)
    data = (ctypes.c_int64 * 2)(5, 6)
    function = jitney.load(a.code(), "(x: pointer, y: pointer, z: int64) -> int64")
    assert function(1234, ctypes.addressof(data), 7) == (8 + 5) * 7


def test_targets_of_calls() -> None:
    absolute = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)(abs)
    address = ctypes.cast(absolute, ctypes.c_void_p).value or 0
    loaded = jitney.load(b"\x48\x8d\x47\x01\xc3", "(x: int64) -> int64", name="successor")
    table = (ctypes.c_uint64 * 2)(0, address)
    for target, expected in ((address, 5), (loaded, -4), (rsi, 5), (qword[rdx + 8], 5), (r11, 5), (r10, 5)):

        def writes(a: Any, f: Any, target: Any = target) -> None:
            a.mov(r10, rsi)
            a.mov(r11, rsi)
            f.call(target, f.x)

        signature = "(x: int64, target: pointer, table: pointer) -> int64"
        assert run(writes, signature, -5, address, ctypes.addressof(table)) == expected


def test_memory_of_the_frame() -> None:
    def writes(a: Any, f: Any) -> None:
        first, number, small, odd = f.local(8), f.local(4), f.local(1), f.local(3, align=16)
        wide = f.local(64)
        a.mov(first, f.x)
        a.mov(number, 7)
        a.mov(small, 9)
        for index in range(3):
            a.mov(byte[odd.address + index], index)
        a.mov(qword[wide.address + 56], 11)
        a.lea(rcx, ptr[odd.address])
        a.and_(ecx, 15)
        a.mov(rax, first)
        a.movsxd(rdx, number)
        a.add(rax, rdx)
        a.movzx(edi, small)
        a.add(rax, rdi)
        a.add(rax, rcx)

    assert run(writes, "(x: int64) -> int64", 1000) == 1016


def test_the_stack_is_aligned_at_every_depth() -> None:
    """`movaps` insists on it."""
    a = Assembler()
    with a.function("(depth: int64) -> int64", "f", keep=True) as f:
        bottom, done = a.label(), a.label()
        aligned = f.local(16)
        a.movaps(aligned, xmm0)
        a.test(f.depth, f.depth)
        a.je(bottom)
        a.lea(rax, ptr[f.depth - 1])
        f.call("f", rax)
        a.add(rax, f.depth)
        a.jmp(done)
        a.bind(bottom)
        a.xor(eax, eax)
        a.bind(done)
    assert jitney.load(a.code(), f.signature)(100) == 5050


def test_names_that_methods_have() -> None:
    assert run(lambda a, f: a.lea(rax, ptr[f["call"] + f[-1]]), "(call: int64, ret: int64) -> int64", 2, 3) == 5


def refuses(text: str, write: Any, signature: str = "(x: int64) -> int64", **options: Any) -> None:
    a = Assembler()
    with pytest.raises((AssemblyError, AttributeError)) as caught, a.function(signature, **options) as f:
        write(a, f)
    assert text in str(caught.value)


def test_mistakes() -> None:
    refuses("there is no such parameter", lambda a, f: None, keep="y")
    refuses("is called 'y'", lambda a, f: f.y)
    refuses("has no parameter 'y'", lambda a, f: f["y"])
    refuses("has no parameter 1", lambda a, f: f[1])
    refuses("x arrived in rdi, which `call g` above overwrites", lambda a, f: (f.call("g"), a.mov(rax, f.x)))
    refuses("with a.function(..., keep='x')", lambda a, f: (a.call(rax), a.mov(rax, f.x)))
    refuses("x arrived in xmm0", lambda a, f: (a.call(rax), f.ret(f.x)), "(x: float64) -> float64")
    refuses("c arrived in rdx, which `cqo`", lambda a, f: (a.cqo(), f.c), "(a: int64, b: int64, c: int64) -> None")
    refuses(
        "d arrived in ecx, which `cpuid`",
        lambda a, f: (a.cpuid(), f[3]),
        "(a: int8, b: int8, c: int8, d: int32) -> None",
    )
    refuses("rbp, which is its frame pointer", lambda a, f: a.mov(rbp, rsp))
    refuses("8 bytes off a multiple of 16", lambda a, f: (a.push(rax), f.call(a.extern("abort"))))
    refuses("has no result", lambda a, f: f.ret(1), "() -> None")
    refuses("ret(0x100): the result is uint8", lambda a, f: f.ret(256), "() -> uint8")
    refuses("the result is float64", lambda a, f: f.ret(rax), "() -> float64")
    refuses("the result is int64", lambda a, f: f.ret(xmm0), "() -> int64")
    refuses("the result is int64", lambda a, f: f.ret(ecx), "() -> int64")
    refuses("the result is int64", lambda a, f: f.ret(word[rdi]))
    refuses("the result is int32", lambda a, f: f.ret(rdi + 1), "() -> int32")
    refuses("given as bytes", lambda a, f: f.call("g", "text"))
    refuses("movsx", lambda a, f: f.call("g", al))
    refuses("movsx", lambda a, f: f.call("g", zmm0))
    refuses("say the size", lambda a, f: f.call("g", ptr[rax]))
    refuses("neither a label", lambda a, f: f.call(1.5))
    refuses("relative to rsp", lambda a, f: f.call("g", *[qword[rsp]] * 7))
    refuses("a number of bytes", lambda a, f: f.local(0))
    refuses("can be 1, 2, 4, 8 or 16", lambda a, f: f.local(64, align=64))
    refuses("what functions save is", lambda a, f: f.save(rax))
    refuses("not within another", lambda a, f: a.function("() -> None").__enter__())
    refuses("ends in section text", lambda a, f: a.section("data"))
    with pytest.raises(SignatureError):
        Assembler().function("(x) -> int64")
    with pytest.raises(AssemblyError, match="x is used outside of `with"):
        _ = Assembler().function("(x: int64) -> int64").x
    refuses("a float has to be in memory", lambda a, f: a.addsd(xmm0, 1.5))
    a = Assembler()
    with a.function("() -> None") as f:
        f.call("abort")
    with pytest.raises(LinkError, match=r"the C function of that name is a.extern\('abort'\)"):
        link(a.code())


def test_counters_and_pointers_may_move() -> None:
    def copies(a: Any, f: Any) -> None:
        a.mov(rcx, f.n)
        a.rep.movsb()
        f.ret(f.source)

    signature = "(target: pointer[mut], source: pointer, n: int64) -> pointer"
    target, source = bytearray(5), (ctypes.c_char * 6)(*b"given")
    assert run(copies, signature, target, source, 5) == ctypes.addressof(source) + 5
    assert target == b"given"


def test_an_error_in_the_body_comes_through() -> None:
    a = Assembler()
    with pytest.raises(ZeroDivisionError), a.function("() -> None") as f:
        f.ret(1 // 0)
    with a.function("() -> None", "g"):
        a.ret()
    assert "g" in link(a.code()).symbols


def test_floats_move_in_circles() -> None:
    a = Assembler()
    with a.function("(x: float64, y: float64, z: float64) -> float64", "f") as f:
        f.call("g", xmm1, xmm2, xmm0, 2.0)
    with a.function("(y: float64, z: float64, x: float64, k: float64) -> float64", "g") as f:
        a.subsd(f.y, f.z)
        a.mulsd(f.y, f.x)
        a.addsd(f.y, f.k)
        f.ret(f.y)
    assert jitney.load(a.code(), "(float64, float64, float64) -> float64")(3.0, 7.0, 2.0) == (7.0 - 2.0) * 3.0 + 2.0


def test_a_jump_out_of_the_body_undoes_the_frame() -> None:
    def to_c(a: Any, f: Any) -> None:
        a.mov(rbx, f.x)
        a.push(rbx)
        a.jmp(a.extern("labs"))

    assert run(to_c, "(x: int64) -> int64", -7) == 7

    def to_itself(a: Any, f: Any) -> None:
        done = a.label()
        a.test(f.n, f.n)
        a.jz(done)
        a.mov(rbx, f.n)
        a.lea(rsi, ptr[f.sum + rbx])
        a.dec(f.n)
        a.jmp(f.label)
        a.bind(done)
        f.ret(f.sum)

    assert run(to_itself, "(n: int64, sum: int64) -> int64", 100_000, 0) == 5_000_050_000
    refuses("C functions leave their arguments", lambda a, f: (a.push(f.x), a.ret(8)))
    outside = "leaves the function, whose frame stands"
    refuses(outside, lambda a, f: (a.push(f.x), a.test(f.x, f.x), a.jz("elsewhere"), a.pop(rax)))
    refuses("goes to no label of the function", lambda a, f: (a.mov(rbx, f.x), a.jmp(rax)))
    refuses("goes to no label of the function", lambda a, f: (a.mov(rbx, f.x), a.jmp(qword[rax])))


def test_a_jump_through_a_table_stays_in_the_body() -> None:
    def switch(a: Any, f: Any) -> None:
        table, one, two = a.label(), a.label(), a.label()
        a.mov(rbx, f.x)
        a.lea(rax, ptr[rip + table])
        a.jmp(qword[rax + 8 * rbx])
        a.bind(one)
        f.ret(11)
        a.bind(two)
        f.ret(22)
        a.section("rodata")
        a.bind(table)
        a.u64(one, two)
        a.section("text")

    assert [run(switch, "(x: int64) -> int64", x) for x in (0, 1)] == [11, 22]


def test_the_stack_is_followed_on_all_ways() -> None:
    def merges(a: Any, f: Any) -> None:
        there = a.label()
        a.push(f.x)
        a.test(f.x, f.x)
        a.je(there)
        a.pop(rax)
        a.bind(there)
        f.call(a.extern("abort"))

    def repeats(a: Any, f: Any) -> None:
        loop = a.here()
        a.push(f.x)
        a.mov(al, 1)
        a.mov(ah, 1)
        a.dec(f.x)
        a.jne(loop)
        f.call(a.extern("abort"))

    refuses("8 bytes off a multiple of 16", merges)
    refuses("8 bytes off a multiple of 16", repeats)
    refuses("`pop rax` takes off the stack", lambda a, f: a.pop(rax))
    refuses("`add rsp, 0x40` takes off the stack", lambda a, f: (a.push(rbx), a.add(rsp, 64)))

    def aligns(a: Any, f: Any) -> None:
        a.push(f.x)
        a.and_(rsp, -16)
        f.call(a.extern("labs"), f.x)

    assert run(aligns, "(x: int64) -> int64", -5) == 5


def test_arguments_fit_a_signature_that_is_known() -> None:
    half = jitney.callback(lambda v: v / 2, "(float64) -> float64")
    single = jitney.callback(lambda v: v, "(float32) -> float32")
    minus = jitney.callback(lambda v, w: v - w, "(int64, int32) -> int64")

    def memory(a: Any, f: Any) -> None:
        local = f.local(8)
        a.mov(local, f.x)
        f.call(half, local)

    as_int = "(x: int64) -> int64"
    assert run(lambda a, f: f.call(half, 3), "() -> float64") == 1.5
    assert run(lambda a, f: f.call(a.extern("half", half), f.x), "(x: float64) -> float64", 7) == 3.5
    assert run(lambda a, f: f.call(single, 3), "() -> float32") == 3.0
    assert run(memory, "(x: pointer) -> float64", 0x4010000000000000) == 2.0
    assert run(lambda a, f: f.call(minus, f.x, f.y), "(x: uint32, y: int8) -> int64", 1 << 31, -2) == (1 << 31) + 2
    assert run(lambda a, f: f.call(minus, f.x, -3), as_int, 4) == 7
    refuses("takes 2 arguments, not 1", lambda a, f: f.call(minus, f.x))
    refuses("xmm0 for arg0, which is int64: convert it with cvttsd2si", lambda a, f: f.call(minus, xmm0, 1))
    refuses("1.5 for arg0", lambda a, f: f.call(minus, 1.5, 1))
    refuses("rdi for arg0, which is float64: convert it with cvtsi2sd", lambda a, f: f.call(half, f.x))
    refuses("cvtss2sd", lambda a, f: f.call(half, f.x), "(x: float32) -> float64")
    refuses("cvtss2sd", lambda a, f: f.call(half, dword[rax]))
    refuses("it does not fit", lambda a, f: f.call(single, 1e300))
    refuses("it does not fit", lambda a, f: f.call(half, 10**400))
    refuses("it is no number", lambda a, f: f.call(half, b"1"))
    refuses("it is out of range", lambda a, f: f.call(minus, 1, 1 << 31))
    refuses("it has 32 bits: extend it", lambda a, f: f.call(minus, f.x, 1), "(x: int32) -> int64")
    refuses("an address has 64 bits", lambda a, f: f.call(minus, f.x, b"text"))
    refuses("takes 1 argument, not 0", lambda a, f: f.call(f.label))
