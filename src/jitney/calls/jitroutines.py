"""The permanent machine code that compiled functions call, linked once and never freed.

    pause     a safepoint's cold path: lets Python run what it wants to run (signals' handlers, other threads, the
              collector), at most about once a millisecond
    deepen    a prologue's cold path: is there stack left?
    upcall    calls a Python function
    retain, release     count a reference to a Python object
    new_array           makes a NumPy array
    fill      stores a pattern over and over
    invoke    a C function that calls compiled code (invoke.py)

Compiled code is entered and left by a convention of its own. r15 is the address of the context (machine/context.py).
Words and bools come in rdi rsi rdx rcx r8 r9, floats in xmm0-7, the rest on the stack as in the System V ABI; rbx rbp
r12-r15 are kept. The first word among the results is in rax, the first float in xmm0, each other result in WORDS at its
place in the list. The carry flag is clear after a return and set after an exit; it is also how `pause`, `deepen` and
`upcall` say that the function has to leave. `pause` and `deepen` keep all registers; the others, those C keeps.

Where the GIL was released for the call (NOGIL), `pause`, `upcall`, `retain`, `release` and `new_array` take it and let
it go again.
"""

from __future__ import annotations

import functools

from ..machine.context import NEXT_PAUSE, NOGIL, PART, STACK_LIMIT, THREAD, WORKER
from ..x86 import (
    Assembler,
    al,
    bl,
    byte,
    cpu,
    dword,
    eax,
    ebp,
    ebx,
    ecx,
    edi,
    edx,
    esi,
    ptr,
    qword,
    r8,
    r12,
    r13,
    r14,
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
    xmm0,
)
from ..x86.operands import REGISTERS
from .common import common
from .cpython import new_tls_key
from .permanent import addresses, linked
from .pool import LOWEST, POOL
from .writer import PermanentWriter, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .layout import Layout

ROUTINES = ("pause", "deepen", "upcall", "retain", "release", "new_array", "fill", "check_stack", "take_gil", "invoke")
HELPERS = ("keep_all", "find_stack", "run_python", "give_gil")

PAUSE_TICKS = 2_000_000
"""About a millisecond of the time-stamp counter, which runs at 1 to 4 GHz."""
NOGIL_PAUSE_TICKS = 4 * PAUSE_TICKS
"""Between pauses that have to take the GIL."""

FIRST_STACK = 12 << 10
"""How much stack a call may use before it asks how much there is."""
STACK_RESERVE = 128 << 10
"""What compiled code leaves to Python and C, or a quarter of the stack if that is less."""
MOST_KEPT = 64 << 20
"""The largest stack whose place is looked up once for each thread."""
_RLIMIT_STACK = 3

SCRATCH = tuple(REGISTERS[name] for name in ("rcx", "rsi", "rdi", "r8", "r9", "r10", "r11"))
"""What a C function may clobber besides rax and rdx."""

INTEGER_ARGUMENTS = ("rdi", "rsi", "rdx", "rcx", "r8", "r9")
FLOAT_ARGUMENTS = tuple(f"xmm{number}" for number in range(8))
ARGUMENT_REGISTERS = INTEGER_ARGUMENTS + FLOAT_ARGUMENTS

RESULT_RAX, RESULT_XMM0 = 0, 8
"""Where `invoke` leaves the two result registers in the words that held the arguments' registers."""

XSAVE_LEGACY, XSAVE_HEADER = 512, 64
"""What begins the area that XSAVE writes, in bytes; FXSAVE's is the first of them (SDM vol. 1, 13.4)."""

_PTHREAD_ATTR_SIZE = 64  # sizeof(pthread_attr_t): 56


def run_pending() -> None:
    """What `pause` calls: on the way through it the interpreter looks for what is pending."""
    for _ in (0, 1):  # versions look on entering a function, on jumping back, or both
        pass


