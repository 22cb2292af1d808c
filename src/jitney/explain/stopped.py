"""A program that a signal has stopped: its registers, what lies at its addresses, and where it came from."""

from __future__ import annotations

import ctypes
import os
import struct
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..calls.start import CONTEXT_SIZE, SIGINFO_SIZE
from ..machine.sections import RODATA, TEXT
from ..x86.abi import NAMES
from ..x86.operands import Mem

if TYPE_CHECKING:
    from ..machine import Image
    from ..x86.text.program import Program
    from .process import Process, Region

# The order of greg_t in ucontext_t.
ORDER = "r8 r9 r10 r11 r12 r13 r14 r15 rdi rsi rbp rbx rdx rax rcx rsp rip flags segments error trap mask fault".split()
SHOWN = "rax rbx rcx rdx rsi rdi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15".split()
GREGS_AT, XMM_AT = 40, 160
FLAGS = {0: "CF", 2: "PF", 4: "AF", 6: "ZF", 7: "SF", 8: "TF", 10: "DF", 11: "OF"}
STACK_WORDS = 4096  # that are searched for return addresses
HALF = 1 << 47
RUNWAY = 4096
"""Bytes of breakpoints that are put behind a program, for execution that runs past its end."""


class Place(NamedTuple):
    """An instruction of the program: its address, record, line, and the label before it."""

    address: int
    length: int
    record: Any
    line: int
    label: str


class _Found(ctypes.Structure):
    """Dl_info"""

    _fields_ = (
        ("file", ctypes.c_char_p), ("base", ctypes.c_void_p), ("name", ctypes.c_char_p), ("address", ctypes.c_void_p)
    )  # fmt: skip


