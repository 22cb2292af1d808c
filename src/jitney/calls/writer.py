"""Writing routines of machine code: labels, C functions and Python objects by name, frames, and exceptions to raise.

The routines themselves are in conversions.py and runtime.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..x86 import (
    Assembler,
    eax,
    ecx,
    edx,
    ptr,
    qword,
    r8,
    r9,
    r12,
    r12d,
    r13,
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

if TYPE_CHECKING:
    from collections.abc import Callable

    from .layout import Layout


class Writer:
    """Writes routines into an assembler. A method that is a routine has its C signature in the docstring."""

    def __init__(self, a: Assembler, layout: Layout | None, tls_key: int) -> None:
        self.a = a
        self.layout = layout
        self.tls_key = tls_key
        self.exported: list[str] = []
        self.kept: list[object] = []
        self.labels: dict[str, Any] = {}

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

    def dealloc(self) -> None:
        """void dealloc(PyObject *self), of a heap type whose routine `clear` lets go of what instances hold"""
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
