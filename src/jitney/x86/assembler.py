"""The assembler: Python calls in, relocatable code out.

    a = Assembler()
    a.mov(rax, 1)
    a.lea(rsi, ptr[rip + message])
    a.jne(loop)

Every mnemonic of forms.txt is a method (mnemonics.pyi lists them with their forms, for editors). Instructions are
gathered as a list of finished encodings; `code()` joins them into a `Code`. Nearly all programs repeat themselves, so
an instruction that was encoded before costs one look-up by its operands.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import accumulate

from ..errors import AssemblyError, OperandError
from ..machine.code import Code
from ..machine.sections import (
    ABS32,
    ABS64,
    BSS,
    MAX_ALIGNMENT,
    RODATA,
    SECTIONS,
    TEXT,
    Align,
    Branch,
    Fixup,
    Section,
    Symbol,
    given_address,
    is_alignment,
)
from ..machine.unwind import Rule, Steps
from .mnemonics import Mnemonics, install
from .operands import REGISTERS, Label, shown, whole_number
from .select import PREFIXES, Selector, SpecialInstruction, selector
from .target import ENTRY, X86_64

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from ..machine.signature import Signature
    from .function import Function


NAME_CHARACTERS = str.maketrans(".$@?", "____")


# What stands in a section besides instructions. Like these, each has `data`, the bytes that it takes as far as they are
# known; `form`, None; and `special`, whether more is to be done than to append the bytes.


class Item:
    __slots__ = ()
    data = b""
    form = None
    special = True


class Data(Item):
    """Bytes written by a directive, and their fixups."""

    __slots__ = ("data", "fixups", "special")

    def __init__(self, data: bytes, fixups: tuple[Fixup, ...] = ()) -> None:
        self.data = data
        self.fixups = fixups
        self.special = bool(fixups)


class Zeros(Item):
    """Zeroed space, in bytes."""

    __slots__ = ("count",)

    def __init__(self, count: int) -> None:
        self.count = count


class Mark(Item):
    """The place of a label."""

    __slots__ = ("symbol",)

    def __init__(self, symbol: Symbol) -> None:
        self.symbol = symbol


class Gap(Item):
    """Alignment to `boundary` bytes; layout replaces its one byte."""

    __slots__ = ("boundary",)
    data = b"\0"

    def __init__(self, boundary: int) -> None:
        self.boundary = boundary


class Line(Item):
    """The source line, from 1, of what follows."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


class Unwind(Item):
    """The rules by which an unwinder finds the caller of what follows."""

    __slots__ = ("steps",)

    def __init__(self, steps: Steps) -> None:
        self.steps = steps