class _Routines(PermanentWriter):
    def write(self) -> None:
        for name in (*ROUTINES, *HELPERS):
            self.routine(name, getattr(self, name))

    def keep_all(self) -> None:
        """uint64 keep_all(void), a function uint64 f(uint64 stack pointer) in rax: calls it, keeping all registers but
        rax and rdx. The stack needn't be aligned.
        """
        a = self.a
        legacy, restored = a.label(), a.label()
        mask = a.extern("vector mask")
        a.push(rbp)
        a.mov(rbp, rsp)
        for register in SCRATCH:
            a.push(register)
        a.mov(rcx, rax)
        a.and_(rsp, -64)
        a.mov(eax, mask)
        a.test(eax, eax)
        a.je(legacy)
        a.sub(rsp, a.extern("vector area"))
        for _ in range(XSAVE_HEADER // 8):  # which the processor demands
            a.push(0)
        a.sub(rsp, XSAVE_LEGACY)
        a.xor(edx, edx)
        a.xsave64(ptr[rsp])
        a.vzeroupper()
        a.mov(rdi, rbp)
        a.call(rcx)
        a.mov(rcx, rax)
        a.mov(eax, mask)
        a.xor(edx, edx)
        a.xrstor64(ptr[rsp])
        a.mov(rax, rcx)
        a.bind(restored)
        a.lea(rsp, ptr[rbp - 8 * len(SCRATCH)])
        for register in reversed(SCRATCH):
            a.pop(register)
        a.pop(rbp)
        a.ret()
        a.bind(legacy)
        a.sub(rsp, XSAVE_LEGACY)
        a.fxsave64(ptr[rsp])
        a.mov(rdi, rbp)
        a.call(rcx)
        a.fxrstor64(ptr[rsp])
        a.jmp(restored)

    # Routines of compiled code

    def pause(self) -> None:
        """pause: runs what Python has pending, unless the last time was just now. Carry set where it raised, and in a
        part of a parallel loop that is not wanted any more."""
        a = self.a
        early, with_gil, part, here, stopped, fine = (a.label() for _ in range(6))
        a.push(rax)
        a.push(rdx)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.jae(part)
        a.bind(here)
        a.rdtsc()
        a.shl(rdx, 32)
        a.or_(rax, rdx)
        a.cmp(rax, qword[r15 + NEXT_PAUSE])
        a.jb(early)
        a.add(rax, PAUSE_TICKS)
        a.cmp(dword[r15 + NOGIL], 0)
        a.je(with_gil)
        a.add(rax, NOGIL_PAUSE_TICKS - PAUSE_TICKS)
        a.bind(with_gil)
        a.mov(qword[r15 + NEXT_PAUSE], rax)
        a.lea(rax, ptr[rip + self.label("run_python")])
        a.call(self.label("keep_all"))
        a.neg(rax)  # sets the carry flag where it isn't 0
        a.jnc(fine)
        a.mov(qword[r15 + PART], 0)
        a.bind(fine)
        a.pop(rdx)
        a.pop(rax)
        a.ret()
        a.bind(part)
        a.mov(rdx, a.extern("pool"))
        a.mov(rax, qword[r15 + PART])
        a.cmp(rax, qword[rdx + LOWEST])
        a.ja(stopped)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.jne(here)
        a.bind(early)
        a.pop(rdx)
        a.pop(rax)
        a.clc()
        a.ret()
        a.bind(stopped)
        a.pop(rdx)
        a.pop(rax)
        a.stc()
        a.ret()

    def run_python(self) -> None:
        """uint64 run_python(...), context in r15: goes through the interpreter once. 1 with an exception set, or 0."""
        a = self.a
        failed, finish = a.label(), a.label()
        room = self.push(rbx)
        a.call(self.label("take_gil"))
        a.mov(rdi, self.object(run_pending))
        a.xor(esi, esi)
        self.call("PyObject_CallObject")
        a.test(rax, rax)
        a.je(failed)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        a.xor(ebx, ebx)
        a.bind(finish)
        a.call(self.label("give_gil"))
        a.mov(rax, rbx)
        self.pop(rbx, room=room)
        a.ret()
        a.bind(failed)
        a.mov(ebx, 1)
        a.jmp(finish)

    def take_gil(self) -> None:
        """void take_gil(void), context in r15: takes the GIL if this call has released it.

        A worker gets a PyThreadState for it, and an exception goes with that: see Upcaller (objects.py).
        """
        a = self.a
        held, worker = a.label(), a.label()
        a.cmp(dword[r15 + NOGIL], 0)
        a.je(held)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.je(worker)
        a.mov(rdi, qword[r15 + THREAD])
        a.jmp(self.c("PyEval_RestoreThread"))
        a.bind(worker)
        a.sub(rsp, 8)
        self.call("PyGILState_Ensure")
        a.mov(dword[r15 + THREAD], eax)
        a.add(rsp, 8)
        a.bind(held)
        a.ret()

    def give_gil(self) -> None:
        """void give_gil(void), context in r15: the reverse."""
        a = self.a
        held, worker = a.label(), a.label()
        a.cmp(dword[r15 + NOGIL], 0)
        a.je(held)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.je(worker)
        a.sub(rsp, 8)
        self.call("PyEval_SaveThread")
        a.mov(qword[r15 + THREAD], rax)
        a.add(rsp, 8)
        a.bind(held)
        a.ret()
        a.bind(worker)
        a.mov(edi, dword[r15 + THREAD])
        a.jmp(self.c("PyGILState_Release"))

    def deepen(self) -> None:
        """deepen: finds out where the stack ends and lowers STACK_LIMIT. Carry set where the caller is below that."""
        a = self.a
        refused = a.label()
        a.push(rax)
        a.push(rdx)
        a.lea(rax, ptr[rip + self.label("find_stack")])
        a.call(self.label("keep_all"))
        a.cmp(rsp, rax)  # the carry flag: is it below?
        a.jb(refused)
        a.mov(qword[r15 + STACK_LIMIT], rax)
        a.bind(refused)
        a.pop(rdx)
        a.pop(rax)
        a.ret()

    def find_stack(self) -> None:
        """uint64 find_stack(uint64 here): down to where compiled code may use the stack; 2**64 - 1: that is unknown.

        For the main thread the C library reads the process's map, which takes up to a millisecond, so where a stack
        begins and ends is kept for each thread. Not if it is so large that what the kernel keeps free below a main
        stack (128 MB at least, mmap_base in arch/x86/mm/mmap.c) may not hold all of it; and it is asked again where
        RLIMIT_STACK is less than the stack's size.
        """
        a = self.a
        attributes, start, size = 0, _PTHREAD_ATTR_SIZE, _PTHREAD_ATTR_SIZE + 8
        look, known, unknown, finish = a.label(), a.label(), a.label(), a.label()
        saved = rbx, rbp, r12
        room = self.push(*saved, local=_PTHREAD_ATTR_SIZE + 16)
        a.mov(rbx, rdi)
        a.mov(edi, a.extern("key of stack start"))
        self.call("pthread_getspecific")
        a.mov(rbp, rax)
        a.mov(edi, a.extern("key of stack size"))
        self.call("pthread_getspecific")
        a.mov(r12, rax)
        a.test(rax, rax)
        a.je(look)
        a.mov(edi, _RLIMIT_STACK)
        a.mov(rsi, rsp)
        self.call("getrlimit")
        a.test(eax, eax)
        a.jne(look)
        a.cmp(r12, qword[rsp])
        a.jbe(known)
        a.bind(look)
        self.call("pthread_self")
        a.mov(rdi, rax)
        a.lea(rsi, ptr[rsp + attributes])
        self.call("pthread_getattr_np")
        a.test(eax, eax)
        a.jne(unknown)
        a.lea(rdi, ptr[rsp + attributes])
        a.lea(rsi, ptr[rsp + start])
        a.lea(rdx, ptr[rsp + size])
        self.call("pthread_attr_getstack")
        a.lea(rdi, ptr[rsp + attributes])
        self.call("pthread_attr_destroy")
        a.mov(rbp, qword[rsp + start])
        a.mov(r12, qword[rsp + size])
        a.cmp(r12, MOST_KEPT)
        a.ja(known)
        a.mov(edi, a.extern("key of stack start"))
        a.mov(rsi, rbp)
        self.call("pthread_setspecific")
        a.test(eax, eax)
        a.jne(known)
        a.mov(edi, a.extern("key of stack size"))
        a.mov(rsi, r12)
        self.call("pthread_setspecific")
        a.bind(known)
        a.mov(rdx, r12)
        a.shr(rdx, 2)
        a.mov(edi, STACK_RESERVE)
        a.cmp(rdx, rdi)
        a.cmova(rdx, rdi)
        a.mov(rax, rbp)
        a.add(r12, rbp)  # the end
        a.cmp(rbx, rax)
        a.jb(unknown)  # not on this stack, but on one of somebody's own making
        a.cmp(rbx, r12)
        a.ja(unknown)
        a.add(rax, rdx)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()
        a.bind(unknown)
        a.mov(rax, -1)
        a.jmp(finish)

    def check_stack(self) -> None:
        """check_stack: carry set, with RecursionError, where compiled code should not call Python from so far down.

        Python counts levels of recursion, but not what a context takes. Where the stack ends is kept for each thread.
        """
        a = self.a
        known, deep, done = a.label(), a.label(), a.label()
        room = self.push(rbx)
        a.mov(edi, a.extern("key of stack limit"))
        self.call("pthread_getspecific")
        a.test(rax, rax)
        a.jne(known)
        a.mov(rdi, rsp)
        a.call(self.label("find_stack"))
        a.mov(rbx, rax)
        a.inc(rax)
        a.cmove(rbx, rsp)  # unknown: there is room here
        a.mov(edi, a.extern("key of stack limit"))
        a.mov(rsi, rbx)
        self.call("pthread_setspecific")
        a.mov(rax, rbx)
        a.bind(known)
        a.cmp(rsp, rax)
        a.jb(deep)
        a.bind(done)
        a.lea(rsp, ptr[rsp + room])
        a.pop(rbx)
        a.ret()
        a.bind(deep)
        a.mov(rdi, self.object(RecursionError))
        a.lea(rsi, ptr[rip + self.text("maximum recursion depth exceeded in compiled code")])
        self.call("PyErr_SetString")
        a.stc()
        a.jmp(done)

    def upcall(self) -> None:
        """upcall: calls the Python object in rdi with the context's address as an int. Carry set where it raised.

        It reads its arguments from WORDS and writes results there. What it returns is dropped.
        """
        a = self.a
        failed, finish = a.label(), a.label()
        room = self.push(rbx, rbp)
        a.mov(rbx, rdi)
        a.call(self.label("take_gil"))
        a.call(self.label("check_stack"))
        a.jc(failed)
        a.mov(rdi, r15)
        self.call("PyLong_FromUnsignedLongLong")
        a.test(rax, rax)
        a.je(failed)
        a.mov(rbp, rax)
        a.mov(rdi, rbx)
        a.mov(rsi, rax)
        a.xor(edx, edx)
        self.call("PyObject_CallFunctionObjArgs", variadic=True)
        a.mov(rdi, rbp)
        a.mov(rbp, rax)
        self.call("Py_DecRef")
        a.test(rbp, rbp)
        a.je(failed)
        a.mov(rdi, rbp)
        self.call("Py_DecRef")
        a.xor(ebp, ebp)
        a.bind(finish)
        a.call(self.label("give_gil"))
        a.neg(rbp)  # sets the carry flag where it isn't 0
        a.lea(rsp, ptr[rsp + room])
        a.pop(rbp)
        a.pop(rbx)
        a.ret()
        a.bind(failed)
        a.mov(ebp, 1)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.je(finish)
        a.mov(qword[r15 + PART], 0)
        a.jmp(finish)

    def retain(self) -> None:
        """void retain(PyObject *), context in r15"""
        self.count("Py_IncRef")

    def release(self) -> None:
        """void release(PyObject *), context in r15. May run Python code; an exception that is set stays set."""
        self.count("Py_DecRef")

    def count(self, function: str) -> None:
        a = self.a
        nogil = a.label()
        a.cmp(dword[r15 + NOGIL], 0)
        a.jne(nogil)
        a.jmp(self.c(function))
        a.bind(nogil)
        room = self.push(rbx)
        a.mov(rbx, rdi)
        a.call(self.label("take_gil"))
        a.mov(rdi, rbx)
        self.call(function)
        a.call(self.label("give_gil"))
        self.pop(rbx, room=room)
        a.ret()

    def new_array(self) -> None:
        """PyObject *new_array(function, a, b, object), context in r15: NumPy's `function` of a, b, the object and 0.

        The function takes charge of the object, or there is none. Returns NULL without an exception if it fails.
        """
        a = self.a
        made = a.label()
        room = self.push(rbx, rbp, r12, r13)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        a.mov(r12, rdx)
        a.mov(r13, rcx)
        a.call(self.label("take_gil"))
        a.mov(rdi, r13)
        self.call("Py_IncRef")
        a.mov(rdi, rbp)
        a.mov(rsi, r12)
        a.mov(rdx, r13)
        a.xor(ecx, ecx)
        a.call(rbx)
        a.mov(rbx, rax)
        a.test(rax, rax)
        a.jne(made)
        self.call("PyErr_Clear")
        a.bind(made)
        a.call(self.label("give_gil"))
        a.mov(rax, rbx)
        self.pop(rbx, rbp, r12, r13, room=room)
        a.ret()

    def fill(self) -> None:
        """void fill(void *data, size_t bytes, uint64 pattern)"""
        a = self.a
        rest, done = a.label(), a.label()
        a.mov(rax, rdx)
        a.mov(rcx, rsi)
        a.shr(rcx, 3)
        a.rep.stosq()
        a.and_(esi, 7)
        a.je(done)
        a.bind(rest)
        a.mov(byte[rdi], al)
        a.ror(rax, 8)
        a.inc(rdi)
        a.dec(esi)
        a.jne(rest)
        a.bind(done)
        a.ret()

    def invoke(self) -> None:
        """int invoke(context, entry, uint64 *registers, uint64 *stack, size_t count): calls compiled code.

        `registers` holds the argument registers, words first, and receives rax and xmm0; `stack` the `count` arguments
        that go on the stack. Returns 1 where it left by an exit. Here the context is the caller's, not in our frame.
        """
        a = self.a
        copy, copied, with_gil = a.label(), a.label(), a.label()
        saved = (rbx, r12, r13, r14, r15)
        a.push(rbp)
        a.mov(rbp, rsp)
        for register in saved:
            a.push(register)
        a.sub(rsp, 8)  # with the five saved, six words: aligned
        a.mov(r15, rdi)
        a.mov(rbx, rsi)
        a.mov(r12, rdx)
        a.mov(r13, rcx)
        a.mov(r14, r8)
        a.cmp(dword[r15 + NOGIL], 0)
        a.je(with_gil)
        self.call("PyEval_SaveThread")
        a.mov(qword[r15 + THREAD], rax)
        a.bind(with_gil)
        a.lea(rax, ptr[8 * r14 + 15])
        a.and_(rax, -16)
        a.sub(rsp, rax)
        a.lea(rax, ptr[rsp - FIRST_STACK])
        a.mov(qword[r15 + STACK_LIMIT], rax)
        a.xor(eax, eax)
        a.bind(copy)
        a.cmp(rax, r14)
        a.jae(copied)
        a.mov(rcx, qword[r13 + 8 * rax])
        a.mov(qword[rsp + 8 * rax], rcx)
        a.inc(rax)
        a.jmp(copy)
        a.bind(copied)
        for place, name in enumerate(ARGUMENT_REGISTERS):
            register = REGISTERS[name]
            (a.movsd if name in FLOAT_ARGUMENTS else a.mov)(register, qword[r12 + 8 * place])
        a.call(rbx)
        a.mov(qword[r12 + RESULT_RAX], rax)
        a.movsd(qword[r12 + RESULT_XMM0], xmm0)
        a.setc(bl)
        a.lea(rsp, ptr[rbp - 8 * len(saved) - 8])
        a.call(self.label("take_gil"))
        a.movzx(eax, bl)
        a.add(rsp, 8)
        for register in reversed(saved):
            a.pop(register)
        a.pop(rbp)
        a.ret()


@functools.cache
def routines() -> dict[str, int]:
    """The address of each routine by its name, in the process's one copy."""
    vectors = cpu.processor().vector_state
    values = {
        **{f"key of stack {what}": new_tls_key() for what in ("limit", "start", "size")},
        "vector mask": vectors.mask,
        "vector area": vectors.size - XSAVE_LEGACY - XSAVE_HEADER if vectors.mask else 0,
        "pool": POOL,
        **addresses((run_pending, RecursionError)),
    }
    return linked("jit", write, common().layout, values)


def write(layout: Layout | None) -> Writer:
    """Assembles the routines."""
    writer = _Routines(Assembler(), layout)
    writer.write()
    return writer
