"""The permanent machine code that calls of every kind need: linked first, once, and never freed.

Runtime.py has what loaded functions and callbacks need beyond it, jitroutines.py and dispatchroutines.py what jitted
functions do.
"""

from __future__ import annotations

from ..errors import JitneyError
from ..x86 import Assembler, ptr, qword, rax, rbp, rbx, rdi, rsi
from .layout import Layout, layout
from .numbers import unpack
from .permanent import linked
from .writer import PermanentWriter, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

BUFFER_SIZE = 80
"""sizeof(Py_buffer), fixed by the stable ABI; the first word is the address."""

# Where a call's buffers are: a count (8 bytes), then as many Py_buffer.
VIEWS_COUNT, VIEWS_FIRST = 0, 8


class Common:
    """The linked code. `address[name]` is where each routine is."""

    __slots__ = ("address", "layout")

    def __init__(self, layout: Layout | None) -> None:
        self.layout = layout
        self.address = linked("common", write, layout, {})

    def extern(self, a: Assembler, name: str) -> Any:
        """The routine `name` as an external symbol of `a`."""
        return a.extern(name, self.address[name])


_made: dict[str, Common] = {}


def common() -> Common:
    """The process's one copy, made at the first use. Raises JitneyError in a sub-interpreter."""
    made = _made.get("common")
    if made is None:
        _check_interpreter()
        made = _made.setdefault("common", Common(layout()))
    return made


def _check_interpreter() -> None:
    """Raises JitneyError in a sub-interpreter: callbacks there would take the main interpreter's GIL and state."""
    try:
        import ctypes
    except ImportError as error:  # from 3.12 on most sub-interpreters refuse it
        raise JitneyError(f"machine code cannot be loaded without ctypes: {error}") from error
    get = ctypes.PYFUNCTYPE(ctypes.c_void_p)
    if get(("PyInterpreterState_Get", ctypes.pythonapi))() != get(("PyInterpreterState_Main", ctypes.pythonapi))():
        raise JitneyError("machine code can only be loaded in the main interpreter, not in a sub-interpreter")


def write(layout: Layout | None) -> Writer:
    """Assembles the routines."""
    writer = _Routines(Assembler(), layout)
    writer.write()
    return writer


class _Routines(PermanentWriter):
    def write(self) -> None:
        a, layout = self.a, self.layout
        for routine in (self.drop, self.release, self.release_quietly, self.raise_object):
            self.routine(routine.__name__, routine)
        if layout is not None:
            self.routine("unpack_signed", lambda: unpack(a, layout, signed=True))
            self.routine("unpack_unsigned", lambda: unpack(a, layout, signed=False))

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
