"""Unboxing: the part of an entry (entry.py) that checks arguments and takes them apart into registers and stack words.

Nothing here calls the C API but the export of buffers, which therefore comes before anything is in its place. Where
an argument is of another kind, the code goes to `mismatch`.
"""

from __future__ import annotations

from ..x86 import (
    byte,
    dword,
    eax,
    edx,
    ptr,
    qword,
    r10,
    r10d,
    r11,
    r11d,
    rax,
    rbp,
    rbx,
    rdi,
    rsi,
    rsp,
    word,
)
from ..x86.operands import REGISTERS
from .common import BUFFER_SIZE, VIEWS_COUNT, VIEWS_FIRST
from .invoke import places
from .jitroutines import ARGUMENT_REGISTERS, FLOAT_ARGUMENTS
from .kinds import ALIGNED, C_CONTIGUOUS, WRITEABLE, Kind
from .numbers import compact
from .numpylayout import DATA, DESCR, FLAGS, NDIM, SCALAR_VALUE, SHAPE, STRIDES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..x86 import Assembler
    from .layout import Layout

# Py_buffer (Include/pybuffer.h)
_VIEW_DATA, _VIEW_LENGTH, _VIEW_ITEM_SIZE, _VIEW_READ_ONLY, _VIEW_NDIM, _VIEW_FORMAT = 0, 16, 24, 32, 36, 40
_BUF_FORMAT, _BUF_ND = 4, 8

_REGISTERS = frozenset(REGISTERS[name] for name in ARGUMENT_REGISTERS)
_FLOAT_REGISTERS = frozenset(REGISTERS[name] for name in FLOAT_ARGUMENTS)
_MEMORY = {1: byte, 2: word, 4: dword, 8: qword}


