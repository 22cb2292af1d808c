"""Unwinders find their way through generated code: that of the GNU compilers in this process, and readelf's reading."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jitney
from jitney import jit
from jitney.machine import Code, link, unwind
from jitney.x86 import Assembler, ptr, r12, rax, rbp, rbx, rdi, rsp

C = ctypes.CDLL(None)
needs_unwinder = pytest.mark.skipif(unwind.unwinder() is None, reason="no libgcc_s in this system")


def backtrace() -> list[int]:
    """The return addresses on the stack, innermost first, as glibc finds them with the unwinder."""
    if not hasattr(C, "backtrace"):
        pytest.skip("this C library has no backtrace")
    found = (ctypes.c_void_p * 1000)()
    return [address or 0 for address in found[: C.backtrace(found, 1000)]]


class Seen:
    """What a C callback finds on the stack above it."""

    def __init__(self) -> None:
        self.stack: list[int] = []
        self.pointer = ctypes.CFUNCTYPE(None)(self.look)
        self.address: Any = ctypes.cast(self.pointer, ctypes.c_void_p).value

    def look(self) -> None:
        self.stack = backtrace()

    def inside(self, start: int, size: int) -> int:
        """How many return addresses lie there."""
        return sum(start <= address < start + size for address in self.stack)

    def ends_like(self, other: list[int]) -> bool:
        """Whether it was found all the way to the start of the process."""
        return len(other) > 8 and self.stack[-6:] == other[-6:]


def plain(a: Any) -> None:
    a.sub(rsp, 8)
    a.call(rdi)
    a.add(rsp, 8)
    a.ret()


def saving(a: Any) -> None:
    a.push(rbx)
    a.push(r12)
    a.sub(rsp, 4096 + 8)
    a.xor(rbx, rbx)
    a.call(rdi)
    a.lea(rsp, ptr[rsp + 4096 + 8])
    a.pop(r12)
    a.pop(rbx)
    a.ret()


def with_pointer(a: Any) -> None:
    a.push(rbp)
    a.mov(rbp, rsp)
    a.mov(rax, rdi)
    a.and_(rax, 0xFF)
    a.shl(rax, 4)
    a.sub(rsp, rax)  # whatever that is
    a.and_(rsp, -64)
    a.call(rdi)
    a.leave()
    a.ret()


def out_of_line(a: Any) -> None:
    cold, back = a.label(), a.label()
    a.push(rbx)
    a.jmp(cold)
    a.ret()
    a.bind(back)
    a.pop(rbx)
    a.ret()
    a.bind(cold)
    a.call(rdi)
    a.jmp(back)


def nested(a: Any) -> None:
    inner = a.label("inner")
    a.push(rbx)
    a.call(inner)
    a.pop(rbx)
    a.ret()
    a.bind(inner)
    a.sub(rsp, 24 + 16)
    a.call("innermost")
    a.add(rsp, 24 + 16)
    a.ret()
    a.bind("innermost")
    a.jmp(rdi)


@needs_unwinder
@pytest.mark.parametrize("write", [plain, saving, with_pointer, out_of_line, nested])
def test_backtrace_goes_through(write: Any) -> None:
    a = Assembler()
    write(a)
    seen, here = Seen(), backtrace()
    for code in (a.code(), Code.load(a.code().save())):
        function = jitney.load(code, "(pointer) -> None")
        seen.stack = []
        function(seen.address)
        count = seen.inside(function.address, code.layout().size("text"))
        assert count == (2 if write is nested else 1), [hex(address) for address in seen.stack]
        assert seen.ends_like(here)


@needs_unwinder
def test_backtrace_stops_where_nothing_is_known() -> None:
    a = Assembler()
    a.mov(rax, rsp)
    a.sub(rsp, 64)
    a.mov(rsp, rax)  # who knows where that is?
    a.sub(rsp, 8)
    a.call(rdi)
    a.add(rsp, 8)
    a.ret()
    seen = Seen()
    jitney.load(a.code(), "(pointer) -> None")(seen.address)
    assert seen.stack and not seen.ends_like(backtrace())


@needs_unwinder
def test_backtrace_goes_through_callbacks_of_ours() -> None:
    seen: list[list[int]] = []
    callback = jitney.callback(lambda x, y: seen.append(backtrace()), "(int64, float64) -> None")
    a = Assembler()
    a.sub(rsp, 8)
    a.call(a.extern("callback", callback))
    a.add(rsp, 8)
    a.ret()
    jitney.load(a.code(), "(int64, float64) -> None")(1, 2.0)
    assert seen[0][-6:] == backtrace()[-6:]


@needs_unwinder
def test_backtrace_goes_through_jitted_functions() -> None:
    """A signal comes while one runs that was called by another; its handler, in Python, looks at the stack."""
    found: list[list[int]] = []

    def handler(*args: object) -> None:
        found.append(backtrace())

    @jit
    def inner(n: int, x: float) -> float:
        for i in range(n):
            x += i % 3
        return x

    @jit
    def outer(n: int) -> tuple[float, int]:
        return inner(n, 1.0) + inner(n, 2.0), n

    outer(10)
    images = [f._specialisations.popitem()[1].compiled.image for f in (inner, outer)]
    here = backtrace()
    before = signal.signal(signal.SIGALRM, handler)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.02)
        while not found:
            outer(1_000_000)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert found[0][-6:] == here[-6:]
    del images


THROWING = """
extern "C" int square(int x) { return x * x; }
extern "C" int thrower(int x) { throw x; }
extern "C" int guarded(int (*f)(int (*)(int), int), int x) {
    int a = square(x), b = square(a) + x, c = square(b) - 7;  // kept in registers over the call
    try {
        return f(thrower, a) + 1;
    } catch (int thrown) {
        return thrown + b * 3 + c * 5 + square(x);
    }
}
"""


@needs_unwinder
def test_cpp_exceptions_pass_through(tmp_path: Path) -> None:
    compiler = shutil.which("g++")
    if compiler is None:
        pytest.skip("g++ is not installed: no C++ exception is thrown through generated code")
    (tmp_path / "throwing.cpp").write_text(THROWING)
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", "throwing.so", "throwing.cpp"], cwd=tmp_path, check=True)
    library = ctypes.CDLL(str(tmp_path / "throwing.so"))
    a = Assembler()
    registers = [rbx, rbp, r12]
    for register in registers:
        a.push(register)
    a.mov(rax, rdi)
    for register in registers:
        a.xor(register, register)
    a.mov(rdi, 123)
    a.push(rbx)  # to be thrown over, and not where rbx was saved
    a.sub(rsp, 8)
    a.call(rax)
    a.add(rsp, 16)
    for register in reversed(registers):
        a.pop(register)
    a.ret()
    image = link(a.code())
    x = 3
    b = (x * x) ** 2 + x
    for _ in range(2):
        assert library.guarded(ctypes.c_void_p(image.address), x) == 123 + b * 3 + (b * b - 7) * 5 + x * x


class Counting:
    """In place of the unwinder, which hears of what was registered before."""

    def __init__(self) -> None:
        self.registered: list[int] = []
        self.tables: set[int] = set()
        self.has_room, self.cut_off = True, False
        self.register = self.registered.append
        self.real = unwind.unwinder()

    def deregister(self, table: int) -> None:
        if table in self.registered:
            self.registered.remove(table)
        else:
            self.real.deregister(table)


def test_every_table_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    monkeypatch.setattr(unwind, "_unwinder", [counting])
    a = Assembler()
    plain(a)
    code = a.code()
    images = [link(code) for _ in range(50)]
    assert len(set(counting.registered)) == 50
    del images[10:30]
    assert len(counting.registered) == 30
    counting.has_room = False
    images += [link(code) for _ in range(10)]
    assert len(counting.registered) == 30
    images.clear()
    assert not counting.registered and not counting.tables


MANY = """
import ctypes, gc, resource, time
import jitney
from jitney.machine import link
from jitney.x86 import Assembler, rsp, rdi

