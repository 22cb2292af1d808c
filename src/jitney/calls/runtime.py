"""The permanent machine code under all calls: what thunks and callbacks have in common, linked once and never freed.

A thunk (thunk.py) is specific to a list of types and may be freed; whatever must outlive it, or is too long to repeat,
is here: converting odd arguments, keywords, dropping the callable, callbacks from machine code into Python, the slots
of the native type. Tables of type codes (`Type.code`) drive the conversions.

Exceptions that cross machine code. A callback may raise while machine code of an outer call is still running; the
outer call must then fail when it ends. One state per thread says where we are:

    OUTSIDE  0   Python is running
    INSIDE   1   machine code of a call is running
    PENDING  2   likewise, and a callback has raised: while the exception is set, further callbacks return 0 at once

As long as the GIL is held all along, other threads don't run, so the state is one word of memory (`state`), and 0 while
callbacks run Python. A call that releases the GIL, and every call under an unknown layout (which may have no GIL),
keeps the state in thread-specific storage instead.

Machine code may also run Python by routes of its own: a function pointer of ctypes, PyObject_Call. The word doesn't say
so; other calls, callbacks and threads may then come upon it. Therefore each puts back what it found, and PENDING
is believed only where an exception is set in the thread that asks.

References: System V ABI AMD64 3.2 (calling convention), PEP 590 (vectorcall), PEP 3118 and PEP 688 (buffers).
"""

from __future__ import annotations

