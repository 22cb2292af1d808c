"""Writes what the back end asks for besides the ops themselves: moves, frames, jumps, calls, exits.

Operands are registers, memory operands and numbers of the assembler.
"""

from __future__ import annotations

import struct

from ..machine import context
from . import abi
from .assembler import Assembler
from .conditions import EQUAL_FLOATS, INVERSE, UNEQUAL_FLOATS
from .frame import frame_of
from .operands import Address, Label, Mem, Reg, byte, dword, ptr, qword, rip, word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..machine import Code, Symbol

WORDS, WORDS32, WORDS16, WORDS8 = abi.WORDS, abi.WORDS32, abi.WORDS16, abi.WORDS8
CONTEXT = WORDS[abi.CONTEXT]
RSP = WORDS[abi.RSP]
RDI = WORDS[abi.RDI]
SCRATCH = WORDS[abi.WORD_SCRATCH]
FLOAT_SCRATCH = abi.LOCATIONS[abi.FLOAT_SCRATCH]
SIZES = {1: byte, 2: word, 4: dword, 8: qword}
_new = tuple.__new__


def fits32(number: int) -> bool:
    return -0x8000_0000 <= number <= 0x7FFF_FFFF


class Writer:
    """Writes the code of one function. `vex`: use the three-operand forms of AVX."""

    def __init__(self, vex: bool, externals: dict[str, int]) -> None:
        self.a = Assembler(follow=False)
        self.vex = vex
        self.externals = externals
        self.own = Label("")
        self.postponed: list[Callable[[], None]] = []  # writes code that stands off the path
        a = self.a
        self.copy_float = a.vmovaps if vex else a.movaps
        self.move_double = a.vmovsd if vex else a.movsd
        self.move_single = a.vmovss if vex else a.movss
        self.zero_float = self._vex_zero if vex else self._sse_zero

    # Operands.

    def stack(self, offset: int) -> Mem:
        """A slot of 8 bytes at an offset from the stack pointer."""
        return _new(Mem, (qword, _new(Address, (RSP, None, 1, offset, None)), None))

    def single(self, memory: Mem) -> Mem:
        """The first four of its bytes."""
        return _new(Mem, (dword, memory[1], None))

    def context(self, offset: int) -> Mem:
        return _new(Mem, (qword, _new(Address, (CONTEXT, None, 1, offset, None)), None))

    def memory(self, size: int, base: Reg | None, index: Reg | None, scale: int, displacement: int) -> Mem:
        return _new(Mem, (SIZES[size], _new(Address, (base, index, scale, displacement, None)), None))

    def float_constant(self, number: float, single: bool) -> Mem:
        """The memory that holds a constant."""
        if single:
            return dword[rip + self.a.constant(struct.pack("<f", number))]
        return qword[rip + self.a.constant(struct.pack("<d", number))]

    def vector_constant(self, pattern: int, single: bool) -> Mem:
        """16 bytes of memory that hold a bit pattern in every lane."""
        data = struct.pack("<I", pattern) * 4 if single else struct.pack("<Q", pattern) * 2
        return ptr[rip + self.a.constant(data, 16)]

    # Moves.

    def move(self, target: Reg | Mem, source: Reg | Mem | int) -> None:
        """A word, of which at most one is in memory. Leaves the flags alone."""
        if source.__class__ is int and target.__class__ is Reg:
            self.load_word(target, source)
        else:
            self.a.mov(target, source)

    def load_word(self, target: Any, number: int) -> None:
        """Leaves the flags alone."""
        if 0 <= number < 1 << 32:
            self.a.mov(WORDS32[target.number], number)
        else:
            self.a.mov(target, number)

    def clear_word(self, target: Any) -> None:
        """Zero, and other flags."""
        self.a.xor(WORDS32[target.number], WORDS32[target.number])

    def move_float(self, target: Reg | Mem, source: Reg | Mem) -> None:
        """A float of either width, of which at most one is in memory."""
        if target.__class__ is Mem:
            (self.move_single if target[0] is dword else self.move_double)(target, source)
        elif source.__class__ is Mem:
            (self.move_single if source[0] is dword else self.move_double)(target, source)
        else:
            self.copy_float(target, source)

    def load_float(self, target: Reg, number: float, single: bool) -> None:
        if number == 0 and struct.pack("<d", number)[7] == 0:
            self.zero_float(target)
        else:
            (self.move_single if single else self.move_double)(target, self.float_constant(number, single))

    def _vex_zero(self, target: Reg) -> None:
        self.a.vxorps(target, target, target)

    def _sse_zero(self, target: Reg) -> None:
        self.a.xorps(target, target)

    def load_address(self, target: Reg, memory: Mem) -> None:
        self.a.lea(target, memory)

    def scale_index(self, target: Reg, index: Reg, scale: int) -> None:
        """An index times a scale that addresses don't have."""
        self.a.imul(target, index, scale)

    def add(self, target: Reg, source: Reg) -> None:
        self.a.add(target, source)

    # Jumps.

    def jump(self, label: Symbol) -> None:
        self.a.jmp(label)

    def jump_if(self, condition: str, label: Symbol) -> None:
        a = self.a
        if condition == UNEQUAL_FLOATS:
            a.jp(label)
            a.jne(label)
        elif condition == EQUAL_FLOATS:
            skip = a.label()
            a.jp(skip)
            a.je(label)
            a.bind(skip)
        else:
            getattr(a, "j" + condition)(label)

    def jump_unless(self, condition: str, label: Symbol) -> None:
        self.jump_if(INVERSE[condition], label)

    def jump_left(self, label: Symbol) -> None:
        """Where the function or routine that was called has left by an exit, or failed."""
        self.a.jc(label)

    # Frames.

    def enter(self, saved: list[Reg], frame: int) -> None:
        frame_of(tuple(saved), frame).enter(self.a)

    def leave(self, saved: list[Reg], frame: int, exited: bool) -> None:
        """Back to the caller, with the carry flag set if by an exit."""
        a = self.a
        around = frame_of(tuple(saved), frame)
        around.leave(a)  # which adds to rsp, if there is something to add, and so clears the carry flag
        if exited:
            a.stc()
        elif not frame:
            a.clc()
        a.ret()
        around.resume(a)

    def check_stack(self, deeper: Symbol) -> None:
        """Jumps where the stack is used up to the limit of the context."""
        self.a.cmp(RSP, self.context(context.STACK_LIMIT))
        self.a.jb(deeper)

    # Calls.

    def call_routine(self, name: str) -> None:
        """One of the permanent routines."""
        self.a.call(self.a.extern(name, self.externals.get(name)))

    def call_function(self, symbol: str) -> None:
        """A compiled function."""
        self.a.call(self.own if symbol == self.own.name else self.a.extern(symbol, self.externals.get(symbol)))

    def call_c(self, address: int) -> None:
        self.load_word(WORDS[abi.RAX], address)
        self.a.call(WORDS[abi.RAX])

    def extend_bool(self, target: Any) -> None:
        """The bool that a C function has returned, in a whole register."""
        self.a.movzx(WORDS32[target.number], WORDS8[target.number])

    def set_argument(self, address: int) -> None:
        """A word as the only argument of a routine."""
        self.load_word(RDI, address)

    # What ops of their own do with the context.

    def poll(self, wanted: Symbol) -> None:
        """Jumps where Python wants something."""
        a = self.a
        a.mov(SCRATCH, self.context(context.POLL))
        a.cmp(dword[SCRATCH], 0)
        a.jne(wanted)

    def jump_unless_any(self, word: Reg | Mem, bits: int, label: Symbol) -> None:
        """Jumps where none of these bits of a word is set; they are among the lower 31."""
        self.a.test(self.single(word) if isinstance(word, Mem) else WORDS32[word.number], bits)
        self.a.je(label)

    def effect(self) -> None:
        self.a.mov(dword[CONTEXT + context.EFFECTS], 1)

    def exit_number(self, number: int) -> None:
        self.a.mov(dword[CONTEXT + context.EXIT], number)

    def set_trace(self, number: int) -> None:
        """The exit that `trace` is to add. No register but those that callees save holds anything any more."""
        self.a.mov(WORDS32[abi.RDX], number)

    def trace(self) -> None:
        """Adds an exit to the trace."""
        a = self.a
        rax, eax, ecx, edx = WORDS[abi.RAX], WORDS32[abi.RAX], WORDS32[abi.RCX], WORDS32[abi.RDX]
        full = a.label()
        a.mov(eax, dword[CONTEXT + context.TRACED])
        a.lea(ecx, ptr[rax + 1])
        a.mov(dword[CONTEXT + context.TRACED], ecx)
        a.cmp(eax, context.TRACE_COUNT)
        a.jae(full)
        a.mov(dword[CONTEXT + 4 * rax + context.TRACE], edx)
        a.bind(full)

    def store_widened(self, target: Any, source: Reg) -> None:
        """A float32 to 8 bytes of memory, the upper half cleared."""
        _, address, segment = target
        base, index, scale, displacement, symbol = address
        self.move_single(_new(Mem, (dword, address, segment)), source)
        above = _new(Address, (base, index, scale, displacement + 4, symbol))
        self.a.mov(_new(Mem, (dword, above, segment)), 0)

    # Places.

    def entry(self, name: str) -> None:
        """Where the function of that name begins."""
        self.own = Label(name)
        self.a.bind(self.own)

    def label(self) -> Symbol:
        return self.a.label()

    def bind(self, label: Symbol | str) -> None:
        self.a.bind(label)

    def align(self, boundary: int) -> None:
        self.a.align(boundary)

    def line(self, number: int) -> None:
        self.a.line(number)

    def write_postponed(self) -> None:
        for write in self.postponed:
            write()
        self.postponed.clear()

    def code(self) -> Code:
        return self.a.code()
