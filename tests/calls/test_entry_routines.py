"""The routines that compiled code calls, calls from Python without an entry, and the word that loops poll."""

from __future__ import annotations

import ctypes
import os
import random
import signal
import sys
import threading
import time
import traceback
from typing import Any

import pytest
from calls.entry_support import call, compiled, counted, dispatcher, dump, hooks, leave, needs_layout
from calls.support import UNKNOWN_LAYOUT, child

from jitney.calls import poll as polling
from jitney.calls.invoke import Left, invoke
from jitney.calls.jitroutines import routines
from jitney.calls.kinds import INT
from jitney.calls.poll import ALWAYS, NEVER, poll, poll_address
from jitney.machine import context
from jitney.x86 import cpu, dword, eax, ptr, qword, r11, r15, rax, rdi, rsp
from jitney.x86.operands import REGISTERS

_ = hooks


class Boom(Exception):
    pass


def spin(a: Any) -> None:
    """The function that polls as often as its parameter says, and returns 7; it leaves by exit 55."""
    loop, pause, back = a.label(), a.label(), a.label()
    a.bind(loop)
    a.mov(rax, qword[r15 + context.POLL])
    a.cmp(dword[rax], 0)
    a.jne(pause)
    a.bind(back)
    a.dec(rdi)
    a.jne(loop)
    a.mov(eax, 7)
    a.clc()
    a.ret()
    a.bind(pause)
    call(a, "pause")
    a.jnc(back)
    leave(a, 55)


def descend(a: Any) -> None:
    """The function that calls itself as deep as its parameter says and returns that; it leaves by exit 3."""
    ok, shallow, bottom, left = (a.label() for _ in range(4))
    start = a.here()
    a.cmp(rsp, qword[r15 + context.STACK_LIMIT])
    a.jb(shallow)
    a.bind(ok)
    a.test(rdi, rdi)
    a.je(bottom)
    a.push(rdi)
    a.dec(rdi)
    a.call(start)
    a.lea(rsp, ptr[rsp + 8])
    a.jc(left)
    a.inc(rax)
    a.clc()
    a.bind(left)
    a.ret()
    a.bind(bottom)
    a.xor(eax, eax)
    a.ret()
    a.bind(shallow)
    call(a, "deepen")
    a.jnc(ok)
    leave(a, 3)


def exit_of(left: Any) -> int:
    assert isinstance(left, Left)
    return ctypes.c_uint32.from_address(left.context + context.EXIT).value


# Calls without an entry


def test_invoke_passes_words() -> None:
    choose = random.Random(3)
    for _ in range(60):
        types = "".join(choose.choice("ifsb") for _ in range(choose.randrange(40)))
        words = [choose.getrandbits(32 if letter == "s" else 64) for letter in types]
        buffer = (ctypes.c_uint64 * 64)()
        image = compiled(dump(types, buffer))
        assert invoke(image.address, words, types, "i", nogil=choose.random() < 0.5) == [7]
        got = [word & 0xFFFFFFFF if letter == "s" else word for letter, word in zip(types, buffer, strict=False)]
        assert got == words


def test_invoke_gives_results() -> None:
    from calls.entry_support import returns

    for types in ("", "i", "f", "b", "if", "fi", "iiffbs", "ffff"):
        words = [index + (1 if letter == "b" else 2**33) for index, letter in enumerate(types)]
        words = [1 if letter == "b" else word for letter, word in zip(types, words, strict=True)]
        image = compiled(returns(*zip(types, words, strict=True)))
        assert invoke(image.address, [], "", types) == words


