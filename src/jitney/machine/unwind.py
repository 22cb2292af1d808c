"""Unwinding: how debuggers, C++ exceptions and `backtrace()` get from a frame of generated code to its caller.

What they need to know is a table (DWARF 5, section 6.4.1): from which offset on in the code, where is the caller's
frame, and where in memory are the registers that it wants to have back? A `Rule` is a row of that table. The address of
a frame is its CFA, the *canonical frame address*: what the stack pointer was before the call. Here the table takes the
form in which ELF files have it, `.eh_frame` (Linux Standard Base Core 5.0, section 10.6). The unwinder of the GNU
compilers, which every process with C++ in it has, is told where it lies.

Registers have the numbers that DWARF gives them. Nothing here knows a processor: that is told by `Target.entry`.
"""

from __future__ import annotations

import os
from functools import lru_cache

from ..records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .code import Code

# DWARF 5, section 7.24; three of them have an operand in their low six bits.
ADVANCE, OFFSET, RESTORE = 0x40, 0x80, 0xC0
ADVANCE1, ADVANCE2, ADVANCE4 = 0x02, 0x03, 0x04
DEF_CFA, DEF_CFA_REGISTER, DEF_CFA_OFFSET = 0x0C, 0x0D, 0x0E

ADVANCES = [b"", *(bytes((ADVANCE | delta,)) for delta in range(1, 64))]

PC_RELATIVE_32 = 0x1B  # DW_EH_PE_pcrel | DW_EH_PE_sdata4 (LSB, section 10.5.1)
WORD = 8
"""What offsets of saved registers are multiples of."""
LIBRARY = "libgcc_s.so.1"
MOST_TABLES = 4096
"""What is linked while so many tables are known gets none. Before libgcc 13, which has a B-tree, they are in a list,
and the first exception in a process sorts it, in a time that grows with the square of their number."""


class Rule(NamedTuple):
    """Where the caller's frame is: the CFA is `register` + `offset`; `saved` has (register, place from the CFA on)."""

    register: int
    offset: int
    saved: tuple[tuple[int, int], ...] = ()


Steps = tuple[tuple[int, "Rule | None"], ...]
"""Rules and the distance, in bytes, from which on each holds; None: nothing is known from there on."""


class SharedSteps(tuple):  # type: ignore[type-arg]
    """Steps that come again and again as the same object, which is compared and hashed as such: that is quicker."""

    __slots__ = ()
    __hash__ = object.__hash__
    __eq__ = object.__eq__


NOTHING: Steps = ((0, None),)


def eh_frame(codes: Sequence[tuple[Code, int]], at: int) -> bytes:
    """The table for codes whose texts begin at given places. It will lie at `at`: all these are addresses, or offsets.

    Empty where there is nothing to tell.
    """
    target = codes[0][0].target
    entry = target.entry
    if entry is None:
        return b""
    parts = [_common(entry, target.return_address)]
    first = length = len(parts[0])
    for code, begin in codes:
        laid = code.layout().sections["text"]
        final, end = laid.final, begin + laid.size
        content: list[bytes] = []
        start = position = -1  # of the part that is described; -1: nothing is known
        rule = entry
        for offset, steps in (*code.sections["text"].unwind, (None, NOTHING)):
            place = end if offset is None else begin + final(offset)
            if steps[0][1] is None:  # which stands alone
                if 0 <= start < place:
                    parts.append(_described(start, place, at + length, length, content))
                    length += len(parts[-1])
                start = -1
            elif place < end:
                if start < 0:
                    start = position = place
                    content, rule = [], entry
                encoded, first_at, last_at, following = _encoded(rule, steps)
                if encoded:
                    distance = place + first_at - position
                    content += _advance(distance), encoded
                    position, rule = place + last_at, following
    return b"".join((*parts, bytes(4))) if length > first else b""


@lru_cache(8)
def _common(entry: Rule, return_address: int) -> bytes:
    """The entry that all others refer to: what holds at every function's first instruction."""
    head = b"\0\0\0\0\x01zR\0" + bytes((1, -WORD & 0x7F, return_address, 1, PC_RELATIVE_32))
    return _entry(head + _step(Rule(-1, -1), entry))


