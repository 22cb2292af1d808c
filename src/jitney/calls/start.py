"""Starting a program from outside Python: registers and stack as it may expect them, and a report if it crashes.

Both are generated code, because neither Python nor ctypes may be relied on there. `Starter` is made before the process
forks; in the child it then installs the handler of signals and enters the program.

The handler writes what the system tells it (siginfo_t, the first part of ucontext_t, the older part of the floating
point state) to a pipe, waits until the other side has looked at this process, and sends the process the same signal
again, after it has set that to do what it does by default. Until then all signals wait: the same one may come twice,
from a terminal and from `jitney run`. (With SA_RESETHAND the second would end the process at once if it came between
the system's resetting of the first and its blocking of others.)
"""

from __future__ import annotations

import ctypes
import mmap
import os
import signal
import struct
from collections.abc import Iterable, Sequence

from ..machine import Code, Image, link
from ..records import NamedTuple
from ..x86 import Assembler, ptr, qword, rip
from ..x86.operands import REGISTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


WRITEV, READ, KILL, EXIT_GROUP, GETPID, SIGACTION, SIGPROCMASK = 20, 0, 62, 231, 39, 13, 14  # system calls
UNBLOCK = 1  # SIG_UNBLOCK
SIGINFO_SIZE = 128
CONTEXT_SIZE = 296  # of ucontext_t, up to the mask of signals
STATE_AT, STATE_SIZE = 224, 512  # the pointer to the floating-point state in it, and the size of the old part
REPORT_SIZE = SIGINFO_SIZE + CONTEXT_SIZE + STATE_SIZE
ON_STACK, WITH_INFORMATION = 0x08000000, 4  # SA_ONSTACK, SA_SIGINFO
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG
SIGNAL_STACK = 1 << 16
PAGE, GUARDED = 1 << 12, 1 << 16

INTEGERS, FLOATS = "rdi rsi rdx rcx r8 r9".split(), 8
KEPT = "rbx rbp r12 r13 r14 r15".split()
RESULT = struct.Struct(f"<QQ{len(KEPT)}Q")


class Returned(NamedTuple):
    """rax and the low half of xmm0 after a call, and which registers it did not give back as they were."""

    word: int
    float_word: int
    changed: list[str]

    @classmethod
    def read(cls, data: bytes) -> Returned:
        word, float_word, *kept = RESULT.unpack(data)
        return cls(word, float_word, [name for name, value in zip(KEPT, kept, strict=True) if value])


class _Stack(ctypes.Structure):
    """stack_t"""

    _fields_ = (("start", ctypes.c_void_p), ("flags", ctypes.c_int), ("size", ctypes.c_size_t))


class _Action(ctypes.Structure):
    """struct sigaction of the C library"""

    _fields_ = (
        ("handler", ctypes.c_void_p), ("mask", ctypes.c_uint64 * 16), ("flags", ctypes.c_int),
        ("restorer", ctypes.c_void_p),
    )  # fmt: skip