class Assembler(Mnemonics):
    """Assembles x86-64 instructions and data into sections.

    Instructions are methods named as in the Intel manual, the destination first; the names that Python reserves have an
    underscore: `and_`, `or_`, `not_`, `in_`. Each takes `encoding=`, which forces one: `"vex"`, `"vex3"`, `"evex"`,
    `"disp32"`, `"short"`, `"near"`, the opcode text of a form such as `"REX.W C7 /0 id"`, or a tuple of these. Prefixes
    stand before: `a.lock.add(qword[rax], 1)`, `a.rep.movsb()`. A branch takes a label, its name, an external or an
    absolute address. Wrong operands raise `OperandError`, other misuse `AssemblyError`.
    """

    def __init__(self, *, follow: bool = True) -> None:
        """`follow`: what unwinders must know is found out by following what instructions do to the stack. Else they
        are told what `unwind` says, which is less work."""
        self._follow = follow
        self._contents: dict[str, list[Any]] = {name: [] for name in SECTIONS}
        self._section = TEXT
        self._append = self._contents[TEXT].append
        self._labels: dict[str, Symbol] = {}
        self._externals: dict[str, Symbol] = {}
        self._constants: dict[Any, Symbol] = {}
        self._anonymous = 0
        self._parents: dict[str, str] = {}
        self._late: dict[Symbol, Any] = {}
        """What symbols stand for that are no places but values, known when all has its place (text/late.py)."""
        self._source: Any = None
        self._function: Function | None = None  # that is being written
        self._signatures: dict[Symbol, Signature] = {}  # of functions that have been begun

    def __getattr__(self, name: str) -> Any:
        """Installs the method of an instruction, or of a prefix, when it is first used."""
        if name in PREFIXES:
            return Prefixed(self, (name,))
        found = selector(name) if name[:1] != "_" else None
        if found is None:
            raise AttributeError(_unknown(name))
        install(type(self), name, found)
        return getattr(self, name)

    def __dir__(self) -> list[str]:
        from .forms import mnemonics

        return sorted({*super().__dir__(), *mnemonics(), *PREFIXES})

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            "an Assembler cannot be copied or pickled: its labels would be those of the other; copy its code()"
        )

    # Labels and externals

    def label(self, name: str | None = None) -> Symbol:
        """The label of that name, made at its first mention and placed by `bind`; without a name, a new one.

        A name that begins with a dot is local to the named label bound last in this section: `.loop` after `main` is
        `main.loop`.
        """
        if name is None:
            self._anonymous += 1
            while f".L{self._anonymous}" in self._labels:
                self._anonymous += 1
            return Label(f".L{self._anonymous}")
        if not isinstance(name, str) or not _is_name(name):
            allowed = "letters, digits and _ . $ @ ?, begins with no digit, and has one dot in front at most"
            raise AssemblyError(f"the name of a label consists of {allowed}: not {shown(name)}")
        if name[0] == ".":
            name = self._parents.get(self._section, "") + name
        label = self._labels.get(name)
        if label is None:
            if name[:2] == ".L" and name[2:].isdecimal() and int(name[2:][:9]) <= self._anonymous:
                raise AssemblyError(f"the name {name} was given to a label without a name")
            label = self._labels[name] = Label(name)
        return label

    def bind(self, label: Symbol | str) -> Symbol:
        """Place a label here, in the current section. Raises AssemblyError if it has a place already."""
        if isinstance(label, str):
            label = self.label(label)
        if not isinstance(label, Symbol):
            raise AssemblyError(f"bind takes a label, not {shown(label)}")
        if label.is_external:
            raise AssemblyError(f"{label.name!r} is external and cannot be bound here")
        if label.section is not None:
            raise AssemblyError(f"label {label.name!r} is bound twice")
        label.section = self._section
        if label.name[0] != ".":
            self._parents[self._section] = label.name.partition(".")[0]
        self._append(Mark(label))
        return label

    def here(self, name: str | None = None) -> Symbol:
        """A label bound here."""
        return self.bind(self.label(name))

    def extern(self, name: str, value: Any = None) -> Symbol:
        """Something outside this code: a C or CPython symbol found by `name` when linked, or, if `value` is given, an
        address (an int) or an object with an `address`, which the linked code keeps alive."""
        if not isinstance(name, str) or not name:
            raise AssemblyError(f"the name of an external is a text, not {shown(name)}")
        if value is not None and given_address(value) is None:
            if isinstance(value, int):
                raise AssemblyError(f"external {shown(name)}: {shown(value)} is not an address of 64 bits")
            raise AssemblyError(
                f"external {shown(name)}: {shown(value)} is neither an address nor has one "
                "(that of a ctypes function f is ctypes.cast(f, ctypes.c_void_p).value)"
            )
        known = self._externals.get(name)
        if known is None:
            known = self._externals[name] = Label(name, external=True, value=value)
        elif value is not None and known.value is not value and known.value != value:
            raise AssemblyError(f"external {shown(name)} is declared twice, with different addresses")
        return known

    # Sections and data

    def section(self, name: str) -> None:
        """Go on in section `text`, `rodata` (sealed with the text), `data` (writable) or `bss` (zeroed)."""
        if not isinstance(name, str) or name not in self._contents:
            raise AssemblyError(f"there is no section {shown(name)}: there are {', '.join(SECTIONS)}")
        self._section = name
        append = self._contents[name].append
        self._append = append if name in (TEXT, RODATA) else _data_only(name, append)

    def align(self, boundary: int) -> None:
        """Continue at a multiple of `boundary` bytes (1 to 64, a power of two); in text the gap is filled with nops."""
        whole = _alignment(boundary)
        if whole > 1:
            self._append(Gap(whole))

    def bytes(self, data: Any) -> None:
        """Data: the bytes of any bytes-like object."""
        self._data(_content(data, "bytes", "a bytes-like object"))

    def ascii(self, text: str) -> None:
        """Data: text in UTF-8, without a terminating zero."""
        if not isinstance(text, str):
            raise AssemblyError(f"ascii({shown(text)}): give a text")
        try:
            self._data(text.encode())
        except UnicodeEncodeError as error:
            raise AssemblyError(f"ascii({shown(text)}): {error}") from None

    def zeros(self, count: int) -> None:
        """Data: `count` zeroed bytes."""
        whole = whole_number(count)
        if whole is None or not 0 <= whole < 1 << 31:
            raise AssemblyError(f"zeros({shown(count)}): give a number of bytes below 2**31")
        self._append(Zeros(whole))

    def u8(self, *values: int) -> None:
        """Data: 8-bit numbers, -128 to 255."""
        self._integers(1, values)

    def u16(self, *values: int) -> None:
        """Data: 16-bit numbers, signed or unsigned."""
        self._integers(2, values)

    def u32(self, *values: int | Symbol | str) -> None:
        """Data: 32-bit numbers, signed or unsigned, or labels whose addresses are below 4 GiB."""
        self._integers(4, values)

    def u64(self, *values: int | Symbol | str) -> None:
        """Data: 64-bit numbers, signed or unsigned, or the addresses of labels."""
        self._integers(8, values)

    def f32(self, *values: float) -> None:
        """Data: single-precision numbers. Raises AssemblyError if one is too large."""
        self._data(b"".join(_float("<f", value) for value in values))

    def f64(self, *values: float) -> None:
        """Data: double-precision numbers."""
        self._data(b"".join(_float("<d", value) for value in values))

    def constant(self, data: Any, align: int | None = None) -> Symbol:
        """A label of these bytes in the read-only section; equal constants are stored once.

        `data` is bytes-like, or a float (64 bits). Alignment is natural, up to 64, unless given.
        """
        if isinstance(data, float):
            data = struct.pack("<d", data)
        content = _content(data, "constant", "a bytes-like object or a float")
        if align is None:
            align = min(MAX_ALIGNMENT, 1 << max(0, len(content) - 1).bit_length())
        align = _alignment(align)
        key = (content, align)
        if key not in self._constants:
            self._constants[key] = self._pooled(Data(content), align)
        return self._constants[key]

    def address_of(self, symbol: Symbol) -> Symbol:
        """A label of 8 bytes in the read-only section that hold the address of `symbol`; one for each symbol."""
        if not isinstance(symbol, Symbol):
            raise AssemblyError(f"address_of takes a label or an external, not {shown(symbol)}")
        if symbol not in self._constants:
            self._constants[symbol] = self._pooled(Data(bytes(8), (Fixup(0, ABS64, symbol, 0),)), 8)
        return self._constants[symbol]

    def line(self, number: int) -> None:
        """What follows comes from this line of the source, counted from 1."""
        if not isinstance(number, int) or not 1 <= number < 1 << 31:
            raise AssemblyError(f"line({shown(number)}): lines count from 1")
        self._append(Line(number))

    def function(
        self, signature: str | Signature, name: str | None = None, *, keep: bool | str | Iterable[str] = False
    ) -> Function:
        """For `with`: a function that C and Python can call, with its parameters as operands and a frame as it needs.

            with a.function("(x: int64, y: int64) -> int64") as f:
                a.lea(rax, ptr[f.x + f.y])

        A `ret` in the block undoes the frame, and the end of the block returns. `name` is that of its label. Parameters
        that are to be kept over calls are named by `keep`, or True for all; they are held in registers that calls
        keep, or in the frame. See function.py. Raises SignatureError, and AssemblyError at the end of the block.
        """
        from .function import Function

        return Function(self, signature, name, keep)

    def unwind(self, rule: Rule) -> None:
        """What follows has its caller's frame where this rule says. Needed only where the stack was not prepared by the
        code above, from its last label on: pushes, pops and the like are understood (unwind.py)."""
        self._append(Unwind(((0, rule),)))

    def items(self) -> list[Any]:
        """The instructions and the rest of what was written to this section so far."""
        return self._contents[self._section].copy()

    def extend(self, items: Iterable[Any]) -> None:
        """Appends to the text what `items` gave, here or in another assembler. It refers to no label of that one."""
        self._contents[TEXT].extend(items)

    def text(self, source: str, filename: str = "<text>") -> None:
        """Assemble a source text in Intel syntax; its labels are those of `label`.

        Raises AssemblyError with all that is wrong in it, and then adds nothing.
        """
        from .text import read

        read(self, source, filename)

    def _pooled(self, content: Data, align: int) -> Symbol:
        section = self._section
        self.section(RODATA)
        try:
            self.align(align)
            label = self.here()
            self._append(content)
        finally:
            self.section(section)
        return label

    def _integers(self, size: int, values: tuple[Any, ...]) -> None:
        data = bytearray()
        fixups = []
        for value in values:
            if isinstance(value, str) and size >= 4:
                value = self.label(value)
            if isinstance(value, Symbol) and size >= 4:
                fixups.append(Fixup(len(data), ABS64 if size == 8 else ABS32, value, 0))
                data += bytes(size)
                continue
            whole = whole_number(value)
            if whole is None:
                raise AssemblyError(f"u{8 * size}: {shown(value)} is not a whole number")
            if not -(1 << 8 * size - 1) <= whole < 1 << 8 * size:
                raise AssemblyError(f"u{8 * size}: {whole:#x} does not fit {8 * size} bits")
            data += (whole & ((1 << 8 * size) - 1)).to_bytes(size, "little")
        self._data(bytes(data), tuple(fixups))

    def _data(self, data: Any, fixups: tuple[Fixup, ...] = ()) -> None:
        if self._section == BSS and data:
            raise AssemblyError("section bss holds zeros only: use zeros(count)")
        self._append(Data(data, fixups))

    def _emit(self, found: Selector, operands: tuple[Any, ...], encoding: Any = None, prefixes: Any = ()) -> None:
        """Encode an instruction that is not in the table of finished encodings, and append it."""
        if str in map(type, operands):
            operands = tuple(self._named(operand) if operand.__class__ is str else operand for operand in operands)
        self._append(found.choose(operands, prefixes, encoding))

    def _named(self, name: str) -> Symbol:
        """The label of a name among operands."""
        if name in REGISTERS:
            raise OperandError(f"{name!r} names a label: the register is {name}, without quotes")
        return self.label(name)

    # The result

    def code(self) -> Code:
        """What was assembled so far, as relocatable code."""
        code = Code(X86_64)
        forms = set()
        symbols: list[Symbol] = []
        for name, items in self._contents.items():
            if items:
                section = code.sections[name] = Section(name)
                forms |= _fill(section, items, symbols, self._follow)
        code.symbols = symbols
        code.features = frozenset().union(*(form.features for form in forms))
        if self._late:
            from .text.late import settle

            settle(code, self._late, self._source.uses)
        return code


