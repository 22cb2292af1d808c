"""Linked code runs: small programs called through ctypes, externals near and far, several codes at once, lifetimes."""

from __future__ import annotations

import ctypes
import gc
import mmap
import os
import platform
import subprocess
import sys
import weakref
from typing import Any

import pytest

from jitney.errors import LinkError
from jitney.machine import Code, Image, link, link_all
from jitney.machine.memory import arena
from jitney.x86 import (
    Assembler,
    eax,
    ecx,
    ptr,
    qword,
    rax,
    rbx,
    rcx,
    rdi,
    rdx,
    rip,
    rsi,
    rsp,
    xmm0,
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="runs x86-64 code on Linux"
)
FAR = 0x2000_0000  # out of reach of 32 bits from where Linux maps what asks for no address


def run(image: Image, *arguments: int, entry: str | None = None) -> int:
    address = image.symbols[entry] if entry else image.address
    return ctypes.CFUNCTYPE(ctypes.c_int64, *[ctypes.c_int64] * len(arguments))(address)(*arguments)


def returning(number: int, name: str = "") -> Code:
    a = Assembler()
    if name:
        a.here(name)
    a.mov(eax, number)
    a.ret()
    return a.code()


def calling(name: str) -> Code:
    a = Assembler()
    a.jmp(a.extern(name))
    return a.code()


# Programs


def test_a_loop() -> None:
    a = Assembler()
    a.xor(eax, eax)
    a.mov(ecx, 1)
    a.test(rdi, rdi)
    a.je(".done")
    a.here(".loop")
    a.xadd(rax, rcx)
    a.dec(rdi)
    a.jne(".loop")
    a.here(".done")
    a.ret()
    image = link(a.code())
    previous, number = 1, 0
    for n in range(90):
        assert run(image, n) == number
        previous, number = number, previous + number


def test_a_jump_table_in_read_only_data() -> None:
    a = Assembler()
    table = a.label("table")
    cases = [a.label(f"case{number}") for number in range(5)]
    a.lea(rax, ptr[rip + table])
    a.jmp(qword[rax + rdi * 8])
    for number, case in enumerate(cases):
        a.align(16)
        a.bind(case)
        a.mov(eax, 10 * number)
        a.ret()
    a.section("rodata")
    a.align(8)
    a.bind(table)
    a.u64(*cases)
    image = link(a.code())
    assert [run(image, number) for number in range(5)] == [0, 10, 20, 30, 40]


def test_data_are_each_images_own() -> None:
    a = Assembler()
    count, step = a.label("count"), a.label("step")
    a.mov(rax, qword[rip + step])
    a.add(qword[rip + count], rax)
    a.mov(rax, qword[rip + count])
    a.ret()
    a.section("data")
    a.u8(0)
    a.align(8)
    a.bind(step)
    a.u64(3)
    a.section("bss")
    a.zeros(5)
    a.align(64)
    a.bind(count)
    a.zeros(8)
    code = a.code()
    first, second = link(code), link(code)
    assert [run(first) for _ in range(3)] == [3, 6, 9] and run(second) == 3
    assert first.symbols["count"] % 64 == 0 and first.symbols["step"] % 8 == 0
    assert first.address_of(count) == first.symbols["count"] != second.symbols["count"]


def test_constants_are_aligned_and_whole() -> None:
    a = Assembler()
    a.u8(0xC3)
    a.here("sum")
    a.movaps(xmm0, ptr[rip + a.constant(bytes(range(16)))])
    a.movsd(xmm0, qword[rip + a.constant(0.5)])
    a.addsd(xmm0, qword[rip + a.constant(0.25)])
    a.ret()
    image = link(a.code())
    assert ctypes.CFUNCTYPE(ctypes.c_double)(image.symbols["sum"])() == 0.75