class Unboxing:
    """Writes it for `parameters`. The addresses of the arguments are at rbp, the callable is in rbx.

    `places` has a register or word of memory for each word, as compiled code expects them. `buffers` are the kinds that
    need exporting, with the paths to them; from offset `views` of the frame on is the room for them, as `release` wants
    it (conversions.py). `later` collects what stands out of line.
    """

    def __init__(
        self,
        a: Assembler,
        layout: Layout,
        parameters: Sequence[Kind],
        extern: Callable[[str], Any],
        later: list[Callable[[], None]],
    ) -> None:
        self.a = a
        self.layout = layout
        self.parameters = parameters
        self.extern = extern
        self.later = later
        self.mismatch = a.label()
        self.views = 0
        numbers = places("".join(kind.words for kind in parameters))
        self.places = [
            REGISTERS[ARGUMENT_REGISTERS[place]] if place >= 0 else qword[rsp + 8 * (-1 - place)] for place in numbers
        ]
        self.stacked = sum(place < 0 for place in numbers)
        """How many words go on the stack."""
        self.buffers = [
            (kind, path)
            for index, top in enumerate(parameters)
            for kind, path in self.leaves(top, (8 * index,))
            if kind.name == "buffer"
        ]

    @property
    def views_size(self) -> int:
        return VIEWS_FIRST + len(self.buffers) * BUFFER_SIZE if self.buffers else 0

    def leaves(self, kind: Kind, path: tuple[int, ...]) -> list[tuple[Kind, tuple[int, ...]]]:
        """The kinds that aren't tuples, with their paths, in order."""
        if kind.name != "tuple":
            return [(kind, path)]
        return [leaf for item, inner in self.items(kind, path) for leaf in self.leaves(item, inner)]

    def items(self, kind: Kind, path: tuple[int, ...]) -> list[tuple[Kind, tuple[int, ...]]]:
        start = self.layout.tuple_items
        return [(item, (*path, start + 8 * index)) for index, item in enumerate(kind.items)]

    # An object comes in rax; r10 and r11 are free.

    def load(self, path: tuple[int, ...], register: Any = rax) -> None:
        """The object at the end of a path: offsets from the arguments, then from object to object."""
        base = rbp
        for offset in path:
            self.a.mov(register, qword[base + offset])
            base = register

    def check_type(self, wanted: type) -> None:
        a = self.a
        a.mov(r11, id(wanted))
        a.cmp(qword[rax + self.layout.type], r11)
        a.jne(self.mismatch)

    def export_buffers(self) -> None:
        """Has the buffers exported, after a look at their types. From here on there is something to give back."""
        a = self.a
        for index, top in enumerate(self.parameters):
            self.check_containers(top, (8 * index,))
        self.mismatch = a.label()
        failed = a.label()
        a.inc(qword[rbx + self.layout.refcount])
        a.mov(qword[rsp + self.views + VIEWS_COUNT], 0)
        for number, (kind, path) in enumerate(self.buffers):
            size, writable = kind.detail
            view = rsp + self.view(number)
            self.load(path, rdi)
            a.lea(rsi, ptr[view])
            a.mov(edx, _BUF_FORMAT | _BUF_ND)
            a.call(a.extern("PyObject_GetBuffer"))
            a.test(eax, eax)
            a.jne(failed)
            a.inc(qword[rsp + self.views + VIEWS_COUNT])
            a.cmp(dword[view + _VIEW_NDIM], 1)
            a.jne(self.mismatch)
            a.cmp(qword[view + _VIEW_ITEM_SIZE], size)
            a.jne(self.mismatch)
            a.cmp(dword[view + _VIEW_READ_ONLY], 0)
            (a.jne if writable else a.je)(self.mismatch)
            a.mov(r10, qword[view + _VIEW_FORMAT])
            a.test(r10, r10)
            a.je(self.mismatch)
            for place, character in enumerate(kind.objects[1]):  # up to the zero at its end
                a.cmp(byte[r10 + place], character)
                a.jne(self.mismatch)

        def clear() -> None:
            a.bind(failed)
            a.call(a.extern("PyErr_Clear"))
            a.jmp(self.mismatch)

        self.later.append(clear)

    def view(self, number: int) -> int:
        return self.views + VIEWS_FIRST + BUFFER_SIZE * number

    def check_containers(self, kind: Kind, path: tuple[int, ...]) -> None:
        """Checks as much of an argument as it takes to find its buffers."""
        if kind.name == "buffer":
            self.load(path)
            self.check_type(kind.objects[0])
        elif kind.name == "tuple" and any(leaf.name == "buffer" for leaf, _ in self.leaves(kind, path)):
            self.check_tuple(kind, path)
            for item, inner in self.items(kind, path):
                self.check_containers(item, inner)

    def check_tuple(self, kind: Kind, path: tuple[int, ...]) -> None:
        self.load(path)
        self.check_type(tuple)
        self.a.cmp(qword[rax + self.layout.size], len(kind.items))
        self.a.jne(self.mismatch)

    def unbox_all(self) -> None:
        self.free = iter(self.places)
        self.views_left = iter(range(len(self.buffers)))
        for index, kind in enumerate(self.parameters):
            self.unbox(kind, (8 * index,))

    def unbox(self, kind: Kind, path: tuple[int, ...]) -> None:
        if kind.name == "tuple":
            self.check_tuple(kind, path)
            for item, inner in self.items(kind, path):
                self.unbox(item, inner)
        else:
            self.load(path)
            getattr(self, f"unbox_{kind.name}")(kind)

    def put(self, source: Any, scratch: Any = r11) -> None:
        """A word from a register or from memory into the next place."""
        a = self.a
        place = next(self.free)
        if place in _REGISTERS or source in (rax, r10, r11):
            a.mov(place, source)
        else:
            a.mov(scratch, source)
            a.mov(place, scratch)

    def unbox_int(self, kind: Kind) -> None:
        a = self.a
        wide, done = a.label(), a.label()
        self.check_type(int)
        compact(a, self.layout, wide)
        a.bind(done)
        self.put(rax)

        def from_digits() -> None:
            a.bind(wide)
            a.call(self.extern("unpack_signed"))
            a.jnc(done)
            a.jmp(self.mismatch)

        self.later.append(from_digits)

    def unbox_uint(self, kind: Kind) -> None:
        a = self.a
        self.check_type(int)
        a.call(self.extern("unpack_unsigned"))
        a.jc(self.mismatch)
        a.test(rax, rax)
        a.jns(self.mismatch)
        self.put(rax)

    def unbox_float(self, kind: Kind) -> None:
        self.check_type(float)
        self.put_float(qword[rax + self.layout.float_value], 8)

    def put_float(self, source: Any, size: int) -> None:
        a = self.a
        place = next(self.free)
        if place in _REGISTERS:
            (a.movsd if size == 8 else a.movss)(place, source)
        else:
            a.mov(r11 if size == 8 else r11d, source)
            a.mov(place, r11)

    def unbox_truth(self, kind: Kind) -> None:
        a = self.a
        done = a.label()
        true, false = kind.objects
        a.mov(r10, rax)
        a.mov(r11, id(true))
        a.mov(eax, 1)
        a.cmp(r10, r11)
        a.je(done)
        a.mov(r11, id(false))
        a.xor(eax, eax)
        a.cmp(r10, r11)
        a.jne(self.mismatch)
        a.bind(done)
        self.put(rax)

    def unbox_constant(self, kind: Kind) -> None:
        a = self.a
        a.mov(r11, id(kind.objects[0]))
        a.cmp(rax, r11)
        a.jne(self.mismatch)

    def unbox_scalar(self, kind: Kind) -> None:
        a = self.a
        size, signed = kind.detail
        self.check_type(kind.objects[0])
        value = _MEMORY[size][rax + SCALAR_VALUE]
        if kind.words != "i":
            self.put_float(value, size)
            return
        if size == 8:
            a.mov(rax, value)
        elif size == 4:
            a.movsxd(rax, value) if signed else a.mov(eax, value)
        else:
            a.movsx(rax, value) if signed else a.movzx(eax, value)
        self.put(rax)

    def unbox_array(self, kind: Kind) -> None:
        a = self.a
        ndim, contiguous, writable = kind.detail
        ndarray, descr = kind.objects
        self.check_type(ndarray)
        a.mov(r11, id(descr))
        a.cmp(qword[rax + DESCR], r11)
        a.jne(self.mismatch)
        a.cmp(dword[rax + NDIM], ndim)
        a.jne(self.mismatch)
        demanded = ALIGNED | (C_CONTIGUOUS if contiguous else 0)
        a.mov(r10d, dword[rax + FLAGS])
        a.and_(r10d, demanded | WRITEABLE)
        a.cmp(r10d, demanded | (WRITEABLE if writable else 0))
        a.jne(self.mismatch)
        self.put(qword[rax + DATA])
        for offset in (SHAPE,) if contiguous else (SHAPE, STRIDES):
            if ndim:
                a.mov(r10, qword[rax + offset])
            for axis in range(ndim):
                self.put(qword[r10 + 8 * axis])
        self.put(rax)

    def unbox_bytes(self, kind: Kind) -> None:
        self.check_type(bytes)
        self.a.lea(r10, ptr[rax + self.layout.bytes_data])
        self.put(r10)
        self.put(qword[rax + self.layout.size])
        self.put(rax)

    def unbox_buffer(self, kind: Kind) -> None:
        a = self.a
        view = rsp + self.view(next(self.views_left))
        self.put(qword[view + _VIEW_DATA])
        a.mov(r10, qword[view + _VIEW_LENGTH])
        a.shr(r10, kind.detail[0].bit_length() - 1)
        self.put(r10)
        self.put(rax)

    def move_registers(self, offset: int, *, save: bool) -> None:
        """The registers with arguments to the frame, from `offset` on, or back."""
        a = self.a
        for number, register in enumerate(place for place in self.places if place in _REGISTERS):
            move = a.movsd if register in _FLOAT_REGISTERS else a.mov
            slot = qword[rsp + offset + 8 * number]
            move(slot, register) if save else move(register, slot)