def _data_only(name: str, append: Callable[[Any], None]) -> Callable[[Any], None]:
    """`append` for a section that holds no instructions."""

    def checked(item: Any) -> None:
        if item.form is not None:
            raise AssemblyError(f"{item}: instructions belong in section text, not {name}")
        append(item)

    return checked


def _fill(section: Section, items: list[Any], symbols: list[Symbol], follow: bool) -> set[Any]:
    """Join a section's items. Returns the forms of its instructions."""
    told: list[tuple[int, Steps]] = [(0, ((0, ENTRY),))]
    items = items.copy()
    chunks = [item.data for item in items]
    offsets = list(accumulate(map(len, chunks), initial=0))
    points: list[Branch | Align] = []
    fixups: list[Fixup] = []
    lines: list[tuple[int, int]] = []
    inserted = 0  # zeroed bytes before this point, which `offsets` does not count
    moved: list[tuple[int, int]] = []
    for number, item in [(number, item) for number, item in enumerate(items) if item.special]:
        offset = offsets[number] + inserted
        cls = item.__class__
        if cls is SpecialInstruction or cls is Data:
            if cls is SpecialInstruction and item.branch is not None:
                short, long, symbol = item.branch
                points.append(Branch(offset, short, long, symbol, 0))
            for at, kind, symbol, addend in item.fixups:
                fixups.append(Fixup(offset + at, kind, symbol, addend))
        elif cls is Mark:
            item.symbol.offset = offset
            symbols.append(item.symbol)
        elif cls is Gap:
            points.append(Align(offset, item.boundary))
            section.alignment = max(section.alignment, item.boundary)
        elif cls is Line:
            lines.append((offset, item.number))
        elif cls is Unwind:
            told.append((offset, item.steps))
        elif cls is Zeros:
            if section.name != BSS:
                chunks[number] = bytes(item.count)
            inserted += item.count
            moved.append((number, inserted))

    def place(number: int) -> int:
        return offsets[number] + (moved[before - 1][1] if (before := bisect_left(moved, (number,))) else 0)

    def records() -> list[tuple[int, int, object]]:
        return [(place(number), len(item.data), item) for number, item in enumerate(items) if item.form is not None]

    def unwind() -> list[tuple[int, Steps]]:
        from .unwind import rules

        return [(place(number), steps) for number, steps in rules(items)]

    section.points, section.fixups, section.lines = points, fixups, lines
    section.instructions = records
    if section.name == TEXT:
        section.unwind = unwind if follow else told
    section.size = offsets[-1] + inserted
    if section.name != BSS:
        section.data = b"".join(chunks)
    forms = {item.form for item in items}
    forms.discard(None)
    return forms