def test_addresses_in_data_are_those_of_the_symbols() -> None:
    a = Assembler()
    a.mov(rax, a.label("text"))
    a.bind("text")
    a.ret()
    a.section("data")
    a.bind("data")
    a.u64(a.label("data"), a.label("text"), a.label("ro"), a.label("zero"), a.extern("getpid"))
    a.section("rodata")
    a.bind("ro")
    a.u64(a.label("zero"))
    a.section("bss")
    a.bind("zero")
    a.zeros(8)
    image = link(a.code())
    places = image.symbols
    stored = (ctypes.c_uint64 * 5).from_address(places["data"])
    getpid = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p).value
    assert [*stored] == [places["data"], places["text"], places["ro"], places["zero"], getpid]
    assert ctypes.c_uint64.from_address(places["ro"]).value == places["zero"]
    assert run(image) == places["text"]


# Externals


def test_c_and_python_functions_by_name() -> None:
    a = Assembler()
    a.sub(rsp, 8)
    a.lea(rdi, ptr[rip + a.constant(b"twelve chars\0")])
    a.call(a.extern("strlen"))
    a.add(rsp, 8)
    a.ret()
    a.here("version")
    a.jmp(a.extern("Py_GetVersion"))
    image = link(a.code())
    assert run(image) == 12
    assert ctypes.CFUNCTYPE(ctypes.c_char_p)(image.symbols["version"])().decode() == sys.version