from ..machine.signature import TYPES
from ..x86 import (
    Assembler,
    al,
    byte,
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
    r8d,
    r12,
    r13,
    r14,
    r14d,
    r15,
    r15d,
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
from ..x86.unwind import WITH_POINTER
from . import convert
from .common import common
from .conversions import Conversions
from .cpython import current_thread_state, new_tls_key
from .permanent import addresses, linked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .layout import Layout
    from .writer import Writer

OUTSIDE, INSIDE, PENDING = 0, 1, 2

# What a callable looks like: the object's header, then these (nativetype.py declares them to CPython).
VECTORCALL = object.__basicsize__
ADDRESS = VECTORCALL + 8
HELD = VECTORCALL + 16
BASIC_SIZE = VECTORCALL + 24

LARGE_FRAME = 2048
STACK_PER_LEVEL = 512
"""What CPython reckons for a level of recursion in C, in bytes; and from where on we count."""


class Runtime:
    """The linked code. `address[name]` is where each routine is; `tls_key` the thread-specific state's key."""

    __slots__ = ("address", "layout", "tls_key")

    def __init__(self, layout: Layout | None) -> None:
        self.layout = layout
        self.tls_key = new_tls_key()
        values = {"key of state": self.tls_key, **common().address, **addresses(OBJECTS)}
        self.address = {**common().address, **linked("calls", write, layout, values)}

    def extern(self, a: Assembler, name: str) -> Any:
        """The routine `name` as an external symbol of `a`."""
        return a.extern(name, self.address[name])


_made: dict[str, Runtime] = {}


def runtime() -> Runtime:
    """The process's one runtime, made at the first use. Raises JitneyError in a sub-interpreter."""
    # One only, whichever threads or signal handlers come here first: thunks and callbacks must look at the same state.
    made = _made.get("runtime")
    if made is None:
        made = _made.setdefault("runtime", Runtime(common().layout))
    return made


OBJECTS = (
    None, False, True, tuple, convert.as_address, convert.as_bool, convert.bind, convert.count_error,
    convert.explain, convert.explain_result,
)  # fmt: skip
"""What the routines refer to."""


def write(layout: Layout | None) -> Writer:
    """Assembles the routines."""
    writer = _Routines(Assembler(), layout)
    writer.write()
    return writer


class _Routines(Conversions):
    """Writes all routines."""

    def write(self) -> None:
        a = self.a
        for routine in (
            self.slow, self.convert, self.convert_one, self.report, self.deepen, self.surface, self.enter, self.leave,
            self.callback, self.to_python, self.traverse, self.clear, self.dealloc,
        ):  # fmt: skip
            self.routine(routine.__name__, routine)
        a.section("rodata")
        a.align(16)
        a.bind(self.label("ranges"))
        for wanted in TYPES.values():  # what the signed values of a type lie between
            a.u64(wanted.minimum & (1 << 64) - 1, min(wanted.maximum, (1 << 63) - 1))
        a.section("data")
        a.align(64)
        a.bind(self.label("state"))
        a.u64(OUTSIDE)
        self.exported.append("state")

    def incref_callable(self, register: Any) -> None:
        """Takes a reference to a callable of ours, which is never immortal. May clobber what a call clobbers."""
        if self.layout is not None:
            self.a.inc(qword[register + self.layout.refcount])
        else:
            self.a.mov(rdi, register)
            self.call("Py_IncRef")

    def slow(self) -> None:
        """PyObject *slow(callable, args, nargsf, kwnames, int n): a call with keywords, or not with `n` arguments.

        Puts the arguments in the order of the parameters and calls again. Keywords are nearly always the same objects
        as the parameters' names, both being interned; where that fails, convert.bind compares and finds what is wrong.
        """
        a = self.a
        names, keyword, key, name = -48, -56, -64, -72
        failed, finish, bind, copy, copied, raises, counted, wrong = (a.label() for _ in range(8))
        place, fill, filled, next_keyword, next_name = (a.label() for _ in range(5))
        saved = (rbx, r12, r13, r14, r15)
        a.push(rbp)
        a.mov(rbp, rsp)
        for register in saved:
            a.push(register)
        a.sub(rsp, 40)
        a.mov(rbx, rdi)
        a.mov(r12, rsi)  # args
        a.mov(r13, rdx)
        a.shl(r13, 1)
        a.shr(r13, 1)  # the count of positional arguments: bit 63 is a flag
        a.mov(r14, rcx)  # kwnames
        a.movsxd(r15, r8d)
        self.incref_callable(rbx)
        a.xor(eax, eax)
        a.test(r14, r14)
        a.je(counted)
        a.mov(rdi, r14)
        self.call("PyTuple_Size")
        a.bind(counted)
        a.mov(rcx, r15)
        a.lea(r15, ptr[rax + r13])  # the count of all arguments
        a.test(rax, rax)
        a.je(wrong)
        a.cmp(r15, rcx)
        a.jb(bind)
        a.je(place)
        a.bind(wrong)
        a.mov(rdi, self.object(convert.count_error))
        a.lea(rsi, ptr[rip + self.text("On")])
        a.mov(rdx, rbx)
        a.mov(rcx, r15)
        self.call("PyObject_CallFunction", variadic=True)
        a.jmp(raises)

        a.bind(place)
        a.mov(rdi, qword[rbx + HELD])
        a.xor(esi, esi)
        self.call("PyTuple_GetItem")
        a.mov(qword[rbp + names], rax)
        a.lea(rax, ptr[8 * r15 + 15])
        a.and_(rax, -16)
        a.sub(rsp, rax)
        a.xor(ecx, ecx)
        a.bind(fill)
        a.xor(eax, eax)
        a.cmp(rcx, r13)
        a.jae(filled)
        a.mov(rax, qword[r12 + 8 * rcx])
        a.bind(filled)
        a.mov(qword[rsp + 8 * rcx], rax)
        a.inc(rcx)
        a.cmp(rcx, r15)
        a.jb(fill)
        a.mov(qword[rbp + keyword], 0)
        a.bind(next_keyword)
        a.mov(rdi, r14)
        a.mov(rsi, qword[rbp + keyword])
        self.call("PyTuple_GetItem")
        a.mov(qword[rbp + key], rax)
        a.mov(qword[rbp + name], r13)
        a.bind(next_name)
        a.mov(rsi, qword[rbp + name])
        a.cmp(rsi, r15)
        a.jae(bind)  # no parameter, or one that was given by position
        a.mov(rdi, qword[rbp + names])
        self.call("PyTuple_GetItem")
        a.mov(rcx, qword[rbp + name])
        a.inc(qword[rbp + name])
        a.cmp(rax, qword[rbp + key])
        a.jne(next_name)
        a.cmp(qword[rsp + 8 * rcx], 0)
        a.jne(bind)  # given twice
        a.mov(rdx, qword[rbp + keyword])
        a.add(rdx, r13)
        a.mov(rax, qword[r12 + 8 * rdx])
        a.mov(qword[rsp + 8 * rcx], rax)
        a.inc(qword[rbp + keyword])
        a.inc(rdx)
        a.cmp(rdx, r15)
        a.jb(next_keyword)
        a.mov(rdi, rbx)
        a.mov(rsi, rsp)
        a.mov(rdx, r15)
        a.xor(ecx, ecx)
        a.call(qword[rbx + VECTORCALL])
        a.jmp(finish)

        a.bind(bind)  # bind(callable, kwnames, *args), all as they came
        a.lea(rax, ptr[8 * r15 + 16 + 15])
        a.and_(rax, -16)
        a.sub(rsp, rax)
        a.mov(qword[rsp], rbx)
        a.mov(qword[rsp + 8], r14)
        a.xor(ecx, ecx)
        a.bind(copy)
        a.cmp(rcx, r15)
        a.jae(copied)
        a.mov(rax, qword[r12 + 8 * rcx])
        a.mov(qword[rsp + 8 * rcx + 16], rax)
        a.inc(rcx)
        a.jmp(copy)
        a.bind(copied)
        a.mov(rdi, self.object(convert.bind))
        a.mov(rsi, rsp)
        a.lea(rdx, ptr[r15 + 2])
        a.xor(ecx, ecx)
        self.call("PyObject_VectorcallDict")
        a.test(rax, rax)
        a.je(failed)
        a.mov(r12, rax)
        a.mov(rdi, rax)
        self.call("PyObject_Type")
        a.mov(r13, rax)
        a.mov(rdi, rax)
        self.call("Py_DecRef")  # types of these live on
        a.mov(rcx, self.object(tuple))
        a.mov(rax, r12)
        a.cmp(r13, rcx)
        a.jne(raises)
        a.mov(rdi, rbx)
        a.mov(rsi, r12)
        self.call("PyObject_CallObject")
        a.mov(rdi, r12)
        a.mov(r12, rax)
        self.call("Py_DecRef")
        a.mov(rax, r12)
        a.jmp(finish)

        a.bind(raises)  # rax: an exception to raise, or NULL where making it failed
        a.test(rax, rax)
        a.je(failed)
        a.mov(rdi, rax)
        a.call(a.extern("raise_object"))
        a.bind(failed)
        a.xor(eax, eax)
        a.bind(finish)
        a.mov(rdi, rbx)
        a.lea(rsp, ptr[rbp - 8 * len(saved)])
        for register in reversed(saved):
            a.pop(register)
        a.pop(rbp)
        a.jmp(a.extern("drop"))

    def deepen(self) -> None:
        """int deepen(int n): counts as `n` levels of recursion. Returns 1, or 0 with RecursionError set."""
        a = self.a
        saved = (rbx, rbp)
        loop, undo, undone, finish = (a.label() for _ in range(4))
        room = self.push(*saved)
        a.mov(ebx, edi)
        a.xor(ebp, ebp)
        a.bind(loop)
        a.lea(rdi, ptr[rip + self.text(" while calling machine code")])
        self.call("Py_EnterRecursiveCall")
        a.test(eax, eax)
        a.jne(undo)
        a.inc(ebp)
        a.cmp(ebp, ebx)
        a.jb(loop)
        a.mov(eax, 1)
        a.jmp(finish)
        a.bind(undo)
        a.test(ebp, ebp)
        a.je(undone)
        a.mov(edi, ebp)
        a.call(self.label("surface"))
        a.bind(undone)
        a.xor(eax, eax)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()

    def surface(self) -> None:
        """surface(int n), rax kept: the reverse of deepen."""
        a = self.a
        saved = (rbx, rbp)
        loop = a.label()
        room = self.push(*saved)
        a.mov(ebx, edi)
        a.mov(rbp, rax)
        a.bind(loop)
        self.call("Py_LeaveRecursiveCall")
        a.dec(ebx)
        a.jne(loop)
        a.mov(rax, rbp)
        self.pop(*saved, room=room)
        a.ret()

    def enter(self) -> None:
        """uint64 enter(void): this thread's state becomes INSIDE; returns what it was. For thread-specific storage."""
        a = self.a
        room = self.push(rbx)
        self.get_state()
        a.mov(rbx, rax)
        a.mov(esi, INSIDE)
        self.set_state()
        a.mov(rax, rbx)
        self.pop(rbx, room=room)
        a.ret()

    def leave(self) -> None:
        """int leave(uint64 state): puts the state back. Returns whether a callback's exception is pending."""
        a = self.a
        nothing, finish = a.label(), a.label()
        room = self.push(rbx)
        a.mov(rbx, rdi)
        self.get_state()
        a.mov(rsi, rbx)
        a.mov(ebx, eax)
        self.set_state()
        a.cmp(ebx, PENDING)
        a.jne(nothing)
        self.call("PyErr_Occurred")
        a.test(rax, rax)
        a.setne(al)
        a.movzx(eax, al)
        a.jmp(finish)
        a.bind(nothing)
        a.xor(eax, eax)
        a.bind(finish)
        self.pop(rbx, room=room)
        a.ret()

    def get_state(self) -> None:
        self.a.mov(edi, self.a.extern("key of state"))
        self.call("pthread_getspecific")

    def set_state(self) -> None:
        """The state in rsi becomes this thread's."""
        self.a.mov(edi, self.a.extern("key of state"))
        self.call("pthread_setspecific")

    def set_either_state(self, tls: Any, state: Any) -> None:
        """The state becomes `state`: in thread-specific storage where the 32 bits at `tls` aren't 0, else the word."""
        a = self.a
        word, done = a.label(), a.label()
        a.mov(esi, state)
        if self.layout is not None:
            a.cmp(dword[tls], 0)
            a.je(word)
        self.set_state()
        if self.layout is not None:
            a.jmp(done)
            a.bind(word)
            a.mov(dword[rip + self.label("state")], esi)
        a.bind(done)

    def callback(self) -> None:
        """callback(callable, uint64 *slots, char *codes, int n, int result code): machine code calls Python.

        Jumped to by an adapter (callbacks.py) that has made a frame (rbp) and stored its arguments in the slots. It
        doesn't return there, since the adapter may be gone by then, but to the adapter's caller, with the result in
        both rax and xmm0: zero where Python raised.
        """
        a = self.a
        saved = (rbx, r12, r13, r14, r15)
        gil, tls, before, result, made, levels, room = 0, 8, 16, 24, 32, 40, 56
        loop, ready, call, called, drop_loop, dropped, finished = (a.label() for _ in range(7))
        error, unraisable, done, misfit, use_tls, give_back, leave, run, alive = (a.label() for _ in range(9))
        begin, refused = a.label(), a.label()
        a.unwind(WITH_POINTER)
        for register in saved:
            a.push(register)
        a.sub(rsp, room)
        a.mov(rbx, rdi)
        a.mov(r12, rsi)
        a.mov(r13, rdx)
        a.mov(r14d, ecx)
        a.mov(r15d, r8d)
        a.mov(qword[rsp + result], 0)

        if self.layout is not None:
            # Does this thread hold the GIL? PyGILState_Check says yes to all once there has been a sub-interpreter.
            self.call("PyGILState_GetThisThreadState")
            a.test(rax, rax)
            a.je(use_tls)
            a.mov(qword[rsp + before], rax)
            self.call(current_thread_state())
            a.cmp(rax, qword[rsp + before])
            a.jne(use_tls)
            a.mov(eax, dword[rip + self.label("state")])
            a.mov(dword[rsp + before], eax)
            a.mov(dword[rsp + tls], 0)
            a.jmp(run)
        a.bind(use_tls)
        self.call("Py_IsInitialized")
        a.test(eax, eax)
        a.jne(alive)
        self.call("PyGILState_GetThisThreadState")  # while Python shuts down, its own threads may still enter it
        a.test(rax, rax)
        a.je(leave)
        a.bind(alive)
        self.call("PyGILState_Ensure")
        a.mov(dword[rsp + gil], eax)
        a.mov(dword[rsp + tls], 1)
        self.get_state()
        a.mov(dword[rsp + before], eax)

        a.bind(run)
        a.cmp(dword[rsp + before], PENDING)
        a.jne(begin)
        self.call("PyErr_Occurred")
        a.test(rax, rax)
        a.jne(finished)
        a.bind(begin)
        self.set_either_state(rsp + tls, OUTSIDE)
        a.mov(rdi, rbx)
        self.call("Py_IncRef")
        a.mov(dword[rsp + made], 0)
        a.mov(edi, r14d)
        a.shr(edi, (STACK_PER_LEVEL // 16).bit_length() - 1)  # the slots, and as much that the caller may have pushed
        a.cmp(r14d, LARGE_FRAME // 16)
        a.cmovb(edi, dword[rsp + made])
        a.mov(dword[rsp + levels], edi)
        a.test(edi, edi)
        a.je(loop)
        a.call(self.label("deepen"))
        a.test(eax, eax)
        a.je(refused)
        a.bind(loop)  # the slots become the objects, in place
        a.mov(ecx, dword[rsp + made])
        a.cmp(ecx, r14d)
        a.jae(call)
        a.mov(rdi, qword[r12 + 8 * rcx])
        a.movzx(esi, byte[r13 + rcx])
        a.call(self.label("to_python"))
        a.test(rax, rax)
        a.je(called)
        a.mov(ecx, dword[rsp + made])
        a.mov(qword[r12 + 8 * rcx], rax)
        a.inc(dword[rsp + made])
        a.jmp(loop)
        a.bind(call)
        a.mov(rdi, rbx)
        a.mov(rsi, r12)
        a.mov(edx, r14d)
        a.xor(ecx, ecx)
        self.call("PyObject_VectorcallDict")
        a.bind(called)
        a.mov(r13, rax)  # the codes are not looked at again: the adapter may be gone
        a.bind(drop_loop)
        a.mov(ecx, dword[rsp + made])
        a.dec(ecx)
        a.js(dropped)
        a.mov(dword[rsp + made], ecx)
        a.mov(rdi, qword[r12 + 8 * rcx])
        self.call("Py_DecRef")
        a.jmp(drop_loop)
        a.bind(dropped)
        a.test(r13, r13)
        a.je(error)
        a.cmp(r15d, TYPES["None"].code)
        a.je(ready)
        a.mov(rdi, r13)
        a.mov(esi, r15d)
        a.lea(rdx, ptr[rsp + result])
        a.xor(ecx, ecx)
        a.call(self.label("convert_one"))
        a.test(eax, eax)
        a.jne(misfit)
        a.bind(ready)
        a.mov(rdi, r13)
        self.call("Py_DecRef")
        a.jmp(done)

        a.bind(misfit)
        a.mov(rdi, self.object(convert.explain_result))
        a.mov(rsi, rbx)
        a.mov(edx, r15d)
        a.mov(rcx, r13)
        a.call(self.label("report"))
        a.mov(rdi, r13)
        self.call("Py_DecRef")
        a.jmp(error)
        a.bind(refused)
        a.mov(dword[rsp + levels], 0)
        a.bind(error)
        a.mov(qword[rsp + result], 0)
        a.cmp(dword[rsp + before], OUTSIDE)
        a.je(unraisable)
        a.mov(dword[rsp + before], PENDING)
        a.jmp(done)
        a.bind(unraisable)
        a.mov(rdi, rbx)
        self.call("PyErr_WriteUnraisable")

        a.bind(done)
        a.mov(rdi, rbx)
        self.call("Py_DecRef")
        a.mov(edi, dword[rsp + levels])
        a.test(edi, edi)
        a.je(give_back)
        a.call(self.label("surface"))
        a.bind(give_back)
        self.set_either_state(rsp + tls, dword[rsp + before])
        a.bind(finished)
        a.cmp(dword[rsp + tls], 0)
        a.je(leave)
        a.mov(edi, dword[rsp + gil])
        self.call("PyGILState_Release")
        a.bind(leave)
        a.mov(rax, qword[rsp + result])
        a.movq(xmm0, rax)
        a.add(rsp, room)
        for register in reversed(saved):
            a.pop(register)
        a.leave()
        a.ret()

    def traverse(self) -> None:
        """int traverse(PyObject *self, visitproc visit, void *arg)"""
        a = self.a
        nothing = a.label()
        a.mov(rax, rsi)
        a.mov(rsi, rdx)
        a.mov(rdi, qword[rdi + HELD])
        a.test(rdi, rdi)
        a.je(nothing)
        a.jmp(rax)
        a.bind(nothing)
        a.xor(eax, eax)
        a.ret()

    def clear(self) -> None:
        """int clear(PyObject *self): what is held goes, so first of all nothing may call it any more."""
        a = self.a
        a.mov(qword[rdi + VECTORCALL], 0)
        a.mov(rax, qword[rdi + HELD])
        a.mov(qword[rdi + HELD], 0)
        a.mov(rdi, rax)
        a.sub(rsp, 8)
        self.call("Py_DecRef")  # NULL is fine
        a.add(rsp, 8)
        a.xor(eax, eax)
        a.ret()
