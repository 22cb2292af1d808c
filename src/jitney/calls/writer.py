"""Writing routines of machine code: labels, C functions and Python objects by name, frames, and exceptions to raise.

The routines themselves are in common.py, runtime.py, conversions.py, jitroutines.py and dispatchroutines.py.
"""

from __future__ import annotations

from ..x86 import (
    Assembler,
    eax,
    ptr,
    qword,
    rax,
    rbp,
    rbx,
    rdi,
    rdx,
    rsi,
    rsp,
)
from .permanent import object_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .layout import Layout


class Writer:
    """Writes routines into an assembler. A method that is a routine has its C signature in the docstring."""

    def __init__(self, a: Assembler, layout: Layout | None) -> None:
        self.a = a
        self.layout = layout
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
        return self.a.extern(object_name(value), id(value))

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


class PermanentWriter(Writer):
    """Writes routines that are kept assembled (permanent.py): addresses that differ between processes have names."""

    def object(self, value: object) -> Any:
        return self.a.extern(object_name(value))