@pytest.fixture
def far_function() -> Any:
    """The address of a function that returns 42, far from everything else."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.mmap.restype = ctypes.c_void_p
    libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
    libc.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    no_replace = 0x100000
    flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | no_replace
    address = libc.mmap(FAR, mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_WRITE, flags, -1, 0)
    if address != FAR:
        pytest.skip("the address is taken")
    code = b"\xb8\x2a\x00\x00\x00\xc3"  # mov eax, 42; ret
    ctypes.memmove(address, code, len(code))
    libc.mprotect(ctypes.c_void_p(address), mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_EXEC)
    yield address
    libc.munmap(address, mmap.PAGESIZE)


def test_every_way_to_a_function_out_of_reach(far_function: int) -> None:
    class Callee:
        address = far_function

    for value in (far_function, Callee()):
        a = Assembler()
        far = a.extern("far", value)
        a.here("call")
        a.sub(rsp, 8)
        a.call(far)
        a.call(far)
        a.add(rsp, 8)
        a.ret()
        a.here("jump")
        a.jmp(far)
        a.here("branch")
        a.xor(eax, eax)
        a.je(far)
        a.ret()
        a.here("near")
        a.jmp(far, encoding="near")
        a.here("slot")
        a.jmp(qword[rip + a.address_of(far)])
        a.here("immediate")
        a.mov(rax, far)
        a.jmp(rax)
        a.here("number")
        a.jmp(far_function)
        image = link(a.code())
        assert abs(image.address - far_function) > 1 << 31, "near after all: the test shows nothing"
        entries = ("call", "jump", "branch", "near", "slot", "immediate", "number")
        assert [run(image, entry=entry) for entry in entries] == [42] * len(entries)


def test_data_out_of_reach_are_reported(far_function: int) -> None:
    a = Assembler()
    a.line(21)
    a.lea(rax, ptr[rip + a.extern("far", far_function)])
    with pytest.raises(LinkError) as error:
        link(a.code())
    for part in ("'far'", "text+0x3", "lea rax", "line 21", "32 bits"):
        assert part in str(error.value)


@pytest.mark.parametrize("beyond", [0, 1])
@pytest.mark.parametrize("side", [-1, 1])
def test_a_relative_address_at_its_limit(side: int, beyond: int) -> None:
    """The last address that 32 bits reach, and the first that they do not."""

    def program(address: int) -> Code:
        a = Assembler()
        a.lea(rax, ptr[rip + a.extern("goal", address)])
        a.ret()
        return a.code()

    anchor = link(returning(0))
    for step in (0, 64) * 100:  # a page that is used again is used from its start or from the next line of cache
        place = link(program(anchor.address)).address + 7 + step  # the end of the lea, if we are right
        goal = place + (0x7FFF_FFFF + beyond if side > 0 else -0x8000_0000 - beyond)
        try:
            image = link(program(goal))
        except LinkError as error:
            if beyond and f"'goal', {goal - place:#x}, does not fit 32 bits" in str(error):
                return
            continue
        if image.address + 7 == place:
            assert not beyond and run(image) == goal
            return
    pytest.fail("never linked where expected")


@pytest.mark.parametrize("kind", ["abs32", "abs32s"])
@pytest.mark.parametrize("address", [0, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 32, (1 << 64) - 1])
def test_an_absolute_address_at_its_limit(kind: str, address: int) -> None:
    """mov eax extends its immediate with zeros, an address of 32 bits is extended with its sign."""
    a = Assembler()
    goal = a.extern("goal", address)
    a.mov(eax, goal) if kind == "abs32" else a.lea(rax, ptr[goal])
    a.ret()
    if address <= (0xFFFF_FFFF if kind == "abs32" else 0x7FFF_FFFF):
        assert run(link(a.code())) == address
    elif kind == "abs32s" and address >> 63:
        try:  # the top of the address space is within reach of a sign, which nobody is obliged to see
            assert run(link(a.code())) % (1 << 64) == address
        except LinkError:
            pass
    else:
        with pytest.raises(LinkError, match=r"'goal'.*32 bits"):
            link(a.code())


def test_an_undefined_symbol_is_reported_by_name_and_place() -> None:
    a = Assembler()
    a.nop()
    a.line(33)
    a.call(a.extern("no_such_function_anywhere"))
    with pytest.raises(LinkError) as error:
        link(a.code())
    for part in ("'no_such_function_anywhere'", "text+0x", "call", "line 33"):
        assert part in str(error.value)


@pytest.mark.parametrize("address", [-5, 1 << 64, 1 << 70, "x", None, 1.5])
def test_an_object_whose_address_is_none_is_refused(address: Any) -> None:
    """When it is named, or, if it changes its mind later, when it is linked."""

    class Callee:
        address: Any = 0x1000

    callee = Callee()
    a = Assembler()
    a.call(a.extern("callee", callee))
    a.mov(rax, callee_address := a.extern("callee", callee))
    assert callee_address.name == "callee"
    callee.address = address
    with pytest.raises(LinkError, match="'callee'"):
        link(a.code())
    with pytest.raises(ValueError, match="other"):
        a.extern("other", callee)


def test_an_external_object_lives_as_long_as_the_image() -> None:
    class Callee:
        address = 0x1000

    callee = Callee()
    alive = weakref.ref(callee)
    a = Assembler()
    a.call(a.extern("callee", callee))
    image = link(a.code())
    del callee, a
    gc.collect()
    assert alive() is not None
    del image
    gc.collect()
    assert alive() is None


def test_code_that_runs_other_code() -> None:
    callee = link(returning(7))
    a = Assembler()
    a.sub(rsp, 8)
    a.call(a.extern("callee", callee))
    a.add(rsp, 8)
    a.add(rax, 1)
    a.ret()
    image = link(a.code())
    del callee
    gc.collect()
    assert run(image) == 8


# Several at once


def test_codes_refer_to_each_other() -> None:
    """Even and odd call each other; both use constants, local labels and a C function."""

    def parity(name: str, other: str, at_zero: int) -> Code:
        a = Assembler()
        a.here(name)
        a.test(rdi, rdi)
        a.je(".zero")
        a.dec(rdi)
        a.jmp(a.extern(other))
        a.here(".zero")
        a.mov(rax, qword[rip + a.constant(at_zero.to_bytes(8, "little"))])
        a.ret()
        a.section("data")
        a.u64(a.extern("getpid"))
        return a.code()

    even, odd = link_all([parity("even", "odd", 1), parity("odd", "even", 0)])
    assert [run(even, n) for n in range(5)] == [1, 0, 1, 0, 1]
    assert [run(odd, n) for n in range(5)] == [0, 1, 0, 1, 0]
    del even
    gc.collect()
    assert run(odd, 3) == 1, "they share their pages"


def test_anonymous_and_local_labels_are_private() -> None:
    def program(number: float) -> Code:
        a = Assembler()
        a.movsd(xmm0, qword[rip + a.constant(number)])
        a.jmp(".end")
        a.here(".end")
        a.ret()
        return a.code()

    images = link_all(map(program, (1.5, 2.5)))
    assert [ctypes.CFUNCTYPE(ctypes.c_double)(image.address)() for image in images] == [1.5, 2.5]


def test_a_symbol_that_two_codes_define_is_reported() -> None:
    before = arena().stats().blocks
    with pytest.raises(LinkError, match="'same'"):
        link_all([returning(1, "same"), returning(2, "same"), calling("same")])
    gc.collect()
    assert arena().stats().blocks == before, "nothing is kept"
    one, two = link_all([returning(1, "same"), returning(2, "same")])  # as long as nobody asks for it
    assert (run(one), run(two)) == (1, 2)


def test_nothing_to_link() -> None:
    assert link_all([]) == [] and link_all(iter(())) == []
    empty = link(Assembler().code())
    assert empty.size == 0 and empty.symbols == {}
    one, none, two = link_all([returning(1), Assembler().code(), returning(2)])
    assert (run(one), none.size, run(two)) == (1, 0, 2)


def test_many_of_one_code() -> None:
    code = returning(5)
    images = link_all([code] * 50) + [link(code) for _ in range(50)]
    assert {run(image) for image in images} == {5}
    assert len({image.address for image in images}) == 100
    assert all(image.address % 16 == 0 for image in images)


def test_memory_is_given_back() -> None:
    gc.collect()
    before = arena().stats()
    images = [link(returning(number)) for number in range(20)]
    assert arena().stats().blocks == before.blocks + 20
    del images
    gc.collect()
    after = arena().stats()
    assert (after.blocks, after.text_used, after.data_used) == (before.blocks, before.text_used, before.data_used)


def test_an_image_keeps_what_it_is_told_to() -> None:
    class Thing:
        pass

    thing, image = Thing(), link(returning(1))
    alive = weakref.ref(thing)
    image.keep(thing)
    del thing
    gc.collect()
    assert alive() is not None
    del image
    gc.collect()
    assert alive() is None


def test_text_cannot_be_written() -> None:
    """In a child, since it must die of it."""
    program = (
        "import ctypes\nfrom jitney import link\nfrom jitney.x86 import Assembler\na = Assembler()\na.ret()\n"
        "image = link(a.code())\nctypes.memset(image.address, 0x90, 1)\n"
    )
    environment = {**os.environ, "PYTHONFAULTHANDLER": "0"}
    child = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False, env=environment)
    assert child.returncode == -11


@pytest.mark.parametrize("wrong", [None, b"\xc3", "ret", 5, Assembler()])
def test_only_code_can_be_linked(wrong: Any) -> None:
    with pytest.raises((TypeError, AttributeError)):
        link(wrong)


def test_an_address_of_a_symbol_elsewhere_is_refused() -> None:
    a, b = Assembler(), Assembler()
    mine, theirs, unbound, external = a.here("mine"), b.here("theirs"), a.label("unbound"), a.extern("puts")
    a.ret()
    b.ret()
    image = link(a.code())
    assert image.address_of(mine) == image.address
    for wrong in (theirs, unbound, external):
        with pytest.raises(LinkError):
            image.address_of(wrong)


def test_registers_that_calls_keep_are_named_right() -> None:
    """The six integer arguments of System V, so that the other tests pass what they think they pass."""
    a = Assembler()
    a.push(rbx)
    a.lea(rbx, ptr[rdi + rsi * 2])
    a.lea(rax, ptr[rbx + rdx * 4])
    a.pop(rbx)
    a.ret()
    assert run(link(a.code()), 1, 10, 100) == 421
