"""Routines between Python objects and machine values, by the C API, and the buffers that pointers lead to.

Tables of type codes (`Type.code`) say what is wanted. Values travel in slots of 8 bytes, as registers hold them.

References: PEP 3118 and PEP 688 (buffers), Include/cpython/longintrepr.h (the digits of ints).
"""

from __future__ import annotations

from ..machine.signature import TYPES
from ..x86 import (
    byte,
    dword,
    eax,
    ebp,
    ecx,
    edx,
    esi,
    ptr,
    qword,
    r8,
    r9,
    r12,
    r12d,
    r13,
    r13d,
    r14,
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
from . import convert
from .common import BUFFER_SIZE, VIEWS_COUNT, VIEWS_FIRST
from .numbers import box
from .writer import PermanentWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_BUF_WRITABLE = 1


class Conversions(PermanentWriter):
    """Writes the conversions."""

    def convert(self) -> None:
        """int convert(callable, PyObject **args, char *codes, int n, uint64 *slots, views): all arguments by the C API.

        Returns 1, or 0 with an exception set. Either way the buffers counted in `views` are held; `views` is NULL where
        no parameter is a pointer.
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
        a.mov(rdi, self.object(convert.explain))
        a.mov(rsi, rbx)
        a.mov(edx, r15d)
        a.mov(rcx, qword[rbp + 8 * r15])
        a.call(self.label("report"))
        a.xor(eax, eax)
        a.jmp(finish)

    def convert_one(self) -> None:
        """int convert_one(PyObject *value, int code, uint64 *slot, views): one Python object to machine form.

        Returns 0; 1 where the value doesn't fit the type, with no exception set; 2 where an exception is set, which is
        OverflowError for an int that is out of range for uint64 or a pointer.
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
        a.jmp(raised)

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
        a.call(a.extern("raise_object"))
        a.bind(forget)
        for offset in (0, 8, 16):
            a.mov(rdi, qword[rsp + offset])
            self.call("Py_DecRef")
        a.bind(finish)
        self.pop(*saved, room=room)
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
            box(a, self.layout, type, permanent=True)
            a.jmp(finish)
        a.bind(finish)
        a.add(rsp, 8)
        a.ret()