class Stopped:
    """What the handler of signals told (calls/start.py), beside the program as it is in memory."""

    def __init__(self, report: bytes, process: Process, program: Program, image: Image, way_back: int) -> None:
        self.signal, _, self.code = struct.unpack_from("<iii", report)
        (self.address,) = struct.unpack_from("<Q", report, 16)  # of siginfo_t: what a memory fault is about
        words = struct.unpack_from(f"<{len(ORDER)}Q", report, SIGINFO_SIZE + GREGS_AT)
        self.registers: dict[str, int] = dict(zip(ORDER, words, strict=True))
        state = SIGINFO_SIZE + CONTEXT_SIZE + XMM_AT
        self.vectors = [report[state + 16 * number : state + 16 * number + 16] for number in range(16)]
        self.process = process
        self.program = program
        self.image = image
        self.way_back = way_back

    @cached_property
    def places(self) -> list[Place]:
        """The instructions of the program, in order."""
        section = self.image.code.sections[TEXT]
        final = self.image.code.layout().sections[TEXT].final
        starts = [start for start, _ in section.lines]
        symbols = sorted(
            (symbol.offset, symbol.name)
            for symbol in self.image.code.symbols
            if symbol.section == TEXT and symbol.name[:2] != ".L"
        )
        offsets = [offset for offset, _ in symbols]
        found = []
        for offset, length, record in section.instructions:
            line = section.lines[at][1] if (at := bisect_right(starts, offset) - 1) >= 0 else 0
            label = symbols[at][1] if (at := bisect_right(offsets, offset) - 1) >= 0 else ""
            start = final(offset)
            found.append(Place(self.image.address + start, final(offset + length) - start, record, line, label))
        return found

    def place(self, address: int) -> Place | None:
        """The instruction that an address lies in."""
        at = bisect_right(self.places, address, key=lambda place: place.address) - 1
        if at < 0 or address >= self.places[at].address + self.places[at].length:
            return None
        return self.places[at]

    @property
    def ran_off(self) -> bool:
        """Whether execution has gone past the last instruction, to what is put there for that case."""
        start, size = self.image.sections[TEXT]
        begin = start + size
        if RODATA in self.image.sections:
            begin = max(begin, sum(self.image.sections[RODATA]))
        return begin <= self.registers["rip"] < begin + RUNWAY

    def place_of_call(self, address: int) -> Place | None:
        """The call that returns to an address."""
        place = self.place(address - 1)
        if place is None or place.record.mnemonic != "call" or place.address + place.length != address:
            return None
        return place

    @cached_property
    def callers(self) -> list[tuple[int, Place]]:
        """Calls whose return addresses are on the stack, with the addresses of these, the innermost first. Some may be
        over."""
        found = []
        for at, word in self.process.words(self.registers["rsp"], STACK_WORDS):
            if word == self.way_back:
                break
            if (place := self.place_of_call(word)) is not None:
                found.append((at, place))
        return found

    def effective_address(self, memory: Mem, place: Place) -> int:
        """The address that a memory operand has, without that of its segment."""
        base, index, scale, displacement, symbol = memory[1]
        total: int = displacement
        if base is not None and base.family == "rip":
            total += 0 if symbol is not None else place.address + place.length
        elif base is not None:
            total += self.value(base)
        if index is not None:
            total += self.value(index) * scale
        if symbol is not None and symbol.section is not None:
            total += self.image.address_of(symbol)
        bits = 32 if base is not None and base.bits == 32 else 64
        return total & ((1 << bits) - 1)

    def value(self, register: Any) -> int:
        """What a general register, or its low half, holds; 0 for others."""
        full = NAMES[register.number] if register.family in ("r64", "r32") else ""
        bits: int = register.bits
        return self.registers.get(full, 0) & ((1 << bits) - 1)

    # What lies at an address

    def section(self, address: int, beyond: int = 0) -> tuple[str, int] | None:
        """The section of the program that an address is in, or at most `beyond` bytes behind; and the offset."""
        for name, (start, size) in self.image.sections.items():
            if start <= address < start + size + beyond:
                return name, address - start
        return None

    def label(self, address: int) -> str:
        """A place in the program: `main+0x5 in .text`."""
        found = self.section(address)
        if found is None:
            return ""
        name, offset = found
        layout = self.image.code.layout()
        best = max(
            (
                (layout.offset(symbol), symbol.name)
                for symbol in self.image.code.symbols
                if symbol.section == name and symbol.name[:2] != ".L" and layout.offset(symbol) <= offset
            ),
            default=(0, ""),
        )
        if not best[1]:
            return f".{name}+{offset:#x}"
        return f"{best[1]}{f'+{offset - best[0]:#x}' if offset > best[0] else ''} in .{name}"

    def name(self, address: int) -> str:
        """What an address is of, in a few words; empty if nothing lies there."""
        if label := self.label(address):
            return label
        if address == self.way_back:
            return "back to jitney run"
        region = self.process.region(address)
        if region is None or region.rights == "---":
            return ""
        if "x" in region.rights and (function := self.function(address)):
            return function
        return region_name(region)

    @staticmethod
    def function(address: int) -> str:
        """The C function that an address is in, as far as libraries tell: `strlen in libc.so.6`."""
        found = _Found()
        search = ctypes.CDLL(None).dladdr
        search.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
        if not search(address, ctypes.addressof(found)) or not found.file:
            return ""
        library = os.path.basename(os.fsdecode(found.file))
        return f"{found.name.decode()} in {library}" if found.name else library

    @property
    def stack(self) -> Region | None:
        return next((region for region in self.process.regions if region.name == "[stack]"), None)


def region_name(region: Region) -> str:
    """`the stack`, `libc.so.6`, ..."""
    known = {"[stack]": "the stack", "[heap]": "the heap", "": "anonymous memory", "[vdso]": "the kernel's vdso"}
    return known.get(region.name, os.path.basename(region.name))


def is_canonical(address: int) -> bool:
    """Whether the bits 48 to 63 of an address are all as bit 47 is."""
    return address < HALF or address >= (1 << 64) - HALF
