"""Boxing: the part of an entry (entry.py) that makes a Python object of what compiled code has returned."""

from __future__ import annotations

from ..machine import context
from ..machine.signature import TYPES
from ..x86 import (
    byte,
    cl,
    cx,
    dword,
    eax,
    ecx,
    edi,
    edx,
    esi,
    ptr,
    qword,
    r15,
    rax,
    rcx,
    rdi,
    rsi,
    rsp,
    word,
    xmm0,
)
from .numbers import box
from .numpylayout import SCALAR_VALUE, allocator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..x86 import Assembler
    from .kinds import Kind
    from .layout import Layout

_MEMORY = {1: byte, 2: word, 4: dword, 8: qword}
_PART = {1: cl, 2: cx, 4: ecx, 8: rcx}
_NUMBERS = {"int": TYPES["int64"], "uint": TYPES["uint64"], "float": TYPES["float64"]}
_FROM_REGISTER = frozenset((*_NUMBERS, "truth", "constant", "object", "owned"))
"""The kinds that are made of what is in a register; the others, of words in memory."""


class Boxing:
    """Writes it. The object comes out in rax, NULL with an exception set where making it failed."""

    def __init__(
        self, a: Assembler, layout: Layout, extern: Callable[[str], Any], later: list[Callable[[], None]]
    ) -> None:
        self.a = a
        self.layout = layout
        self.extern = extern
        self.later = later

    def result(self, kinds: Sequence[Kind]) -> None:
        a = self.a
        if len(kinds) == 1:
            kind = kinds[0]
            if kind.name in _FROM_REGISTER and len(kind.words) <= 1:
                self.box(kind, None)
                return
            for letters, register in (("ib", rax), ("fs", xmm0)):
                index = min((kind.words.find(letter) for letter in letters if letter in kind.words), default=None)
                if index is not None:
                    (a.movsd if register is xmm0 else a.mov)(self.word(index), register)
            self.box_words(kind, 0)
            return
        done = a.label()
        for tag, kind in enumerate(kinds):
            other = a.label()
            if tag < len(kinds) - 1:
                a.cmp(rax, tag)
                a.jne(other)
            self.box_words(kind, 1)
            if tag < len(kinds) - 1:
                a.jmp(done)
            a.bind(other)
        a.bind(done)

    def word(self, index: int) -> Any:
        return qword[r15 + context.WORDS + 8 * index]

    def box_words(self, kind: Kind, index: int) -> None:
        """The object of that kind, whose words begin at `index` in WORDS, into rax; NULL where that failed."""
        if kind.name != "tuple":
            self.box(kind, index)
            return
        a = self.a
        failed, done = a.label(), a.label()
        a.mov(edi, len(kind.items))
        a.call(a.extern("PyTuple_New"))
        a.test(rax, rax)
        a.je(done)
        a.push(rax)
        a.push(rax)
        for place, item in enumerate(kind.items):
            self.box_words(item, index)
            a.test(rax, rax)
            a.je(failed)
            a.mov(rcx, qword[rsp])
            a.mov(qword[rcx + self.layout.tuple_items + 8 * place], rax)
            index += len(item.words)
        a.pop(rax)
        a.pop(rcx)
        a.bind(done)

        def drop() -> None:
            a.bind(failed)
            a.pop(rdi)
            a.pop(rcx)
            a.call(a.extern("Py_DecRef"))
            a.xor(eax, eax)
            a.jmp(done)

        self.later.append(drop)

    def box(self, kind: Kind, index: int | None) -> None:
        """The object of that kind into rax. `index` is that of its words; None: in the first result register."""
        a = self.a
        if kind.name in _FROM_REGISTER and index is not None and kind.words:
            last = self.word(index + len(kind.words) - 1)
            a.movsd(xmm0, last) if kind.words == "f" else a.mov(rax, last)
        if kind.name in _NUMBERS:
            box(a, self.layout, _NUMBERS[kind.name])
        elif kind.name == "truth":
            true, false = kind.objects
            a.test(rax, rax)
            a.mov(rax, id(true))
            a.mov(rcx, id(false))
            a.cmove(rax, rcx)
            self.incref(immortal=true is True)
        elif kind.name == "constant":
            a.mov(rax, id(kind.objects[0]))
            self.incref(immortal=kind.objects[0] is None)
        elif kind.name == "object":
            self.incref()
        elif kind.name == "scalar":
            assert index is not None
            self.box_scalar(kind, index)
        elif kind.name == "built":
            a.mov(rdi, id(kind.objects[0]))
            a.lea(rsi, ptr[r15 + context.WORDS + 8 * (index or 0)])
            a.mov(edx, len(kind.words))
            a.call(self.extern("build"))

    def box_scalar(self, kind: Kind, index: int) -> None:
        a = self.a
        none = a.label()
        size = kind.detail[0]
        a.mov(rdi, id(kind.objects[0]))
        a.xor(esi, esi)
        a.call(a.extern(f"allocator of {kind.objects[0].__name__}", allocator(kind.objects[0])))
        a.test(rax, rax)
        a.je(none)
        a.mov(rcx, self.word(index))
        a.mov(_MEMORY[size][rax + SCALAR_VALUE], _PART[size])
        a.bind(none)

    def incref(self, immortal: bool = False) -> None:
        """One reference more to the object in rax. `immortal`: where there are such objects, it is one."""
        a = self.a
        if not self.layout.immortal:
            a.inc(qword[rax + self.layout.refcount])
        elif not immortal:
            uncounted = a.label()  # PEP 683: as Py_INCREF does it
            a.mov(ecx, dword[rax + self.layout.refcount])
            a.inc(ecx)
            a.je(uncounted)
            a.mov(dword[rax + self.layout.refcount], ecx)
            a.bind(uncounted)
