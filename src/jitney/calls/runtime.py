"""The permanent machine code under all calls: what thunks and callbacks have in common, linked once and never freed.

A thunk (thunk.py) is specific to a list of types and may be freed; whatever must outlive it, or is too long to repeat,
is here: converting odd arguments, keywords, dropping the callable, callbacks from machine code into Python, the slots
of the native type. Tables of type codes (`Type.code`) drive the conversions.

Exceptions that cross machine code. A callback may raise while machine code of an outer call is still running; the
outer call must then fail when it ends. One state per thread says where we are:

    OUTSIDE  0   Python is running
    INSIDE   1   machine code of a call is running
    PENDING  2   likewise, and a callback has raised: the exception is set, further callbacks return 0 at once

As long as the GIL is held all along, no other thread gets to see the state, so it is one word of memory (`state`), and
0 whenever Python runs. A call that releases the GIL, and every call under an unknown layout (which may have no GIL),
keeps the state in thread-specific storage instead.

References: System V ABI AMD64 3.2 (calling convention), PEP 590 (vectorcall), PEP 3118 and PEP 688 (buffers).
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from ..machine import link
from ..x86 import (
    Assembler,
    al,
    ax,
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
    r10,
    r10b,
    r11,
    r11d,
    r12,
    r12d,
    r13,
    r13d,
    r14,
    r14d,
    r15,
    r15d,
    r8,
    r8d,
    r9,
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
from . import convert
from .layout import DIGIT_BITS, Layout, layout
from .signature import TYPES, Type

if TYPE_CHECKING:
    from collections.abc import Callable

OUTSIDE, INSIDE, PENDING = 0, 1, 2

# What a callable looks like: the object's header, then these (nativetype.py declares them to CPython).
VECTORCALL = object.__basicsize__
ADDRESS = VECTORCALL + 8
HELD = VECTORCALL + 16
BASIC_SIZE = VECTORCALL + 24

BUFFER_SIZE = 80
"""sizeof(Py_buffer), fixed by the stable ABI; the first word is the address, the second the object that owns it."""

# Where a call's buffers are: a count (8 bytes), then as many Py_buffer.
VIEWS_COUNT, VIEWS_FIRST = 0, 8

_BUF_SIMPLE, _BUF_WRITABLE = 0, 1


class Runtime:
    """The linked code. `address[name]` is where each routine is; `tls_key` the thread-specific state's key."""

    __slots__ = ("_image", "_keep", "address", "layout", "tls_key")

    def __init__(self, layout: Layout | None) -> None:
        import ctypes

        key = ctypes.c_uint32()
        if ctypes.CDLL(None).pthread_key_create(ctypes.byref(key), None) != 0:
            raise MemoryError("no thread-specific storage is left (pthread_key_create)")
        self.layout = layout
        self.tls_key = key.value
        a = Assembler()
        writer = _Writer(a, layout, self.tls_key)
        writer.write()
        self._image = link(a.code())
        self.address = {name: self._image.symbols[name] for name in writer.exported}
        self._keep = (self._image, writer.kept)
        # Calls may happen to the very end of the process, when modules have been torn down: these stay.
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(self._keep))

    def extern(self, a: Assembler, name: str) -> Any:
        """The routine `name` as an external symbol of `a`."""
        return a.extern(name, self.address[name])


@functools.lru_cache(maxsize=None)
def runtime() -> Runtime:
    """The process's one runtime, made at the first use."""
    return Runtime(layout())


