"""The machine code by which threads share a parallel loop, linked once and never freed.

    share      called by drivers of parallel loops, with the convention of compiled code: has all parts run
    worker     what a thread of the pool does, a C function: it sleeps until there is a loop, and joins in
    work       both: takes the numbers of parts from a counter, and runs them
    spawn      makes threads

A loop, in the caller:                                 and in a worker:

    let go of the GIL                                      wait for GENERATION to change
    BUSY: 0 -> 1; else run all parts here                  GATE: if OPEN and not full, join: + 1
    write down the loop; GATE = OPEN                       work
    GENERATION + 1; wake the workers                       leave: GATE - 1; wake the caller if it is 0 then
    work
    GATE: no longer OPEN; wait until it is 0
    take over how it has ended; BUSY = 0
    take the GIL

The workers run nothing but compiled code that needs no GIL, in contexts of their own, and with all signals blocked.
They poll STOP. The caller polls for signals; a worker that leaves by an exit has it poll STOP, too. `pause`
(jitroutines.py) then says whether the part is wanted any more. Numbers are given out in order, and the parts below one
that has left are run to their end: the exit that is taken is that of the lowest part, the first in a plain loop.

References: futex(2); U. Drepper, Futexes Are Tricky, 2011.
"""

from __future__ import annotations

import functools

from ..machine import link
from ..machine.context import (
    EFFECTS as CONTEXT_EFFECTS,
)
from ..machine.context import EXIT, NOGIL, PART, POLL, SHARING, STACK_LIMIT, THREAD, WORDS, WORKER
from ..machine.context import SIZE as CONTEXT_SIZE
from ..x86 import (
    Assembler,
    cl,
    dword,
    eax,
    ebp,
    ecx,
    edi,
    edx,
    esi,
    ptr,
    qword,
    r10,
    r10d,
    r11,
    r12,
    r12d,
    r13,
    r14,
    r14d,
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
)
from ..x86.operands import Label
from .common import common
from .cpython import object_function
from .jitroutines import FIRST_STACK, routines
from .poll import NEVER, poll
from .pool import (
    ASKED,
    BLOCK,
    BUSY,
    CALLER,
    CODE,
    COUNT,
    EFFECTS,
    EPOCH,
    GATE,
    GENERATION,
    LIMIT,
    LOCK,
    LOWEST,
    NEXT,
    OPEN,
    POOL,
    SHIFT,
    STOP,
    THREADS,
    WINNER,
    WORKERS,
)
from .writer import Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..machine import Code

_FUTEX, _WAIT, _WAKE = 202, 128, 129  # the system call; its operations, for the threads of one process
_SIGNAL_BYTES = 128  # sizeof(sigset_t)
_SIG_SETMASK = 2
_NOT_BLOCKED = (4, 7, 8, 11)
"""SIGILL, SIGBUS, SIGFPE, SIGSEGV: what a thread does to itself."""

SPINS = 200
"""How often a thread looks, with a pause of some 40 to 140 cycles, before it goes to sleep."""
SHARES = 3
"""2**SHARES is how many times over the parts that are left would do for all threads, when one takes its share."""
LOOK_NANOSECONDS = 10_000_000
"""How long the caller sleeps between looking for signals."""

FORKED = "fork in the midst of a parallel loop: the child does not have the threads that were to run the rest of it"