def _described(start: int, end: int, at: int, distance: int, content: list[bytes]) -> bytes:
    """The entry for code from `start` to `end`. It will lie at `at`, `distance` bytes behind the common one."""
    head = (distance + 4).to_bytes(4, "little") + (start - at - 8).to_bytes(4, "little", signed=True)
    return _entry(b"".join((head, (end - start).to_bytes(4, "little"), b"\0", *content)))


@lru_cache(1024)
def _encoded(rule: Rule, steps: Steps) -> tuple[bytes, int, int, Rule]:
    """The instructions for steps behind a rule: from the first distance where something changes to the last. The rule
    then."""
    code, first, last = b"", 0, 0
    for distance, following in steps:
        assert following is not None
        if step := _step(rule, following):
            if code:
                code += _advance(distance - last)
            else:
                first = distance
            code += step
            last, rule = distance, following
    return code, first, last, rule


def _step(before: Rule, after: Rule) -> bytes:
    """The instructions that make one rule the other."""
    code = b""
    if before.register != after.register and before.offset != after.offset:
        code += bytes((DEF_CFA, after.register)) + unsigned(after.offset)
    elif before.register != after.register:
        code += bytes((DEF_CFA_REGISTER, after.register))
    elif before.offset != after.offset:
        code += bytes((DEF_CFA_OFFSET,)) + unsigned(after.offset)
    if before.saved != after.saved:
        was, now = dict(before.saved), dict(after.saved)
        code += bytes(RESTORE | register for register in was if register not in now)
        for register, place in after.saved:
            if was.get(register) != place:
                code += bytes((OFFSET | register,)) + unsigned(place // -WORD)
    return code


def _advance(delta: int) -> bytes:
    if delta < 64:
        return ADVANCES[delta]
    for code, size in ((ADVANCE1, 1), (ADVANCE2, 2)):
        if delta < 1 << 8 * size:
            return bytes((code,)) + delta.to_bytes(size, "little")
    return bytes((ADVANCE4,)) + delta.to_bytes(4, "little")


def _entry(content: bytes) -> bytes:
    """With its length, filled up to whole words by instructions that do nothing, which are zeros."""
    content += bytes(-(len(content) + 4) % WORD)
    return len(content).to_bytes(4, "little") + content


def unsigned(number: int) -> bytes:
    """LEB128 (DWARF 5, section 7.6)"""
    found = bytearray()
    while number >= 0x80:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*found, number))


def signed(number: int) -> bytes:
    """LEB128 of a signed number"""
    found = bytearray()
    while not -0x40 <= number < 0x40:
        found.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*found, number & 0x7F))


class _Unwinder:
    """The functions by which the unwinder learns of tables and forgets them, which keep the GIL, and what it knows.

    Before libgcc 13 it has a mutex, which a thread may hold at a fork: one that unwinds, or another compiler's. In the
    child it would then be held for ever. So the child of a process with threads is `cut_off`: neither function is
    called there.
    """

    __slots__ = ("cut_off", "deregister", "register", "tables", "threads")

    def __init__(self) -> None:
        import ctypes

        self.tables: set[int] = set()
        self.cut_off = False
        self.threads = False
        library = ctypes.PyDLL(LIBRARY)  # OSError where there is none
        for name in ("register", "deregister"):
            function = library[f"__{name}_frame"]  # AttributeError where it is another unwinder's
            function.argtypes, function.restype = (ctypes.c_size_t,), None
            setattr(self, name, function)
        os.register_at_fork(before=self._before_fork, after_in_child=self._after_fork)

    def _before_fork(self) -> None:
        try:
            self.threads = len(os.listdir("/proc/self/task")) > 1
        except OSError:
            self.threads = True

    def _after_fork(self) -> None:
        self.cut_off = self.cut_off or self.threads

    @property
    def has_room(self) -> bool:
        """Whether another table may be registered."""
        return not self.cut_off and len(self.tables) < MOST_TABLES


_unwinder: list[Any] = []


def unwinder() -> Any:
    """The process's unwinder: `register(address)` and `deregister(address)` of a table, `tables`, the addresses of
    those that it knows, `has_room` for another, and `cut_off`, if none may be touched. None if the process has none."""
    if not _unwinder:
        try:
            _unwinder.append(_Unwinder())
        except (OSError, AttributeError, ImportError):
            _unwinder.append(None)
    return _unwinder[0]