class _Writer:
    """Writes the routines into an assembler. Each method is one routine, with its C signature in the docstring."""

    def __init__(self, a: Assembler, layout: Layout | None, tls_key: int) -> None:
        self.a = a
        self.layout = layout
        self.tls_key = tls_key
        self.exported: list[str] = []
        self.kept: list[object] = []
        self.labels: dict[str, Any] = {}

    def write(self) -> None:
        a = self.a
        for routine in (
            self.drop, self.slow, self.convert, self.convert_one, self.report, self.raise_object, self.release,
            self.release_quietly, self.enter, self.leave, self.callback, self.to_python,
            self.traverse, self.clear, self.dealloc,
        ):  # fmt: skip
            self.routine(routine.__name__, routine)
        if self.layout is not None:
            self.routine("unpack_signed", lambda: self.unpack(signed=True))
            self.routine("unpack_unsigned", lambda: self.unpack(signed=False))
        a.section("rodata")
        a.align(16)
        a.bind(self.label("ranges"))
        for type in TYPES.values():
            low, high = (type.minimum, type.maximum) if type.kind != "none" else (0, 0)
            a.u64(low & (1 << 64) - 1, min(high, (1 << 63) - 1))
        a.section("data")
        a.align(64)
        a.bind(self.label("state"))
        a.u64(OUTSIDE)
        self.exported.append("state")

    def label(self, name: str) -> Any:
        """The label of a routine or table, which may be bound later."""
        found = self.labels.get(name)
        if found is None:
            found = self.labels[name] = self.a.label(name)
        return found

    def routine(self, name: str, write: Callable[[], None]) -> None:
        self.a.align(16)
        self.a.bind(self.label(name))
        write()
        self.exported.append(name)

    # Small sequences.

    def c(self, name: str) -> Any:
        return self.a.extern(name)

    def object(self, value: object) -> Any:
        """The address of a Python object that is never freed."""
        self.kept.append(value)
        return self.a.extern(f"object {getattr(value, '__name__', value)}", id(value))

    def text(self, text: str) -> Any:
        return self.a.constant(text.encode() + b"\0", align=1)

    def call(self, name: str, *, variadic: bool = False) -> None:
        if variadic:
            self.a.xor(eax, eax)  # the count of vector registers used
        self.a.call(self.c(name))

    def push(self, *registers: Any, local: int = 0) -> int:
        """Saves registers and makes at least `local` bytes of room, aligned for calls. Returns the room's true size."""
        for register in registers:
            self.a.push(register)
        room = local + (8 - 8 * len(registers) - local) % 16  # the return address takes 8
        if room:
            self.a.sub(rsp, room)
        return room

    def pop(self, *registers: Any, room: int) -> None:
        if room:
            self.a.add(rsp, room)
        for register in reversed(registers):
            self.a.pop(register)

    def incref_callable(self, register: Any) -> None:
        """Takes a reference to a callable of ours, which is never immortal. May clobber what a call clobbers."""
        if self.layout is not None:
            self.a.inc(qword[register + self.layout.refcount])
        else:
            self.a.mov(rdi, register)
            self.call("Py_IncRef")

    # The routines.

    def drop(self) -> None:
        """PyObject *drop(PyObject *callable, ..., result in rax): drops the reference, returns the result.

        Jumped to at the end of a thunk: the last reference may go, and the thunk's own code with it.
        """
        a = self.a
        if self.layout is not None:
            last = a.label()
            a.dec(qword[rdi + self.layout.refcount])
            a.je(last)
            a.ret()
            a.bind(last)
            a.push(rax)
            self.call("_Py_Dealloc")
        else:
            a.push(rax)
            self.call("Py_DecRef")
        a.pop(rax)
        a.ret()

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
        a.call(self.label("raise_object"))
        a.bind(failed)
        a.xor(eax, eax)
        a.bind(finish)
        a.mov(rdi, rbx)
        a.lea(rsp, ptr[rbp - 8 * len(saved)])
        for register in reversed(saved):
            a.pop(register)
        a.pop(rbp)
        a.jmp(self.label("drop"))

    def convert(self) -> None:
        """int convert(callable, PyObject **args, char *codes, int n, uint64 *slots, views): all arguments by the C API.

        Returns 1, or 0 with an exception set and all buffers released. `views` is NULL where no parameter is a pointer.
        """
        a = self.a
        saved = (rbx, rbp, r12, r13, r14, r15)
        loop, done, failed, finish = (a.label() for _ in range(4))
        room = self.push(*saved, local=8)
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        a.mov(r12, rdx)
        a.mov(dword[rsp], ecx)
        a.mov(r13, r8)
        a.mov(r14, r9)
        a.xor(r15d, r15d)
        a.bind(loop)
        a.cmp(r15d, dword[rsp])
        a.jae(done)
        a.mov(rdi, qword[rbp + 8 * r15])
        a.movzx(esi, byte[r12 + r15])
        a.lea(rdx, ptr[r13 + 8 * r15])
        a.mov(rcx, r14)
        a.call(self.label("convert_one"))
        a.test(eax, eax)
        a.jne(failed)
        a.inc(r15d)
        a.jmp(loop)
        a.bind(done)
        a.mov(eax, 1)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()

        a.bind(failed)
        a.mov(rdi, r14)
        a.call(self.label("release_quietly"))
        a.mov(rdi, self.object(convert.explain))
        a.mov(rsi, rbx)
        a.mov(edx, r15d)
        a.mov(rcx, qword[rbp + 8 * r15])
        a.call(self.label("report"))
        a.xor(eax, eax)
        a.jmp(finish)

    def convert_one(self) -> None:
        """int convert_one(PyObject *value, int code, uint64 *slot, views): one Python object to machine form.

        Returns 0; 1 where the value doesn't fit the type, with no exception set; 2 where an exception is set.
        """
        a = self.a
        saved = (rbx, rbp, r12, r13, r14)
        good, misfit, raised, finish, have, store = (a.label() for _ in range(6))
        signed, unsigned, boolean, single, double, pointer = (a.label() for _ in range(6))
        room = self.push(*saved)
        a.mov(rbx, rdi)
        a.mov(ebp, esi)
        a.mov(r12, rdx)
        a.mov(r13, rcx)
        for last, target in (
            ("None", misfit), ("uint32", signed), ("uint64", unsigned), ("bool", boolean), ("float32", single),
            ("float64", double),
        ):  # fmt: skip
            a.cmp(ebp, TYPES[last].code)
            a.jbe(target)

        a.bind(pointer)  # an int, or what has __index__ and isn't an array; then a buffer; then our own callables
        buffer, other = a.label(), a.label()
        a.mov(rdi, rbx)
        self.call("PyIndex_Check")
        a.test(eax, eax)
        a.je(buffer)
        a.mov(rdi, rbx)
        self.call("PySequence_Check")
        a.test(eax, eax)
        a.je(unsigned)
        a.bind(buffer)
        a.mov(rdi, rbx)
        self.call("PyObject_CheckBuffer")
        a.test(eax, eax)
        a.je(other)
        a.test(r13, r13)
        a.je(misfit)  # nobody would keep the buffer
        a.imul(rax, qword[r13 + VIEWS_COUNT], BUFFER_SIZE)
        a.lea(r14, ptr[r13 + rax + VIEWS_FIRST])
        a.xor(edx, edx)
        plain = a.label()
        a.cmp(ebp, TYPES["pointer[mut]"].code)
        a.jne(plain)
        a.mov(edx, _BUF_WRITABLE)
        a.bind(plain)
        a.mov(rdi, rbx)
        a.mov(rsi, r14)
        self.call("PyObject_GetBuffer")
        a.test(eax, eax)
        a.jne(raised)
        a.inc(qword[r13 + VIEWS_COUNT])
        a.mov(rax, qword[r14])
        a.mov(qword[r12], rax)
        a.jmp(good)
        a.bind(other)
        a.mov(rdi, self.object(convert.as_address))
        self.ask(rbx, raised)
        a.mov(rcx, self.object(None))
        a.cmp(rax, rcx)
        a.jne(have)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        a.jmp(misfit)

        a.bind(unsigned)
        a.mov(rdi, rbx)
        self.call("PyNumber_Index")
        a.test(rax, rax)
        a.je(raised)
        a.bind(have)
        a.mov(r14, rax)
        a.mov(rdi, rax)
        self.call("PyLong_AsUnsignedLongLong")
        a.mov(qword[r12], rax)
        a.mov(rdi, r14)
        self.call("Py_DecRef")
        a.cmp(qword[r12], -1)
        a.jne(good)
        self.call("PyErr_Occurred")
        a.test(rax, rax)
        a.je(good)
        self.call("PyErr_Clear")
        a.jmp(misfit)

        a.bind(signed)
        a.mov(rdi, rbx)
        self.call("PyNumber_Index")
        a.test(rax, rax)
        a.je(raised)
        a.mov(r14, rax)
        a.mov(rdi, rax)
        a.mov(rsi, r12)  # the overflow flag, an int, goes where the value will go
        self.call("PyLong_AsLongLongAndOverflow")
        a.mov(r13d, dword[r12])
        a.mov(qword[r12], rax)
        a.mov(rdi, r14)
        self.call("Py_DecRef")
        a.test(r13d, r13d)
        a.jne(misfit)
        a.mov(rax, qword[r12])
        a.lea(rcx, ptr[rip + self.label("ranges")])
        a.shl(rbp, 4)
        a.cmp(rax, qword[rcx + rbp])
        a.jl(misfit)
        a.cmp(rax, qword[rcx + rbp + 8])
        a.jle(good)
        a.jmp(misfit)

        a.bind(boolean)
        self.match_bool(rbx, store)
        a.mov(rdi, self.object(convert.as_bool))
        self.ask(rbx, raised)
        a.mov(r14, rax)
        a.mov(rdi, rax)
        self.call("Py_DecRef")  # one of None, False, True: it lives on
        self.match_bool(r14, store)
        a.jmp(misfit)
        a.bind(store)
        a.mov(qword[r12], rcx)
        a.jmp(good)

        a.bind(double)
        self.as_double(raised)
        a.jmp(good)

        a.bind(single)
        self.as_double(raised)
        a.cvtsd2ss(xmm0, qword[r12])
        a.mov(rax, qword[r12])
        a.movd(ecx, xmm0)
        a.mov(qword[r12], rcx)
        a.and_(ecx, 0x7FFFFFFF)
        a.cmp(ecx, 0x7F800000)
        a.jne(good)
        a.btr(rax, 63)  # infinite: right if it was before
        a.mov(rcx, 0x7FF0000000000000)
        a.cmp(rax, rcx)
        a.jne(misfit)

        a.bind(good)
        a.xor(eax, eax)
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()
        a.bind(misfit)
        a.mov(eax, 1)
        a.jmp(finish)
        a.bind(raised)
        a.mov(eax, 2)
        a.jmp(finish)

    def ask(self, value: Any, raised: Any) -> None:
        """Calls the Python function in rdi with `value`; the result is in rax. To `raised` when it raises."""
        a = self.a
        a.mov(rsi, value)
        a.xor(edx, edx)
        self.call("PyObject_CallFunctionObjArgs", variadic=True)
        a.test(rax, rax)
        a.je(raised)

    def match_bool(self, value: Any, found: Any) -> None:
        """To `found` with 1 or 0 in rcx where `value` is True or False."""
        a = self.a
        for singleton in (True, False):
            a.mov(rax, self.object(singleton))
            a.mov(ecx, int(singleton))
            a.cmp(value, rax)
            a.je(found)

    def as_double(self, raised: Any) -> None:
        """The float value of rbx into the slot at r12. To `raised` where it has none."""
        a = self.a
        fine = a.label()
        a.mov(rdi, rbx)
        self.call("PyFloat_AsDouble")
        a.movsd(qword[r12], xmm0)
        a.mov(rax, 0xBFF0000000000000)  # -1.0 may stand for an error
        a.cmp(qword[r12], rax)
        a.jne(fine)
        self.call("PyErr_Occurred")
        a.test(rax, rax)
        a.jne(raised)
        a.bind(fine)

    def report(self) -> None:
        """void report(PyObject *helper, PyObject *subject, int number, PyObject *value): sets the exception to raise.

        The helper gets the subject, number, value and the exception that is set, or None. It returns the exception to
        raise instead, or None to keep the one that was set. So no frame of Jitney's shows in the traceback.
        """
        a = self.a
        saved = (rbx, rbp, r12, r13)
        ask, replace, forget, finish = (a.label() for _ in range(4))
        room = self.push(*saved, local=24)  # type, value, traceback
        a.mov(rbx, rdi)
        a.mov(rbp, rsi)
        a.mov(r12d, edx)
        a.mov(r13, rcx)
        self.fetch("PyErr_Fetch")
        a.cmp(qword[rsp], 0)
        a.je(ask)
        self.fetch("PyErr_NormalizeException")
        a.mov(rsi, qword[rsp + 16])
        a.test(rsi, rsi)
        a.je(ask)
        a.mov(rdi, qword[rsp + 8])
        self.call("PyException_SetTraceback")
        a.bind(ask)
        a.mov(rdi, rbx)
        a.lea(rsi, ptr[rip + self.text("OiOO")])
        a.mov(rdx, rbp)
        a.mov(ecx, r12d)
        a.mov(r8, r13)
        a.mov(r9, qword[rsp + 8])
        a.mov(rax, self.object(None))
        a.test(r9, r9)
        a.cmove(r9, rax)
        self.call("PyObject_CallFunction", variadic=True)
        a.test(rax, rax)
        a.je(forget)
        a.mov(rcx, self.object(None))
        a.cmp(rax, rcx)
        a.jne(replace)
        a.mov(rdi, rax)
        self.call("Py_DecRef")
        self.restore()
        a.jmp(finish)
        a.bind(replace)
        a.mov(rdi, rax)
        a.call(self.label("raise_object"))
        a.bind(forget)
        for offset in (0, 8, 16):
            a.mov(rdi, qword[rsp + offset])
            self.call("Py_DecRef")
        a.bind(finish)
        self.pop(*saved, room=room)
        a.ret()

    def fetch(self, function: str) -> None:
        """PyErr_Fetch or PyErr_NormalizeException on the three words at rsp."""
        a = self.a
        if function == "PyErr_Fetch":
            for offset in (0, 8, 16):
                a.mov(qword[rsp + offset], 0)
        a.mov(rdi, rsp)
        a.lea(rsi, ptr[rsp + 8])
        a.lea(rdx, ptr[rsp + 16])
        self.call(function)

    def restore(self) -> None:
        """PyErr_Restore from the three words at rsp."""
        a = self.a
        a.mov(rdi, qword[rsp])
        a.mov(rsi, qword[rsp + 8])
        a.mov(rdx, qword[rsp + 16])
        self.call("PyErr_Restore")

    def raise_object(self) -> None:
        """void raise_object(PyObject *exception): sets it, and takes over the caller's reference."""
        a = self.a
        room = self.push(rbx, rbp)
        a.mov(rbx, rdi)
        self.call("PyObject_Type")
        a.mov(rbp, rax)
        a.mov(rdi, rax)
        a.mov(rsi, rbx)
        self.call("PyErr_SetObject")
        for register in (rbp, rbx):
            a.mov(rdi, register)
            self.call("Py_DecRef")
        self.pop(rbx, rbp, room=room)
        a.ret()

    def release(self) -> None:
        """void release(views): gives the buffers back. `views` may be NULL."""
        a = self.a
        loop, done, nothing = (a.label() for _ in range(3))
        a.test(rdi, rdi)
        a.je(nothing)
        room = self.push(rbx, rbp)
        a.mov(rbx, rdi)
        a.bind(loop)
        a.mov(rbp, qword[rbx + VIEWS_COUNT])
        a.dec(rbp)
        a.js(done)
        a.mov(qword[rbx + VIEWS_COUNT], rbp)
        a.imul(rbp, rbp, BUFFER_SIZE)
        a.lea(rdi, ptr[rbx + rbp + VIEWS_FIRST])
        self.call("PyBuffer_Release")
        a.jmp(loop)
        a.bind(done)
        self.pop(rbx, rbp, room=room)
        a.bind(nothing)
        a.ret()

    def release_quietly(self) -> None:
        """void release_quietly(views): as release, while an exception may be set. Releasing can run Python code."""
        a = self.a
        room = self.push(rbx, local=24)
        a.mov(rbx, rdi)
        self.fetch("PyErr_Fetch")
        a.mov(rdi, rbx)
        a.call(self.label("release"))
        self.restore()
        self.pop(rbx, room=room)
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
        self.a.mov(edi, self.tls_key)
        self.call("pthread_getspecific")

    def set_state(self) -> None:
        """The state in rsi becomes this thread's."""
        self.a.mov(edi, self.tls_key)
        self.call("pthread_setspecific")

    def callback(self) -> None:
        """callback(callable, uint64 *slots, char *codes, int n, int result code): machine code calls Python.

        Jumped to by an adapter (callback.py) that has made a frame (rbp) and stored its arguments in the slots. It
        doesn't return there, since the adapter may be gone by then, but to the adapter's caller, with the result in
        both rax and xmm0: zero where Python raised.
        """
        a = self.a
        saved = (rbx, r12, r13, r14, r15)
        gil, tls, before, result, made, room = 0, 8, 16, 24, 32, 56
        loop, ready, call, called, drop_loop, dropped = (a.label() for _ in range(6))
        error, unraisable, done, misfit, use_word, give_back, leave, run = (a.label() for _ in range(8))
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
            self.call("PyGILState_Check")
            a.test(eax, eax)
            a.jne(use_word)
        self.get_state()
        a.cmp(eax, PENDING)
        a.je(leave)
        a.mov(qword[rsp + before], rax)
        self.call("Py_IsInitialized")
        a.test(eax, eax)
        a.je(leave)
        self.call("PyGILState_Ensure")
        a.mov(dword[rsp + gil], eax)
        a.mov(dword[rsp + tls], 1)
        a.xor(esi, esi)
        self.set_state()
        if self.layout is not None:
            a.jmp(run)
            a.bind(use_word)
            a.mov(eax, dword[rip + self.label("state")])
            a.cmp(eax, PENDING)
            a.je(leave)
            a.mov(qword[rsp + before], rax)
            a.mov(dword[rsp + tls], 0)
            a.mov(dword[rip + self.label("state")], OUTSIDE)

        a.bind(run)
        a.mov(rdi, rbx)
        self.call("Py_IncRef")
        a.mov(dword[rsp + made], 0)
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
        a.bind(error)
        a.mov(qword[rsp + result], 0)
        a.cmp(dword[rsp + before], INSIDE)
        a.jne(unraisable)
        a.mov(dword[rsp + before], PENDING)
        a.jmp(done)
        a.bind(unraisable)
        a.mov(rdi, rbx)
        self.call("PyErr_WriteUnraisable")

        a.bind(done)
        a.mov(rdi, rbx)
        self.call("Py_DecRef")
        if self.layout is not None:
            a.cmp(dword[rsp + tls], 0)
            a.jne(give_back)
            a.mov(eax, dword[rsp + before])
            a.mov(dword[rip + self.label("state")], eax)
            a.jmp(leave)
        a.bind(give_back)
        a.mov(esi, dword[rsp + before])
        self.set_state()
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

    def to_python(self) -> None:
        """PyObject *to_python(uint64 raw, int code): the low bits of `raw`, as the type says, as a Python object."""
        a = self.a
        targets = {type: a.label() for type in TYPES.values() if type.kind != "none"}
        finish = a.label()
        a.sub(rsp, 8)
        a.mov(rax, rdi)
        a.movq(xmm0, rdi)
        for type, target in targets.items():
            a.cmp(esi, type.code)
            a.je(target)
        a.ud2()
        for type, target in targets.items():
            a.bind(target)
            box(a, self.layout, type)
            a.jmp(finish)
        a.bind(finish)
        a.add(rsp, 8)
        a.ret()

    def unpack(self, signed: bool) -> None:
        """The value of an exact int at rax, into rax; carry set where it has not that many bits.

        Clobbers only r10 and r11, so that arguments that are already in their registers stay.
        """
        a, layout = self.a, self.layout
        assert layout is not None
        have, two, negative, fail = (a.label() for _ in range(4))
        a.push(rdx)
        a.mov(r10, qword[rax + layout.long_size])
        a.mov(r11, r10)
        if layout.tagged:
            a.shr(r11, 3)
        else:
            a.neg(r11)
            a.cmovs(r11, r10)
        a.cmp(r11, 3)
        a.ja(fail)
        a.mov(edx, dword[rax + layout.digits])
        a.cmp(r11, 2)
        a.jb(have)
        a.je(two)
        a.mov(r11d, dword[rax + layout.digits + 8])
        a.test(r11d, -1 << 64 - 2 * DIGIT_BITS & 0xFFFFFFFF)
        a.jne(fail)
        a.shl(r11, 2 * DIGIT_BITS)
        a.or_(rdx, r11)
        a.bind(two)
        a.mov(r11d, dword[rax + layout.digits + 4])
        a.shl(r11, DIGIT_BITS)
        a.or_(rdx, r11)
        a.bind(have)
        a.test(r10b, 2) if layout.tagged else a.test(r10, r10)
        (a.jne if layout.tagged else a.js)(fail if not signed else negative)
        if signed:
            a.test(rdx, rdx)
            a.js(fail)
        a.mov(rax, rdx)
        a.pop(rdx)
        a.clc()
        a.ret()
        if signed:
            a.bind(negative)
            a.neg(rdx)
            a.jns(fail)
            a.mov(rax, rdx)
            a.pop(rdx)
            a.clc()
            a.ret()
        a.bind(fail)
        a.pop(rdx)
        a.stc()
        a.ret()

    # Slots of the native type. The type itself lives for ever, so traverse need not visit it.

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

    def dealloc(self) -> None:
        """void dealloc(PyObject *self)"""
        a = self.a
        room = self.push(rbx, rbp)
        a.mov(rbx, rdi)
        self.call("PyObject_GC_UnTrack")
        a.mov(rdi, rbx)
        a.call(self.label("clear"))
        a.mov(rdi, rbx)
        self.call("PyObject_Type")
        a.mov(rbp, rax)
        a.mov(rdi, rbx)
        self.call("PyObject_GC_Del")
        for _ in range(2):  # the reference just taken, and the instance's own
            a.mov(rdi, rbp)
            self.call("Py_DecRef")
        self.pop(rbx, rbp, room=room)
        a.ret()