def test_invoke_keeps_callee_saved_registers() -> None:
    def write(a: Any) -> None:
        # compiled code keeps them too: here it is checked that they are what they were on a nested call
        a.mov(rdi, id(function))
        call(a, "upcall")
        a.mov(eax, 7)
        a.clc()
        a.ret()

    inner = compiled(dump("", (ctypes.c_uint64 * 1)()))

    def function(address: int) -> None:
        assert invoke(inner.address, [], "", "i") == [7]
        assert ctypes.c_uint64.from_address(address + context.POLL).value == poll_address()

    outer = compiled(write)
    assert invoke(outer.address, [], "", "i") == [7]
    assert invoke(outer.address, [], "", "i", nogil=False) == [7]


# Upcalls and references


@pytest.mark.parametrize("nogil", [False, True])
def test_upcall(nogil: bool) -> None:
    def function(address: int) -> object:
        word = ctypes.c_uint64.from_address(address + context.WORDS)
        if word.value == 13:
            raise Boom("thirteen")
        word.value *= 2
        return result

    def write(a: Any) -> None:
        failed = a.label()
        a.mov(qword[r15 + context.WORDS], rdi)
        a.mov(rdi, id(function))
        call(a, "upcall")
        a.jc(failed)
        a.mov(rax, qword[r15 + context.WORDS])
        a.ret()
        a.bind(failed)
        leave(a, 9)

    result = object()
    image = compiled(write)
    with counted(result, function):
        for _ in range(50):
            assert invoke(image.address, [21], "i", "i", nogil=nogil) == [42]
    left = invoke(image.address, [13], "i", "i", nogil=nogil)
    assert exit_of(left) == 9
    assert isinstance(left, Left) and isinstance(left.error, Boom)
    assert [frame.name for frame in traceback.extract_tb(left.error.__traceback__)] == ["function"]


@pytest.mark.parametrize("nogil", [False, True])
@pytest.mark.parametrize("name", ["retain", "release"])
def test_references(nogil: bool, name: str) -> None:
    def write(a: Any) -> None:
        call(a, name)
        a.mov(eax, 7)
        a.clc()
        a.ret()

    thing = object()
    image = compiled(write)
    before = sys.getrefcount(thing)
    for _ in range(5):
        if name == "release":
            ctypes.pythonapi.Py_IncRef(ctypes.py_object(thing))
        invoke(image.address, [id(thing)], "i", "i", nogil=nogil)
    assert sys.getrefcount(thing) - before == (5 if name == "retain" else 0)
    while sys.getrefcount(thing) > before:
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(thing))


# Registers


@pytest.mark.parametrize("name", ["pause", "deepen"])
def test_all_registers_are_kept(name: str) -> None:
    features = cpu.features()
    wide = {128: ("xmm", 16, "movups"), 256: ("ymm", 16, "vmovups"), 512: ("zmm", 32, "vmovups")}
    kind, count, move = wide[cpu.widest_vector()]
    vectors = [REGISTERS[f"{kind}{number}"] for number in range(count)]
    masks = [REGISTERS[f"k{number}"] for number in range(8)] if "AVX512F" in features else []
    words = [REGISTERS[name] for name in "rax rcx rdx rbx rbp rsi rdi r8 r9 r10 r12 r13 r14".split()]
    size = cpu.widest_vector() // 8
    before = (ctypes.c_uint8 * 4096)(*random.Random(1).randbytes(4096))
    after = (ctypes.c_uint8 * 4096)()

    def write(a: Any) -> None:
        saved = [REGISTERS[name] for name in "rbx rbp r12 r13 r14".split()]
        for register in saved:
            a.push(register)

        def walk(memory: Any, store: bool) -> int:
            a.mov(r11, ctypes.addressof(memory))
            place = 0
            rows = [(vector, getattr(a, move), size) for vector in vectors]
            rows += [(mask, a.kmovq if "AVX512BW" in features else a.kmovw, 8) for mask in masks]
            rows += [(register, a.mov, 8) for register in words]
            for register, instruction, step in rows:
                at = r11 + place
                operand = ptr[at] if register in vectors or register in masks else qword[at]
                instruction(operand, register) if store else instruction(register, operand)
                place += step
            return place

        walk(before, False)
        a.mov(r11, 0x1122334455667788)
        a.call(a.extern("routine", routines()[name]))
        a.push(r11)
        a.pop(qword[r15 + context.WORDS])
        total.append(walk(after, True))
        a.mov(rax, qword[r15 + context.WORDS])
        for register in reversed(saved):
            a.pop(register)
        a.clc()
        a.ret()

    total: list[int] = []
    image = compiled(write)
    for _ in range(3):
        assert invoke(image.address, [], "", "i") == [0x1122334455667788]
        length = total[0] - 8 * len(words)
        assert bytes(after)[: total[0]] == bytes(before)[: total[0]]
        assert length > 0