def code():
    a = Assembler()
    a.sub(rsp, 8); a.call(rdi); a.add(rsp, 8); a.ret()
    return a.code()

c = code()
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4

for _ in range(2000): jitney.load(c, "(pointer) -> None")
before = resident()
for _ in range(10000): jitney.load(c, "(pointer) -> None")
assert resident() - before < 1000, resident() - before
kept = [link(c) for _ in range(3000)]
for step in (7, 3, 2, 1):
    del kept[::step]
assert not kept
C = ctypes.CDLL(None)
stack = (ctypes.c_void_p * 100)()
counts = []
look = ctypes.CFUNCTYPE(None)(lambda: counts.append(C.backtrace(stack, 100)))
jitney.load(c, "(pointer) -> None")(ctypes.cast(look, ctypes.c_void_p).value)
assert counts[0] > 20, counts
"""


@needs_unwinder
def test_ten_thousand_come_and_go() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", MANY], check=True, timeout=100, env=environment)


def test_readelf_reads_the_table(tmp_path: Path) -> None:
    """The rows that the tool finds in an object file are those that were written."""
    readelf = shutil.which("readelf")
    if readelf is None:
        pytest.skip("readelf is not installed: the table is not read by it")
    from jitney.explain.gdb import object_file
    from jitney.explain.loaded import Loaded

    a = Assembler()
    for write in (saving, with_pointer, out_of_line):
        a.align(16)
        a.bind(write.__name__)
        for _ in range(3):
            a.nop()
        write(a)
    a.zeros(70_000)
    a.bind("far")
    a.push(rbx)
    a.ret()
    code = a.code()
    image = link(code)
    path = tmp_path / "object.o"
    path.write_bytes(object_file(Loaded("f", "f.py", 1, image, [(0, 1)])))
    said = subprocess.run([readelf, "-wF", "-W", str(path)], check=True, stdout=subprocess.PIPE, text=True).stdout
    rows = re.findall(r"^([0-9a-f]{16}) r(sp|bp)\+(\d+)", said.split(" FDE ")[1], re.MULTILINE)
    read = [
        (int(place, 16) - image.address, {"sp": 7, "bp": 6}[register], int(offset)) for place, register, offset in rows
    ]
    final = code.layout().sections["text"].final
    written: list[tuple[int, int, int]] = []
    for offset, steps in code.sections["text"].unwind:
        for distance, rule in steps:
            assert rule is not None
            row = (final(offset) + distance, rule.register, rule.offset)
            if not written or written[-1][1:] != row[1:]:
                written.append(row)
    by_place = {place: rest for place, *rest in read}
    assert [(place, *by_place[place]) for place, *_ in written if place < image.size] == written[: len(written)]
    assert "rbx" in said and "r12" in said and "arning" not in said


FORKS = """
import ctypes, os, threading
import jitney
from jitney.machine import link, unwind
from jitney.x86 import Assembler, rdi, rsp

a = Assembler()
a.sub(rsp, 8); a.call(rdi); a.add(rsp, 8); a.ret()
c = a.code()
C = ctypes.CDLL(None)  # which lets go of the GIL
stack = (ctypes.c_void_p * 100)()
C.backtrace(stack, 100)
images = [link(c) for _ in range(20)]
ended = threading.Event()

def unwinds():
    while not ended.is_set():
        C.backtrace(stack, 100)

thread = threading.Thread(target=unwinds)
thread.start()
try:
    for _ in range(60):
        child = os.fork()
        if child == 0:
            images[5:10] = [link(c) for _ in range(5)]
            del images
            os._exit(not unwind.unwinder().cut_off)
        assert os.waitpid(child, 0)[1] == 0
finally:
    ended.set()
    thread.join()
while len(os.listdir("/proc/self/task")) > 1:  # the thread's last steps
    pass
child = os.fork()
if child == 0:
    os._exit(unwind.unwinder().cut_off)
assert os.waitpid(child, 0)[1] == 0
"""


@needs_unwinder
def test_a_fork_while_another_thread_unwinds() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-W", "ignore", "-c", FORKS], check=True, timeout=60, env=environment)