class Starter:
    """Enters programs, and reports crashes to the file descriptor `report` until it can read from `answer`."""

    def __init__(self, report: int, answer: int) -> None:
        self.image: Image = link(_code(report, answer))
        self.names = self.image.symbols
        self._kept: list[Any] = []

    def install(self, signals: Iterable[int]) -> None:
        """Have these signals reported, from a stack of their own. Raises OSError."""
        libc = ctypes.CDLL(None, use_errno=True)
        memory = ctypes.create_string_buffer(SIGNAL_STACK)
        self._kept.append(memory)
        stack = _Stack(ctypes.addressof(memory), 0, SIGNAL_STACK)
        flags = ON_STACK | WITH_INFORMATION
        action = _Action(self.names["handler"], (ctypes.c_uint64 * 16)(*[(1 << 64) - 1] * 16), flags, None)
        failed = libc.sigaltstack(ctypes.byref(stack), None)
        for number in signals:
            failed = failed or libc.sigaction(number, ctypes.byref(action), None)
        if failed:
            raise OSError(ctypes.get_errno(), "the handler of signals cannot be installed")

    def tie(self, parent: int) -> None:
        """Have this process killed when the one that forked it ends, however that happens (prctl(2))."""
        ctypes.CDLL(None).prctl(END_WITH_PARENT, int(signal.SIGKILL))
        if os.getppid() != parent:  # it has ended before
            os._exit(127)

    def guard(self, ends: Sequence[int]) -> None:
        """Make the pages behind the last of these addresses inaccessible: what a program writes behind its data then
        stops it, soon."""
        start = max(ends, default=0)
        start += -start % PAGE
        if start and not start <= self.names["stack"] < start + GUARDED:
            ctypes.CDLL(None).mprotect(ctypes.c_void_p(start), ctypes.c_size_t(GUARDED), 0)

    def call(self, address: int, integers: Sequence[int], floats: Sequence[int], more: Sequence[int]) -> bytes:
        """Call a function with words in the registers for integers and floats, and more on the stack. Gives what
        `Returned.read` takes."""
        words = [address, *_filled(integers, len(INTEGERS)), *_filled(floats, FLOATS), len(more), *more]
        block = (ctypes.c_uint64 * len(words))(*words)
        ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(self.names["enter"])(ctypes.addressof(block))
        return ctypes.string_at(self.names["result"], RESULT.size)

    def begin(self, address: int, arguments: Sequence[bytes]) -> None:
        """Go where a process begins, with its arguments on the stack as the system puts them there (psABI, section
        3.4.1), without an environment. Does not return."""
        texts = [ctypes.create_string_buffer(text) for text in arguments]
        words = [address, len(texts), *map(ctypes.addressof, texts), 0, 0, 0, 0]  # no environment, no auxiliary vector
        block = (ctypes.c_uint64 * len(words))(*words)
        ctypes.PYFUNCTYPE(None, ctypes.c_void_p, ctypes.c_size_t)(self.names["begin"])(
            ctypes.addressof(block), len(words)
        )

    @property
    def way_back(self) -> int:
        """The address that a function called here returns to."""
        return self.names["back"]