# The stack


def test_recursion_finds_the_end_of_the_stack() -> None:
    image = compiled(descend)
    for depth in (0, 10, 3000, 100_000):
        assert invoke(image.address, [depth], "i", "i") == [depth]
    assert exit_of(invoke(image.address, [10**8], "i", "i")) == 3
    results: list[Any] = []
    before = threading.stack_size()
    try:
        for size in (64 << 10, 1 << 20):
            threading.stack_size(size)
            thread = threading.Thread(target=lambda: results.append(invoke(image.address, [10**8], "i", "i")))
            thread.start()
            thread.join()
            thread = threading.Thread(target=lambda: results.append(invoke(image.address, [1000], "i", "i")))
            thread.start()
            thread.join()
    finally:
        threading.stack_size(before)
    assert [exit_of(result) if isinstance(result, Left) else result for result in results] == [3, [1000], 3, [1000]]


@pytest.mark.parametrize("size", [0, 256 << 10])
def test_recursion_through_python_ends(size: int) -> None:
    program = """
import sys, threading
from calls.entry_support import *
from jitney.calls.invoke import invoke
from jitney.x86 import rdi
def function(address):
    global depth
    depth += 1
    found = invoke(image.address, [], "", "i")
    if not isinstance(found, list):
        raise found.error
def write(a):
    failed = a.label()
    a.mov(rdi, id(function))
    call(a, "upcall")
    a.jc(failed)
    a.mov(eax, 1)
    a.clc()
    a.ret()
    a.bind(failed)
    leave(a, 9)
image = compiled(write)
depth = 0
sys.setrecursionlimit(10**6)
found = []
threading.stack_size(int(sys.argv[1]))
for thread in (threading.Thread(target=lambda: found.append(invoke(image.address, [], "", "i"))) for _ in range(2)):
    thread.start()
    thread.join()
print(type(found[0].error).__name__, type(found[1].error).__name__, depth > 20)
"""
    assert child(program, str(size)) == "RecursionError RecursionError True\n"


# Safepoints


@pytest.mark.parametrize("nogil", [False, True])
def test_a_signal_reaches_a_loop(nogil: bool) -> None:
    image = compiled(spin)
    sent: list[float] = []

    def handler(number: int, frame: Any) -> None:
        arrived.append(time.perf_counter())
        if len(arrived) == 3:
            raise Boom("from the handler")

    def send() -> None:
        for _ in range(3):
            time.sleep(0.05)
            sent.append(time.perf_counter())
            os.kill(os.getpid(), signal.SIGUSR1)

    arrived: list[float] = []
    before = signal.signal(signal.SIGUSR1, handler)
    try:
        thread = threading.Thread(target=send)
        thread.start()
        left = invoke(image.address, [10**12], "i", "i", nogil=nogil)
        thread.join()
    finally:
        signal.signal(signal.SIGUSR1, before)
    assert exit_of(left) == 55
    assert isinstance(left, Left) and isinstance(left.error, Boom)
    # what machine code called is taken out of the traceback where the exception goes to the user (leaving.py)
    assert [frame.name for frame in traceback.extract_tb(left.error.__traceback__)] == ["run_pending", "handler"]
    assert max(late - early for early, late in zip(sent, arrived, strict=True)) < 0.2