class Prefixed:
    """The instructions of an assembler with prefixes before them."""

    __slots__ = ("_assembler", "_prefixes")

    def __init__(self, assembler: Assembler, prefixes: tuple[str, ...]) -> None:
        self._assembler = assembler
        self._prefixes = prefixes

    def __getattr__(self, name: str) -> Any:
        if name in PREFIXES:
            return Prefixed(self._assembler, tuple(sorted((*self._prefixes, name), key=list(PREFIXES).index)))
        found = selector(name)
        if found is None:
            raise AttributeError(_unknown(name))

        def instruction(*operands: Any, encoding: Any = None) -> None:
            self._assembler._emit(found, operands, encoding, self._prefixes)

        return instruction


def _is_name(name: str) -> bool:
    """Whether it can be the name of a label: no blanks, no operators, not a number, one dot in front at most."""
    plain = name.removeprefix(".")
    return plain[:1] != "." and plain.translate(NAME_CHARACTERS).isidentifier()


def _content(data: Any, directive: str, wanted: str) -> Any:
    """The bytes of a bytes-like object, which a directive was given where it wanted one."""
    try:
        return memoryview(data).tobytes()
    except (TypeError, ValueError) as error:
        raise AssemblyError(f"{directive}({shown(data)}): give {wanted}: {error}") from None


def _alignment(boundary: Any) -> int:
    whole = whole_number(boundary)
    if whole is None or not is_alignment(whole):
        raise AssemblyError(f"an alignment is a power of two from 1 to {MAX_ALIGNMENT}, not {shown(boundary)}")
    return whole


def _float(layout: str, value: Any) -> Any:
    try:
        return struct.pack(layout, value)
    except (struct.error, OverflowError, TypeError) as error:
        raise AssemblyError(
            f"{shown(value)} is not a {8 * struct.calcsize(layout)}-bit floating-point number: {error}"
        ) from None


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    from .forms import mnemonics

    near = get_close_matches(name, mnemonics(), 3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"there is no instruction or method {shown(name)}{hint}"