class _Workers(Writer):
    def write(self) -> None:
        for name in ("share", "worker", "work", "note", "spawn"):
            self.routine(name, getattr(self, name))

    def futex(self, offset: int, operation: int, timeout: Any = None) -> None:
        """The system call on a word of the pool. The value to compare with, or the count to wake, is in edx."""
        a = self.a
        a.lea(rdi, ptr[rbx + offset])
        a.mov(esi, operation)
        if timeout is None:
            a.xor(r10d, r10d)
        else:
            a.lea(r10, timeout)
        a.mov(eax, _FUTEX)
        a.syscall()

    def share(self) -> None:
        """share: the block in rdi, the count of parts in rsi, the part's code in rdx, the driver's exit in ecx."""
        a = self.a
        number, held, epoch, polled, polls, timeout = 0, 4, 8, 16, 24, 32
        alone, released = a.label(), a.label()
        ready, spin, wait, ended, own, forked, finish, kept = (a.label() for _ in range(8))
        saved = (rbx, rbp, r12, r13, r14)
        room = self.push(*saved, local=48)
        a.mov(rbx, POOL)
        a.mov(rbp, rdi)
        a.mov(r13, rsi)
        a.mov(r12, rdx)
        a.mov(dword[rsp + number], ecx)
        a.mov(dword[rsp + held], 0)
        a.mov(rax, qword[r15 + POLL])
        a.mov(qword[rsp + polled], rax)
        a.cmp(r13, 1)
        a.jbe(alone)
        a.cmp(dword[r15 + NOGIL], 0)
        a.jne(released)
        self.call("PyEval_SaveThread")
        a.mov(qword[r15 + THREAD], rax)
        a.mov(dword[r15 + NOGIL], 1)
        a.mov(dword[rsp + held], 1)
        self.find_poll_word()
        a.mov(qword[r15 + POLL], rax)
        a.bind(released)
        a.cmp(dword[r15 + NOGIL], WORKER)
        a.jae(alone)
        a.cmp(dword[rbx + THREADS], 1)
        a.jbe(alone)
        a.xor(eax, eax)
        a.mov(ecx, 1)
        a.lock.cmpxchg(dword[rbx + BUSY], ecx)
        a.jne(alone)
        a.mov(eax, dword[rbx + THREADS])
        a.cmp(dword[rbx + ASKED], eax)
        a.jae(ready)
        a.call(self.label("spawn"))
        a.bind(ready)
        a.mov(eax, dword[rbx + EPOCH])
        a.mov(dword[rsp + epoch], eax)
        a.mov(rax, qword[r15 + POLL])
        a.mov(qword[rsp + polls], rax)
        a.mov(qword[rbx + COUNT], r13)
        a.mov(qword[rbx + CODE], r12)
        a.mov(qword[rbx + BLOCK], rbp)
        a.mov(qword[rbx + CALLER], r15)
        a.mov(qword[rbx + NEXT], 1)
        a.mov(qword[rbx + LOWEST], -1)
        a.mov(dword[rbx + STOP], 0)
        a.mov(dword[rbx + EFFECTS], 0)
        a.mov(edx, dword[rbx + THREADS])
        a.dec(edx)
        a.mov(dword[rbx + LIMIT], edx)
        a.bsr(ecx, edx)
        a.add(ecx, 1 + SHARES)  # edx is below 2**(that - SHARES)
        a.mov(dword[rbx + SHIFT], ecx)
        a.mov(dword[r15 + NOGIL], SHARING)
        a.mov(eax, OPEN)
        a.xchg(dword[rbx + GATE], eax)
        a.lock.inc(dword[rbx + GENERATION])
        self.futex(GENERATION, _WAKE)
        a.call(self.label("work"))
        a.mov(qword[r15 + PART], 0)
        a.mov(dword[r15 + NOGIL], 1)
        a.lock.and_(dword[rbx + GATE], OPEN - 1)

        a.mov(r14d, SPINS)
        a.bind(spin)
        a.cmp(dword[rbx + GATE], 0)
        a.je(ended)
        a.pause()
        a.dec(r14d)
        a.jne(spin)
        a.bind(wait)
        a.mov(edx, dword[rbx + GATE])
        a.test(edx, edx)
        a.je(ended)
        a.mov(qword[rsp + timeout], 0)
        a.mov(qword[rsp + timeout + 8], LOOK_NANOSECONDS)
        self.futex(GATE, _WAIT, ptr[rsp + timeout])
        a.cmp(qword[rbx + LOWEST], 0)
        a.je(wait)  # Python has raised already
        a.mov(r11, qword[rsp + polls])
        a.cmp(dword[r11], 0)
        a.je(wait)
        a.call(a.extern("pause", routines()["pause"]))
        a.jnc(wait)
        a.mov(eax, dword[rsp + number])
        a.mov(qword[r15 + EXIT], rax)  # TRACED: 0
        a.call(self.label("note"))
        a.jmp(wait)

        a.bind(ended)
        a.mov(rax, qword[rsp + polls])  # a worker may have changed it
        a.mov(qword[r15 + POLL], rax)
        a.mov(eax, dword[rsp + epoch])
        a.cmp(eax, dword[rbx + EPOCH])
        a.jne(forked)
        a.mov(eax, dword[rbx + EFFECTS])
        a.or_(dword[r15 + CONTEXT_EFFECTS], eax)
        a.xor(ebp, ebp)
        a.cmp(qword[rbx + LOWEST], -1)
        a.je(own)
        a.mov(ebp, 1)
        a.mov(rsi, qword[rbx + WINNER])
        a.cmp(rsi, r15)
        a.je(own)
        a.mov(rax, qword[rsi + EXIT])  # and TRACED
        a.mov(qword[r15 + EXIT], rax)
        a.add(rsi, WORDS)
        a.lea(rdi, ptr[r15 + WORDS])
        a.mov(ecx, (CONTEXT_SIZE - WORDS) // 8)
        a.rep.movsq()
        a.bind(own)
        a.mov(dword[rbx + BUSY], 0)

        a.bind(finish)  # ebp: whether it has left by an exit
        a.cmp(dword[rsp + held], 0)
        a.je(kept)
        a.mov(rdi, qword[r15 + THREAD])
        self.call("PyEval_RestoreThread")
        a.mov(dword[r15 + NOGIL], 0)
        a.mov(rax, qword[rsp + polled])
        a.mov(qword[r15 + POLL], rax)
        a.bind(kept)
        a.neg(ebp)  # sets the carry flag where it isn't 0
        a.lea(rsp, ptr[rsp + room])
        for register in reversed(saved):
            a.pop(register)
        a.ret()

        a.bind(alone)
        each, left, ran = a.label(), a.label(), a.label()
        a.xor(r14d, r14d)
        a.bind(each)
        a.cmp(r14, r13)
        a.jae(ran)
        a.mov(rdi, rbp)
        a.mov(rsi, r14)
        a.call(r12)
        a.jc(left)
        a.inc(r14)
        a.jmp(each)
        a.bind(ran)
        a.xor(ebp, ebp)
        a.jmp(finish)
        a.bind(left)
        a.mov(ebp, 1)
        a.jmp(finish)

        a.bind(forked)
        a.mov(rdi, qword[r15 + THREAD])
        self.call("PyEval_RestoreThread")
        a.mov(rdi, self.object(RuntimeError))
        a.lea(rsi, ptr[rip + self.text(FORKED)])
        self.call("PyErr_SetString")
        self.call("PyEval_SaveThread")
        a.mov(qword[r15 + THREAD], rax)
        a.mov(eax, dword[rsp + number])
        a.mov(qword[r15 + EXIT], rax)
        a.mov(ebp, 1)
        a.jmp(finish)

    def find_poll_word(self) -> None:
        """The address of the word to poll without the GIL into rax. The PyThreadState is in rax (poll.py)."""
        a = self.a
        found = poll(nogil=True)
        if found.per_thread:
            a.add(rax, found.word)
            return
        a.mov(rax, found.word)
        if found.main_thread:
            self.call("pthread_self")
            a.mov(r11, found.main_thread)
            a.cmp(qword[r11], rax)
            a.mov(rax, found.word)
            a.mov(r10, NEVER.word)
            a.cmovne(rax, r10)

    def work(self) -> None:
        """work, pool in rbx, context in r15: runs parts until there is none, or one leaves by an exit. r13, r14 go.

        It takes a share of the parts that are left at a time, one at last (C. Polychronopoulos and D. Kuck, Guided
        Self-Scheduling, 1987): the counter's way from one processor to another takes longer than a short part.
        """
        a = self.a
        take, following, left, done = (a.label() for _ in range(4))
        a.sub(rsp, 8)
        a.bind(take)
        a.mov(rax, qword[rbx + COUNT])
        a.mov(ecx, dword[rbx + SHIFT])
        a.sub(rax, qword[rbx + NEXT])
        a.sar(rax, cl)
        a.mov(r14d, 1)
        a.cmp(rax, r14)
        a.cmovg(r14, rax)
        a.mov(r13, r14)
        a.lock.xadd(qword[rbx + NEXT], r13)
        a.add(r14, r13)  # from r13 on, below r14
        a.bind(following)
        a.cmp(r13, qword[rbx + COUNT])
        a.ja(done)
        a.cmp(r13, qword[rbx + LOWEST])
        a.ja(done)
        a.mov(qword[r15 + PART], r13)
        a.mov(qword[r15 + EXIT], 0)  # and TRACED; not sooner: a worker may join in again after it has left by an exit
        a.lea(rsi, ptr[r13 - 1])
        a.mov(rdi, qword[rbx + BLOCK])
        a.inc(r13)
        a.call(qword[rbx + CODE])
        a.jc(left)
        a.cmp(r13, r14)
        a.jb(following)
        a.jmp(take)
        a.bind(left)
        a.call(self.label("note"))
        a.bind(done)
        a.add(rsp, 8)
        a.ret()

    def note(self) -> None:
        """note, pool in rbx, context in r15: the part has left by an exit."""
        a = self.a
        take, taken, known = a.label(), a.label(), a.label()
        a.bind(take)
        a.mov(ecx, 1)
        a.xchg(dword[rbx + LOCK], ecx)
        a.test(ecx, ecx)
        a.je(taken)
        a.pause()
        a.jmp(take)
        a.bind(taken)
        a.mov(rax, qword[r15 + PART])
        a.cmp(rax, qword[rbx + LOWEST])
        a.jae(known)
        a.mov(qword[rbx + LOWEST], rax)
        a.mov(qword[rbx + WINNER], r15)
        a.mov(dword[rbx + STOP], 1)
        a.mov(rax, qword[rbx + CALLER])
        a.lea(rcx, ptr[rbx + STOP])
        a.mov(qword[rax + POLL], rcx)
        a.bind(known)
        a.mov(dword[rbx + LOCK], 0)
        a.ret()

    def worker(self) -> None:
        """void *worker(void *)"""
        a = self.a
        idle, join, sleep, spin = (a.label() for _ in range(4))
        self.push(rbx, rbp, r12, r13, r14, r15, local=CONTEXT_SIZE)
        a.mov(r15, rsp)
        a.mov(rbx, POOL)
        a.mov(dword[r15 + NOGIL], WORKER)
        a.lea(rax, ptr[rsp - FIRST_STACK])
        a.mov(qword[r15 + STACK_LIMIT], rax)
        a.lea(rax, ptr[rbx + STOP])
        a.mov(qword[r15 + POLL], rax)
        a.bind(idle)
        a.mov(r12d, dword[rbx + GENERATION])
        a.bind(join)
        a.mov(eax, dword[rbx + GATE])
        a.lea(ecx, ptr[rax + 1])
        a.test(eax, eax)
        a.jns(sleep)  # not OPEN
        a.mov(edx, eax)
        a.and_(edx, OPEN - 1)
        a.cmp(edx, dword[rbx + LIMIT])
        a.jae(sleep)
        a.lock.cmpxchg(dword[rbx + GATE], ecx)
        a.jne(join)
        a.mov(dword[r15 + CONTEXT_EFFECTS], 0)
        a.call(self.label("work"))
        a.mov(eax, dword[r15 + CONTEXT_EFFECTS])
        a.lock.or_(dword[rbx + EFFECTS], eax)
        a.lock.dec(dword[rbx + GATE])
        a.jne(sleep)
        a.mov(edx, 1)
        self.futex(GATE, _WAKE)
        a.bind(sleep)
        a.mov(r14d, SPINS)
        a.bind(spin)
        a.cmp(dword[rbx + GENERATION], r12d)
        a.jne(idle)
        a.pause()
        a.dec(r14d)
        a.jne(spin)
        a.mov(edx, r12d)
        self.futex(GENERATION, _WAIT)
        a.jmp(idle)

    def spawn(self) -> None:
        """spawn, pool in rbx: makes threads until there are enough, or the system refuses."""
        a = self.a
        following, done = a.label(), a.label()
        thread, before, blocked = 0, 16, 16 + _SIGNAL_BYTES
        room = self.push(local=16 + 2 * _SIGNAL_BYTES)
        mask = (1 << 64) - 1
        for signal in _NOT_BLOCKED:
            mask &= ~(1 << signal - 1)
        a.mov(rax, mask)
        a.mov(qword[rsp + blocked], rax)
        for offset in range(8, _SIGNAL_BYTES, 8):
            a.mov(qword[rsp + blocked + offset], -1)
        a.mov(edi, _SIG_SETMASK)
        a.lea(rsi, ptr[rsp + blocked])
        a.lea(rdx, ptr[rsp + before])
        self.call("pthread_sigmask")
        a.bind(following)
        a.mov(eax, dword[rbx + WORKERS])
        a.inc(eax)
        a.cmp(eax, dword[rbx + THREADS])
        a.jae(done)
        a.lea(rdi, ptr[rsp + thread])
        a.xor(esi, esi)
        a.lea(rdx, ptr[rip + self.label("worker")])
        a.xor(ecx, ecx)
        self.call("pthread_create")
        a.test(eax, eax)
        a.jne(done)
        a.mov(rdi, qword[rsp + thread])
        self.call("pthread_detach")
        a.inc(dword[rbx + WORKERS])
        a.jmp(following)
        a.bind(done)
        a.mov(eax, dword[rbx + THREADS])
        a.mov(dword[rbx + ASKED], eax)
        a.mov(edi, _SIG_SETMASK)
        a.lea(rsi, ptr[rsp + before])
        a.xor(edx, edx)
        self.call("pthread_sigmask")
        self.pop(room=room)
        a.ret()


@functools.cache
def share() -> int:
    """The address of the routine, in the process's one copy."""
    a = Assembler()
    writer = _Workers(a, common().layout)
    writer.write()
    image = link(a.code())
    object_function("Py_IncRef")((image, writer.kept))  # the threads run to the very end of the process
    return image.symbols["share"]


def driver_code(symbol: str, part: str, number: int) -> Code:
    """The code of a driver, of that name: it has `part` run, whose code is to be linked with it under that name.

    `number` is that of the exit by which it leaves where a signal's handler raises while it waits.
    """
    a = Assembler()
    a.bind(Label(symbol))
    a.lea(rdx, ptr[rip + a.extern(part)])
    a.mov(ecx, number)
    a.jmp(a.extern("share", share()))
    return a.code()