@pytest.mark.parametrize("nogil", [False, True])
def test_a_loop_stalls_no_thread(nogil: bool) -> None:
    image = compiled(spin)
    pauses: list[float] = []
    stop = threading.Event()

    def other() -> None:
        last = time.perf_counter()
        while not stop.is_set():
            time.sleep(0.001)
            now = time.perf_counter()
            pauses.append(now - last)
            last = now

    thread = threading.Thread(target=other)
    thread.start()
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        invoke(image.address, [10**7], "i", "i", nogil=nogil)
    stop.set()
    thread.join()
    assert len(pauses) > 5 and max(pauses) < 0.2


def test_an_exception_sent_to_a_thread_reaches_its_loop() -> None:
    image = compiled(spin)
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(invoke(image.address, [10**12], "i", "i")))
    thread.start()
    time.sleep(0.05)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(Boom))
    thread.join()
    assert isinstance(results[0], Left) and isinstance(results[0].error, Boom)


@needs_layout
@pytest.mark.parametrize("nogil", [False, True])
def test_an_entry_polls(hooks: Any, nogil: bool) -> None:
    f = dispatcher(spin, [INT], [INT], nogil=nogil)

    def handler(number: int, frame: Any) -> None:
        raise Boom

    def left(f: Any, address: int, error: Any) -> Any:
        assert isinstance(error, Boom)
        return "left"

    hooks.left = left
    before = signal.signal(signal.SIGUSR1, handler)
    try:
        timer = threading.Timer(0.1, lambda: os.kill(os.getpid(), signal.SIGUSR1))
        timer.start()
        assert f(10**12) == "left"
        timer.join()
    finally:
        signal.signal(signal.SIGUSR1, before)
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(f(10**6)))
    thread.start()
    thread.join()
    assert results == [7]


# The word


@needs_layout
def test_the_word_is_known() -> None:
    assert poll() != ALWAYS and poll(True) != ALWAYS
    assert ctypes.c_uint8.from_address(poll_address()).value in (0, 1)
    addresses: list[int] = []
    thread = threading.Thread(target=lambda: addresses.extend((poll_address(), poll_address(True))))
    thread.start()
    thread.join()
    if not poll().per_thread:
        assert addresses == [poll_address(), NEVER.word]


@needs_layout
def test_the_word_is_checked_in_any_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    for target in ("main", "other"):
        monkeypatch.setattr(polling, "_checked", {})
        found: list[Any] = []
        if target == "main":
            found.append(poll())
        else:
            thread = threading.Thread(target=lambda found=found: found.append(poll()))
            thread.start()
            thread.join()
        assert found[0] != ALWAYS


@needs_layout
def test_a_wrong_word_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    place = polling._PLACES[sys.version_info[:2]]
    monkeypatch.setattr(polling, "_checked", {})
    monkeypatch.setitem(polling._PLACES, sys.version_info[:2], place._replace(eval_breaker=place.eval_breaker + 16))
    assert poll() == ALWAYS
    assert poll_address() == ALWAYS.word
    image = compiled(spin)
    assert invoke(image.address, [1000], "i", "i") == [7]


def test_under_an_unknown_layout_everything_is_a_miss() -> None:
    program = """
from calls.entry_support import *
from jitney.calls.kinds import INT
from jitney.calls.poll import ALWAYS, poll
assert poll() == ALWAYS
assert not Specialisation(1, [INT], [INT]).can_enter()
hooks = Hooks()
f = make(Dispatcher, plain)
print(f(1, x=2))
hooks.miss = lambda *args: RERUN
print(f(1, x=2))
"""
    out = child(program, layout="unknown")
    assert out.splitlines() == ["('missed', ('x',), (1, 2))", "('python', (1,), {'x': 2})"]
    assert UNKNOWN_LAYOUT or poll() != ALWAYS