def box(a: Assembler, layout: Layout | None, type: Type) -> None:
    """Writes: the Python object of a C result of that type (in rax or xmm0), into rax; NULL with an exception set."""
    if type.kind == "float":
        if type.size == 4:
            a.cvtss2sd(xmm0, xmm0)
        a.call(a.extern("PyFloat_FromDouble"))
    elif type.kind in ("bool", "none"):
        if type.kind == "bool":
            a.test(al, al)
            a.mov(rax, a.extern("object True", id(True)))
            a.mov(rcx, a.extern("object False", id(False)))
            a.cmove(rax, rcx)
        else:
            a.mov(rax, a.extern("object None", id(None)))
        if layout is None:
            a.push(rax)
            a.sub(rsp, 8)
            a.mov(rdi, rax)
            a.call(a.extern("Py_IncRef"))
            a.add(rsp, 8)
            a.pop(rax)
        elif not layout.immortal:
            a.inc(qword[rax + layout.refcount])
    else:
        signed = type.kind == "signed"
        if type.size == 8:
            a.mov(rdi, rax)
        elif type.size == 4:
            a.movsxd(rdi, eax) if signed else a.mov(edi, eax)
        else:
            part = al if type.size == 1 else ax
            a.movsx(rdi, part) if signed else a.movzx(edi, part)
        a.call(a.extern("PyLong_FromLongLong" if signed else "PyLong_FromUnsignedLongLong"))
