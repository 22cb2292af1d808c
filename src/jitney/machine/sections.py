"""What relocatable code consists of: sections, symbols, fixups, and a table from offsets to source lines.

An assembler fills them in; layout.py settles short and long branches and alignment; linker.py places all in memory.
Nothing here knows a processor: what differs between processors is in the `Target` that the code carries.

Offsets are *unrelaxed*: each branch that may become short stands in its long form and each alignment as one
placeholder byte. Layout maps them to final offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..records import NamedTuple
from .unwind import Rule, Steps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

TEXT, RODATA, DATA, BSS = "text", "rodata", "data", "bss"
SECTIONS = (TEXT, RODATA, DATA, BSS)
MAX_ALIGNMENT = 64  # bytes; the memory that code gets is aligned to this

# Kinds of fixups: what is stored at the place P of a fixup for a symbol at S and an addend A (System V psABI x86-64,
# section 4.4.1, has them as R_X86_64_PC8, PC16, PC32, PLT32, 32, 32S and 64).
REL8 = "rel8"  # S + A - P, 8 bits signed
REL16 = "rel16"  # S + A - P, 16 bits signed
REL32 = "rel32"  # S + A - P, 32 bits signed: data or code within reach
BRANCH32 = "branch32"  # the same in a call or jump, which a stub can carry further
ABS32 = "abs32"  # S + A, 32 bits, zero-extended by the processor
ABS32S = "abs32s"  # S + A, 32 bits, sign-extended by the processor
ABS64 = "abs64"  # S + A
FIXUP_SIZE = {REL8: 1, REL16: 2, REL32: 4, BRANCH32: 4, ABS32: 4, ABS32S: 4, ABS64: 8}
FIXUP_RANGE = {
    REL8: (-0x80, 0x7F), REL16: (-0x8000, 0x7FFF), REL32: (-0x8000_0000, 0x7FFF_FFFF),
    BRANCH32: (-0x8000_0000, 0x7FFF_FFFF),
    ABS32: (0, 0xFFFF_FFFF), ABS32S: (-0x8000_0000, 0x7FFF_FFFF), ABS64: (-(1 << 63), (1 << 64) - 1),
}  # fmt: skip


Records = Sequence[tuple[int, int, object]]
"""(offset, length, record) of instructions: `str(record)` is an instruction's text."""

UnwindRules = Sequence[tuple[int, Steps]]
"""(offset, rules from there on, at distances from the offset)"""


class Record:
    """An instruction as a listing has it: its text, and the displacement of an operand that is relative to the next
    instruction, if it has one."""

    __slots__ = ("relative", "text")

    def __init__(self, text: str, relative: int | None) -> None:
        self.text = text
        self.relative = relative

    def __str__(self) -> str:
        return self.text


def is_alignment(boundary: int) -> bool:
    """Whether code and data can be aligned to a multiple of this number of bytes."""
    return 0 < boundary <= MAX_ALIGNMENT and boundary & (boundary - 1) == 0


def given_address(value: Any) -> int | None:
    """The address that the value of an external is or has, None if it is no address of 64 bits."""
    address = value if isinstance(value, int) else getattr(value, "address", None)
    return address if isinstance(address, int) and 0 <= address < 1 << 64 else None


class Target(NamedTuple):
    """What the linker must know of a processor."""

    name: str
    padding: tuple[bytes, ...]
    """Instructions that do nothing, of 1, 2, ... bytes, for alignment in text."""
    stub: bytes
    """A jump to an absolute 64-bit address, which stands at `stub_address` in it."""
    stub_address: int
    disassemble: Callable[[bytes], Records | None] | None = None
    """(offset, length, record) of the instructions in bytes, for listings; None if it cannot tell."""
    entry: Rule | None = None
    """How an unwinder gets from a function's first instruction to the caller; None: there is no table for unwinders."""
    return_address: int = 0
    """The column of those tables that has the return address."""


class Symbol:
    """A place in a section (`section` and `offset`), or an external: `section` is None and `value` says where it is.

    `value` of an external: None to find it by name (C library, CPython) when linked, an address, or an object with an
    `address` attribute, which linked code keeps alive. Label and external objects are operands of the assemblers.
    """

    __slots__ = ("is_external", "name", "offset", "section", "value")

    def __init__(self, name: str, *, external: bool = False, value: Any = None) -> None:
        self.name = name
        self.section: str | None = None
        self.offset = 0
        self.is_external = external
        self.value = value

    def __repr__(self) -> str:
        return self.name


class Fixup(NamedTuple):
    """`kind` of displacement or address to store at `offset` in its section once `symbol` has a place."""

    offset: int
    kind: str
    symbol: Symbol
    addend: int


class Branch(NamedTuple):
    """A branch that layout may make short. Its long form, `long` and 4 bytes, stands at `offset` in the section."""

    offset: int
    short: bytes
    long: bytes
    symbol: Symbol
    addend: int


class Align(NamedTuple):
    """Alignment to `boundary` bytes, a power of two; one placeholder byte stands at `offset`."""

    offset: int
    boundary: int


class Section:
    """Bytes of one kind. `size` counts the unrelaxed bytes; for zeroed data `data` stays empty."""

    __slots__ = ("_records", "_unwind", "alignment", "data", "fixups", "lines", "name", "points", "size")

    def __init__(self, name: str) -> None:
        self.name = name
        self.data = b""
        self.size = 0
        self.alignment = 1
        self.fixups: Sequence[Fixup] = ()
        self.points: Sequence[Branch | Align] = ()
        self._records: Records | Callable[[], Records] = ()
        self.lines: Sequence[tuple[int, int]] = ()
        """(offset, source line) where a line begins."""
        self._unwind: UnwindRules | Callable[[], UnwindRules] = ()

    @property
    def instructions(self) -> Records:
        """(offset, length, record) of each instruction: `str(record)` is its text. May be set to a function that
        makes the list, which is called when the list is first looked at."""
        if callable(self._records):
            self._records = self._records()
        return self._records

    @instructions.setter
    def instructions(self, records: Records | Callable[[], Records]) -> None:
        self._records = records

    @property
    def unwind(self) -> UnwindRules:
        """(offset, rules) where others for unwinders begin to hold. May be set to a function, like the instructions."""
        if callable(self._unwind):
            self._unwind = self._unwind()
        return self._unwind

    @unwind.setter
    def unwind(self, rules: UnwindRules | Callable[[], UnwindRules]) -> None:
        self._unwind = rules


class Relocatable:
    """Sections, symbols and needs of a piece of code: what `Code` (code.py) is made of."""

    __slots__ = ("__weakref__", "features", "sections", "symbols", "target")

    def __init__(self, target: Target) -> None:
        self.target = target
        self.sections = {TEXT: Section(TEXT)}
        """By name; all but the text are missing where they are empty."""
        self.symbols: Sequence[Symbol] = ()
        self.features: frozenset[str] = frozenset()
        """Processor features that the instructions need, by name."""

    @property
    def externals(self) -> list[Symbol]:
        """The external symbols that fixups refer to, each once, in order of first use."""
        found: dict[Symbol, None] = {}
        for section in self.sections.values():
            for holder in (*section.fixups, *section.points):
                if not isinstance(holder, Align) and holder.symbol.is_external:
                    found[holder.symbol] = None
        return list(found)
