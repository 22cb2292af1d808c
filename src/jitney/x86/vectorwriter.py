"""Writes what the back end asks for in functions that have vectors.

Whole registers are moved, and their upper halves are cleared where other code takes over (`vzeroupper`: Intel
optimization manual, mixing AVX code with SSE).
"""

from __future__ import annotations

import struct

from ..machine.types import BOOL, F32, F64, SIZES, element_of, lanes_of
from .operands import REGISTERS, Address, Mem, Reg, byte, dword, ptr, qword, rip, word, xmmword, ymmword, zmmword
from .vectors import AVX2, AVX512, SSE2
from .writer import RSP, WORDS16, WORDS32, Writer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .vectorlowering import VectorLowering

XMM, YMM, ZMM = ([REGISTERS[f"{name}{number}"] for number in range(32)] for name in ("xmm", "ymm", "zmm"))
SIZED = {2: XMM, 4: XMM, 8: XMM, 16: XMM, 32: YMM, 64: ZMM}
MEMORY = {1: byte, 2: word, 4: dword, 8: qword, 16: xmmword, 32: ymmword, 64: zmmword}
_PACKED = {"q": "<q", "d": "<i", "w": "<h", "b": "<b"}
_new = tuple.__new__


class VectorWriter(Writer):
    """`level`, as in vectors.py; `wide`: bytes of the widest vector."""

    def __init__(self, target: VectorLowering, externals: dict[str, int]) -> None:
        super().__init__(target.vex, externals)
        self.target = target
        self.level = target.level
        self.wide = target.wide
        self.whole = SIZED[self.wide]
        a = self.a
        self._copy = a.vmovaps if self.level else a.movaps
        self._transfer = a.vmovups if self.level else a.movups

    def sized(self, x: Any, size: int) -> Any:
        """A register or place in memory, as wide as a vector of that many bytes."""
        if x.__class__ is Reg:
            return SIZED[size][x.number]
        return _new(Mem, (MEMORY[size], x[1], None))

    @staticmethod
    def width_of(register: Reg) -> int:
        return int(register.bits) // 8

    @staticmethod
    def low(register: Reg) -> Reg:
        """The lower half of a word's register."""
        return WORDS32[register.number]

    @staticmethod
    def half(register: Reg) -> Reg:
        """The lowest 16 bits of a word's register."""
        return WORDS16[register.number]

    # Moves.

    def load_whole(self, target: Any, source: Any) -> None:
        """A sized register from memory or from another."""
        if target is not source:
            (self._transfer if source.__class__ is Mem else self._copy)(target, source)

    def move_float(self, target: Any, source: Any) -> None:
        if target.__class__ is Reg and source.__class__ is Reg:
            if target.family == "k":
                self.a.kmovq(target, source)
            else:
                self._copy(self.whole[target.number], self.whole[source.number])
            return
        register, memory = (target, source) if target.__class__ is Reg else (source, target)
        if register.family == "k":
            self.a.kmovq(target, source)
        elif memory[0] is qword or memory[0] is dword:
            super().move_float(target, source)
        elif target is register:
            self._transfer(self.whole[register.number], memory)
        else:
            self._transfer(memory, self.whole[register.number])

    def move_mask(self, target: Reg, source: Reg) -> None:
        if target is not source:
            self.a.kmovq(target, source)

    def wide_stack(self, offset: int) -> Mem:
        return _new(Mem, (MEMORY[self.wide], _new(Address, (RSP, None, 1, offset, None)), None))

    # Constants.

    def data(self, data: bytes) -> Mem:
        """Memory that holds these bytes."""
        return self._constant(data, max(16, len(data)))

    def _constant(self, data: bytes, align: int) -> Mem:
        found: Mem = ptr[rip + self.a.constant(data, align)]
        return found

    def lanes(self, size: int, numbers: list[int]) -> Mem:
        """Memory that holds integers of that size."""
        mask = (1 << 8 * size) - 1
        return self.data(b"".join([(number & mask).to_bytes(size, "little") for number in numbers]))

    def every(self, size: int, number: int, width: int) -> Mem:
        """Memory that holds an integer in every lane."""
        width = max(width, 16)
        found: Mem = self.sized(self.lanes(size, [number] * (width // size)), width)
        return found

    def constant_vector(self, value: Any) -> Mem:
        """The memory that holds a vector whose lanes are known: of an operand, or without one their numbers."""
        return _new(Mem, (MEMORY[self.wide], self.data(self._bytes(value))[1], None))

    def _bytes(self, value: Any) -> bytes:
        element, lanes = element_of(value.type), lanes_of(value.type)
        if not value.args:
            data = b"".join([number.to_bytes(SIZES[element], "little") for number in range(lanes)])
        else:
            data = self.lane(element, value.args[0].attr)
            data *= lanes
        return data * max(1, self.wide // len(data))

    @staticmethod
    def lane(element: int, number: Any) -> bytes:
        if element in (F64, F32):
            return struct.pack("<d" if element == F64 else "<f", number)
        size = SIZES[element]
        return (int(number) & (1 << 8 * size) - 1).to_bytes(size, "little")

    def load_vector(self, target: Reg, value: Any) -> None:
        """A vector whose lanes are known, into a register."""
        a = self.a
        element = element_of(value.type)
        if element == BOOL:
            self._load_mask(target, value)
            return
        register = self.sized(target, max(16, self.target.bytes_of(value.type)))
        data = self._bytes(value)
        if not any(data):
            self.zero(target)
        elif value.args and data.count(255) == len(data):
            self.ones(register)
        elif value.args and self.level >= AVX2:
            size = SIZES[element]
            short = data[: max(4, size)]
            mnemonic = {1: "vpbroadcastb", 2: "vpbroadcastw", 4: "vbroadcastss", 8: "vbroadcastsd"}[size]
            if mnemonic == "vbroadcastsd" and register.family == "xmm":
                mnemonic = "vmovddup"
            getattr(a, mnemonic)(register, self.sized(self._constant(short, len(short)), size))
        else:
            self._transfer(register, self.sized(self.data(data), max(16, self.target.bytes_of(value.type))))

    def _load_mask(self, target: Reg, value: Any) -> None:
        truth = value.args[0].attr
        if self.level == AVX512:
            (self.a.kxnorq if truth else self.a.kxorq)(target, target, target)
        elif truth:
            self.ones(self.sized(target, self.target.bytes_of(value.type)))
        else:
            self.zero(target)

    def zero(self, target: Reg) -> None:
        """All of a vector's register."""
        register = XMM[target.number]
        if target.number > 15:
            self.a.vpxord(register, register, register)
        elif self.level:
            self.a.vpxor(register, register, register)
        else:
            self.a.pxor(register, register)

    def ones(self, register: Reg) -> None:
        """All bits of a sized register."""
        if self.level == AVX512:
            self.a.vpternlogd(register, register, register, 255)
        elif self.level == AVX2:
            self.a.vpcmpeqd(register, register, register)
        else:
            self.a.pcmpeqd(register, register)

    # Where other code takes over.

    def _clear_upper(self) -> None:
        if self.wide > 16 and self.level > SSE2:
            self.a.vzeroupper()

    def call_routine(self, name: str) -> None:
        if name not in ("pause", "deepen"):  # these keep all, and clear the upper halves themselves
            self._clear_upper()
        super().call_routine(name)

    def call_function(self, symbol: str) -> None:
        self._clear_upper()
        super().call_function(symbol)

    def call_c(self, address: int) -> None:
        self._clear_upper()
        super().call_c(address)

    def leave(self, saved: list[Reg], frame: int, exited: bool) -> None:
        self._clear_upper()
        super().leave(saved, frame, exited)