def guarded(data: bytes) -> tuple[mmap.mmap, int]:
    """Memory with these bytes, and their address: just behind them lie pages that are not accessible."""
    size = len(data) + -len(data) % PAGE
    memory = mmap.mmap(-1, size + GUARDED, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    memory[size - len(data) : size] = data
    start = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    ctypes.CDLL(None).mprotect(ctypes.c_void_p(start + size), ctypes.c_size_t(GUARDED), 0)
    return memory, start + size - len(data)


def _filled(words: Sequence[int], count: int) -> list[int]:
    return [*words, *[0] * (count - len(words))]


def _code(report: int, answer: int) -> Code:
    a = Assembler()
    _enter(a)
    _begin(a)
    _handler(a, report, answer)
    a.section("data")
    a.align(16)
    for name, words in (("stack", 1), ("target", 1), ("result", RESULT.size // 8)):
        a.bind(a.label(name))
        a.zeros(8 * words)
    return a.code()


def _enter(a: Assembler) -> None:
    """enter(words): what `call` puts together."""
    r = REGISTERS
    a.bind(a.label("enter"))
    for name in KEPT:
        a.push(r[name])
    a.mov(qword[rip + a.label("stack")], r["rsp"])
    a.mov(r["r11"], r["rdi"])
    count = 1 + len(INTEGERS) + FLOATS
    a.mov(r["rcx"], qword[r["r11"] + 8 * count])
    a.lea(r["rax"], ptr[r["rcx"] * 8])
    a.sub(r["rsp"], r["rax"])
    a.and_(r["rsp"], -16)
    a.lea(r["rsi"], ptr[r["r11"] + 8 * (count + 1)])
    a.mov(r["rdi"], r["rsp"])
    a.rep.movsq()
    a.mov(r["rax"], qword[r["r11"]])
    a.mov(qword[rip + a.label("target")], r["rax"])
    for number in range(FLOATS):
        a.movq(r[f"xmm{number}"], qword[r["r11"] + 8 * (1 + len(INTEGERS) + number)])
    for number, name in enumerate(INTEGERS):
        a.mov(r[name], qword[r["r11"] + 8 * (1 + number)])
    for name in ("eax", "r10d", "r11d", *_low(KEPT)):
        a.xor(r[name], r[name])
    a.call(qword[rip + a.label("target")])
    a.bind(a.label("back"))
    a.cld()
    result = a.label("result")
    a.mov(qword[rip + result], r["rax"])
    a.movq(qword[rip + result + 8], r["xmm0"])
    for number, name in enumerate(KEPT):
        a.mov(qword[rip + result + 16 + 8 * number], r[name])
    a.mov(r["rsp"], qword[rip + a.label("stack")])
    for name in reversed(KEPT):
        a.pop(r[name])
    a.ret()


def _begin(a: Assembler) -> None:
    """begin(words, count): the first word is where to go, the others are put on the stack."""
    r = REGISTERS
    a.bind(a.label("begin"))
    a.mov(r["rax"], qword[r["rdi"]])
    a.mov(qword[rip + a.label("target")], r["rax"])
    a.lea(r["rcx"], ptr[r["rsi"] - 1])
    a.lea(r["rax"], ptr[r["rcx"] * 8])
    a.sub(r["rsp"], r["rax"])
    a.and_(r["rsp"], -16)
    a.lea(r["rsi"], ptr[r["rdi"] + 8])
    a.mov(r["rdi"], r["rsp"])
    a.rep.movsq()
    for name in ("eax", *_low([*INTEGERS, *KEPT]), "r10d", "r11d"):
        a.xor(r[name], r[name])
    for number in range(16):
        a.pxor(r[f"xmm{number}"], r[f"xmm{number}"])
    a.jmp(qword[rip + a.label("target")])


def _low(names: list[str]) -> list[str]:
    """The 32-bit halves of registers."""
    return [f"{name}d" if name[1].isdigit() else f"e{name[1:]}" for name in names]


def _handler(a: Assembler, report: int, answer: int) -> None:
    """handler(signal, information, context)"""
    r = REGISTERS
    a.bind(a.label("handler"))
    a.sub(r["rsp"], 72)
    a.mov(r["ebx"], r["edi"])
    parts = ((r["rsi"], SIGINFO_SIZE), (r["rdx"], CONTEXT_SIZE), (r["rax"], STATE_SIZE))
    a.mov(r["rax"], qword[r["rdx"] + STATE_AT])
    for number, (start, size) in enumerate(parts):  # struct iovec
        a.mov(qword[r["rsp"] + 16 * number], start)
        a.mov(qword[r["rsp"] + 16 * number + 8], size)
    a.mov(r["edi"], report)
    a.mov(r["rsi"], r["rsp"])
    a.mov(r["edx"], len(parts))
    _system_call(a, WRITEV)
    a.mov(r["edi"], answer)
    a.lea(r["rsi"], ptr[r["rsp"] + 64])
    a.mov(r["edx"], 1)
    _system_call(a, READ)
    _system_call(a, GETPID)
    a.mov(r["r12d"], r["eax"])
    for word in range(4):  # struct sigaction of the kernel: the default
        a.mov(qword[r["rsp"] + 8 * word], 0)
    a.mov(r["edi"], r["ebx"])
    a.mov(r["rsi"], r["rsp"])
    a.xor(r["edx"], r["edx"])
    a.mov(r["r10d"], 8)
    _system_call(a, SIGACTION)
    a.xor(r["eax"], r["eax"])
    a.lea(r["ecx"], ptr[r["rbx"] - 1])
    a.bts(r["rax"], r["rcx"])
    a.mov(qword[r["rsp"]], r["rax"])
    a.mov(r["edi"], UNBLOCK)
    a.mov(r["rsi"], r["rsp"])
    a.xor(r["edx"], r["edx"])
    a.mov(r["r10d"], 8)
    _system_call(a, SIGPROCMASK)
    a.mov(r["edi"], r["r12d"])
    a.mov(r["esi"], r["ebx"])
    _system_call(a, KILL)
    a.mov(r["edi"], 127)
    _system_call(a, EXIT_GROUP)
    a.ud2()


def _system_call(a: Assembler, number: int) -> None:
    a.mov(REGISTERS["eax"], number)
    a.syscall()
