"""Operands of x86-64 instructions: registers, memory, masks and rounding, as Python expressions.

    rax, r8d, xmm3, zmm31, k1, st[2]        registers
    qword[rbx + 8*rcx - 16]                 64 bits of memory; byte, word, dword, fword, tbyte, xmmword, ..., zmmword
    ptr[rax]                                memory whose size follows from the instruction or the other operands
    ptr[rip + label], ptr[label]            memory at a label, relative to rip or at an absolute 32-bit address
    qword[fs:0x28]                          with a segment override
    qword_bcst[rax], qword_bcst.to(4)[rax]  one element broadcast to a vector (of four where that is ambiguous)
    zmm1(k1), zmm1(k1, z), ptr[rax](k1)     under a mask, zeroing
    rn_sae, rd_sae, ru_sae, rz_sae, sae     rounding modes and suppressed exceptions, as a last operand

On Knights Corner (MVEX) only:

    zmm3(cdab), zmm1(float16)               elements swizzled in each group of four; converted as they are stored
    ptr[rax](uint8), ptr[rax](sint16, eh)   memory of another type than the elements; with an eviction hint
    xmmword_bcst[rax], ymmword_bcst[rax]    four elements of 32 or 64 bits, broadcast
    rn, rd, ru, rz                          rounding modes that leave exceptions as they are

Registers are single objects, compared by identity. Memory operands are tuples, so that equal operands hash alike and
finished encodings can be looked up by their operands (encoder.py). What a form matches on is their `kind`.
"""

from __future__ import annotations

from functools import cache
from operator import index, itemgetter

from ..errors import OperandError
from ..machine.sections import Symbol

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, overload


_new_tuple = tuple.__new__
CACHED_SUMS = 256


def whole_number(value: Any) -> int | None:
    """The int that a whole number of any type stands for, None for anything else."""
    if value.__class__ is int:
        return value
    if not hasattr(type(value), "__index__"):
        return None
    try:
        return index(value)
    except TypeError:  # its __index__ gives something else
        return None


def numeral(value: int) -> str:
    """A number as listings and messages have it: small ones in decimal, the rest in hexadecimal."""
    if -10 < value < 10:
        return str(value)
    return hex(value) if value.bit_length() <= 256 else f"a number of {value.bit_length()} bits"


def shown(value: Any) -> str:
    """A wrong value in a message, in one line of bearable length."""
    text = ascii(value) if isinstance(value, str) else numeral(value) if isinstance(value, int) else repr(value)
    return text if len(text) <= 80 else text[:76] + " ..."


class Reg:
    """A register. `kind` is its class (`r64`, `xmm`, ...) or, where instructions single it out, its own name.

    `number` is the hardware number, `bits` the width. `rex` says what the register asks of a REX prefix: 1 needs one
    (spl, bpl, sil, dil), 2 forbids one (ah, ch, dh, bh), 0 doesn't care. `conversion` is that of `zmm3(cdab)`.
    """

    __slots__ = (
        "_masked", "_scaled", "_sums", "bits", "can_be_base", "conversion", "family", "kind", "name", "number", "rex",
    )  # fmt: skip

    def __init__(self, name: str, family: str, kind: str, number: int, bits: int, rex: int = 0) -> None:
        self.name = name
        self.family = family
        self.kind = kind
        self.number = number
        self.bits = bits
        self.rex = rex
        self.can_be_base = family in ("r64", "r32", "rip")
        self.conversion: Conversion | None = None
        self._scaled: dict[int, Address] = {}
        self._sums: dict[Any, Address] = {}
        self._masked: dict[Any, Masked] = {}

    def __repr__(self) -> str:
        return self.name

    def __reduce__(self) -> Any:
        if self.conversion is not None:
            return (Reg.__call__, (REGISTERS[f"zmm{self.number}"], self.conversion))
        return (register, (self.name,))

    def __add__(self, other: Any) -> Address:
        cls = other.__class__
        if cls is int and self.can_be_base:
            return _new_tuple(Address, (self, None, 1, other, None))
        if cls is Address or cls is Reg:
            try:
                return self._sums[other]
            except KeyError:
                pass
            total = _sum(_as_address(self), _as_address(other))
            if total[4] is None and len(self._sums) < CACHED_SUMS:
                self._sums[other] = total
            return total
        return _sum(_as_address(self), _as_address(other))

    __radd__ = __add__
    __array_ufunc__ = None  # a NumPy number on the left leaves the sum to us

    def __sub__(self, other: Any) -> Address:
        return _as_address(self) - other  # type: ignore[no-any-return]

    def __mul__(self, scale: Any) -> Address:
        if scale.__class__ is int:
            try:
                return self._scaled[scale]
            except KeyError:
                pass
        scale = None if isinstance(scale, bool) else whole_number(scale)
        if scale not in (1, 2, 4, 8):
            raise OperandError(f"{self.name} is an index: it can be multiplied by 1, 2, 4 or 8 only")
        if self.family not in ("r64", "r32", "xmm", "ymm", "zmm") or self.kind == "rip":
            raise OperandError(f"{self.name} cannot be an index: use a 32- or 64-bit register, or a vector of indices")
        if self.number == 4 and self.family in ("r64", "r32"):
            if scale != 1:
                raise OperandError(f"{self.name} cannot be a scaled index: its place in the encoding means 'no index'")
            return _as_address(self)
        address = self._scaled[scale] = _new_tuple(Address, (None, self, scale, 0, None))
        return address

    __rmul__ = __mul__

    if TYPE_CHECKING:

        @overload
        def __call__(self, mask: Reg, zeroing: Any = None) -> Masked: ...
        @overload
        def __call__(self, mask: Conversion, zeroing: Any = None) -> Reg: ...

    def __call__(self, mask: Any, zeroing: Any = None) -> Any:
        """This register under `mask` (k1 to k7); with `z`, elements that are masked off become zero."""
        try:
            return self._masked[mask, zeroing]
        except (KeyError, TypeError):
            pass
        masked = self._masked[mask, zeroing] = _masked(self, mask, zeroing)
        return masked


class Masked(tuple):  # type: ignore[type-arg]
    """A register or memory operand under a mask: (operand, mask register, zeroing)."""

    __slots__ = ()
    operand: Any = property(itemgetter(0))
    mask: Reg = property(itemgetter(1))  # type: ignore[assignment]
    zeroing: bool = property(itemgetter(2))  # type: ignore[assignment]

    @property
    def kind(self) -> str:
        return f"{self[0].kind}{{k}}{{z}}" if self[2] else f"{self[0].kind}{{k}}"

    def __repr__(self) -> str:
        return f"{self[0]!r} {{{self[1].name}}}" + ("{z}" if self[2] else "")


class _Zeroing:
    __slots__ = ()

    def __repr__(self) -> str:
        return "z"

    def __reduce__(self) -> str:
        return "z"


z = _Zeroing()
"""The zeroing mark in `zmm1(k1, z)`."""


def _masked(operand: Any, mask: Any, zeroing: Any) -> Any:
    if mask.__class__ is not Reg or mask.family != "k":
        if mask.__class__ is Conversion:
            converted = _converted(operand, mask)
            return converted if zeroing is None else converted(zeroing)
        raise OperandError(f"{operand!r} under mask {mask!r}: a mask is one of k1 to k7")
    if mask.number == 0:
        raise OperandError(f"{operand!r} under mask k0: k0 cannot be a mask, its encoding means 'no mask'")
    if zeroing is not None and zeroing is not z:
        raise OperandError(
            f"{operand!r} under mask {mask!r}: the second argument is z (zeroing) or left out, not {zeroing!r}"
        )
    return _new_tuple(Masked, (operand, mask, zeroing is z))


class Conversion:
    """What Knights Corner does to a source on its way (MVEX): swizzles a register, converts memory; or the hint `eh`.

    `code` is the value of MVEX.SSS. Memory of the type is `divisor` times smaller than the elements, 0: not memory.
    """

    __slots__ = ("code", "divisor", "name")

    def __init__(self, name: str, code: int, divisor: int) -> None:
        self.name = name
        self.code = code
        self.divisor = divisor

    def __repr__(self) -> str:
        return self.name

    def __reduce__(self) -> str:
        return self.name


cdab, badc, dacb, aaaa, bbbb, cccc, dddd = SWIZZLES = tuple(
    Conversion(name, code, 0) for code, name in enumerate("cdab badc dacb aaaa bbbb cccc dddd".split(), 1)
)
float16, uint8, sint8, uint16, sint16 = MEMORY_TYPES = tuple(
    Conversion(name, code, divisor)
    for name, code, divisor in (("float16", 3, 2), ("uint8", 4, 4), ("sint8", 5, 4), ("uint16", 6, 2), ("sint16", 7, 2))
)
eh = Conversion("eh", 0, 1)
"""The eviction hint in `ptr[rax](eh)`: the cache line will not be needed again soon."""


def _converted(operand: Any, mark: Conversion) -> Any:
    """A zmm register or memory with one more conversion or hint."""
    if operand.__class__ is Mem and mark.divisor:
        size, address, segment = operand
        if mark is eh or not (size.broadcast or size.conversion):
            marks = tuple(sorted({mark, *size.marks}, key=lambda mark: mark is eh))  # the hint comes last
            return _new_tuple(
                Mem, (_size(size.name, size.bits, size.broadcast, size.elements, marks), address, segment)
            )
    elif operand.__class__ is Reg and operand.family == "zmm" and mark is not eh:
        suffix = f"{{{mark.name}}}"  # of no family: it cannot be an index
        made = Reg(operand.name + suffix, "converted", "zmm" + suffix, operand.number, 512)
        made.conversion = mark
        return made
    raise OperandError(
        f"{operand!r}({mark!r}): a zmm register takes one swizzle or type, memory one broadcast or type, and eh"
    )


class Address(tuple):  # type: ignore[type-arg]
    """An address expression: (base, index, scale, displacement in bytes, symbol), built with `+`, `-` and `*`."""

    __slots__ = ()
    base: Reg | None = property(itemgetter(0))  # type: ignore[assignment]
    index: Reg | None = property(itemgetter(1))  # type: ignore[assignment]
    scale: int = property(itemgetter(2))  # type: ignore[assignment]
    displacement: int = property(itemgetter(3))  # type: ignore[assignment]
    symbol: Symbol | None = property(itemgetter(4))  # type: ignore[assignment]

    def __add__(self, other: Any) -> Address:
        if other.__class__ is int:
            base, index, scale, displacement, symbol = self
            return _new_tuple(Address, (base, index, scale, displacement + other, symbol))
        return _sum(self, _as_address(other))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Address:
        subtracted = whole_number(other)
        if subtracted is None:
            raise OperandError(f"{self!r} - {shown(other)}: only a number can be subtracted in an address")
        base, index, scale, displacement, symbol = self
        return _new_tuple(Address, (base, index, scale, displacement - subtracted, symbol))

    def __mul__(self, scale: Any) -> Address:
        raise OperandError(f"({self!r}) * {shown(scale)}: in an address only a register is multiplied")

    __rmul__ = __mul__
    __array_ufunc__ = None  # a NumPy number on the left leaves the sum to us

    def __repr__(self) -> str:
        base, index, scale, displacement, symbol = self
        parts = [part.name for part in (base,) if part is not None]
        if index is not None:
            parts.append(f"{index.name}*{scale}" if scale != 1 or base is None else index.name)
        if symbol is not None:
            parts.append(symbol.name)
        text = " + ".join(parts)
        if displacement or not parts:
            if not parts:
                return numeral(displacement)
            text += f" {'-' if displacement < 0 else '+'} {numeral(abs(displacement))}"
        return text


def _sum(first: Address, second: Address) -> Address:
    """The sum of two addresses, after the check that their registers go together."""
    bases = [address[0] for address in (first, second) if address[0] is not None]
    indexes = [(address[1], address[2]) for address in (first, second) if address[1] is not None]
    symbols = [address[4] for address in (first, second) if address[4] is not None]
    if len(bases) == 2 and not indexes:
        indexes.append((bases.pop(), 1))
    elif len(indexes) == 2 and not bases:  # an index that is not scaled is as good a base
        for position, (register, scale) in enumerate(indexes):
            if scale == 1 and register.can_be_base:
                bases = [indexes.pop(position)[0]]
                break
    if len(bases) > 1 or len(indexes) > 1 or len(symbols) > 1:
        raise OperandError(f"{first!r} + {second!r}: an address is base + index*scale + displacement, or rip + label")
    base = bases[0] if bases else None
    index, scale = indexes[0] if indexes else (None, 1)
    if base is not None and index is not None:
        if "rip" in (base.family, index.family):
            raise OperandError(f"{base.name} + {index.name}: an address relative to rip takes no other register")
        if index.family in ("r32", "r64") and base.family != index.family:
            raise OperandError(f"{base.name} + {index.name}: the base and the index of an address have the same width")
        if index.number == 4 and index.family in ("r32", "r64"):  # rsp as an index exists only by changing places
            if base.number == 4:
                raise OperandError(f"{index.name} cannot be the index of an address")
            base, index = index, base
    return _new_tuple(Address, (base, index, scale, first[3] + second[3], symbols[0] if symbols else None))


def _as_address(value: Any) -> Address:
    if isinstance(value, Address):
        return value
    if value.__class__ is Reg:
        if value.family in ("r64", "r32", "rip"):
            return _new_tuple(Address, (value, None, 1, 0, None))
        if value.family in ("xmm", "ymm", "zmm"):
            return value * 1
        raise OperandError(
            f"{value.name} cannot be part of an address: use 32- or 64-bit registers, rip, or vectors of indices"
        )
    if isinstance(value, Symbol):
        return _new_tuple(Address, (None, None, 1, 0, value))
    displacement = whole_number(value)
    if displacement is None:
        raise OperandError(f"{shown(value)} cannot be an address: give registers, numbers or labels")
    return _new_tuple(Address, (None, None, 1, displacement, None))


class Label(Symbol):
    """A label or an external of an `Assembler`: `label + 8` is an address."""

    __slots__ = ()
    __array_ufunc__ = None

    def __add__(self, other: Any) -> Address:
        return _as_address(self) + other  # type: ignore[no-any-return]

    __radd__ = __add__

    def __sub__(self, other: Any) -> Address:
        return _as_address(self) - other  # type: ignore[no-any-return]


class Mem(tuple):  # type: ignore[type-arg]
    """A memory operand: (size, address, segment register or None). Made by `qword[...]` and its like."""

    __slots__ = ()
    size: Size = property(itemgetter(0))  # type: ignore[assignment]
    address: Address = property(itemgetter(1))  # type: ignore[assignment]
    segment: Reg | None = property(itemgetter(2))  # type: ignore[assignment]

    @property
    def kind(self) -> str:
        index = self[1][1]
        if index is not None and index.family not in ("r64", "r32"):
            return f"{self[0].kind}+{index.family[0]}"
        return self[0].kind  # type: ignore[no-any-return]

    if TYPE_CHECKING:

        @overload
        def __call__(self, mask: Reg, zeroing: Any = None) -> Masked: ...
        @overload
        def __call__(self, mask: Conversion, zeroing: Any = None) -> Mem: ...

    def __call__(self, mask: Any, zeroing: Any = None) -> Any:
        return _masked(self, mask, zeroing)

    def __repr__(self) -> str:
        size, address, segment = self
        prefix = f"{segment.name}:" if segment is not None else ""
        marks = f"({', '.join(mark.name for mark in size.marks)})" if size.marks else ""
        return f"{size.text}[{prefix}{address!r}]{marks}"


class Size:
    """A size keyword: `qword[address]` is a memory operand of that size. `elements`: the count of a broadcast.

    A memory operand that is converted or has an eviction hint has a size of its own, with these `marks`.
    """

    __slots__ = ("bits", "broadcast", "conversion", "elements", "kind", "marks", "name")

    def __init__(
        self, name: str, bits: int, broadcast: bool = False, elements: int = 0, marks: tuple[Conversion, ...] = ()
    ) -> None:
        self.name = name
        self.bits = bits
        self.broadcast = broadcast
        self.elements = elements
        self.marks = marks
        self.conversion = next((mark for mark in marks if mark is not eh), None)
        self.kind = f"b{bits}" + (f"/{elements}" if elements else "") if broadcast else f"m{bits or ''}"
        self.kind += "".join(f"{{{mark.name}}}" for mark in marks)

    def __getitem__(self, address: Any) -> Mem:
        if address.__class__ is Address:
            return _new_tuple(Mem, (self, address, None))
        if address.__class__ is slice:
            segment = address.start
            if segment.__class__ is not Reg or segment.family != "seg" or address.step is not None:
                raise OperandError(f"{self.name}[{segment!r}:...]: what stands before the colon is a segment register")
            return _new_tuple(Mem, (self, _as_address(address.stop), segment))
        return _new_tuple(Mem, (self, _as_address(address), None))

    def to(self, elements: int) -> Size:
        """The broadcast of this element to exactly `elements`, as in {1to4}, for where the count is ambiguous."""
        count = whole_number(elements)
        if not self.broadcast or count not in (2, 4, 8, 16, 32) or count * self.bits > 512:
            raise OperandError(
                f"{self.name}.to({shown(elements)}): a broadcast fills 2, 4, 8, 16 or 32 elements of a vector"
            )
        return _size(self.name, self.bits, True, count, self.marks)

    __iter__ = None  # else Python would take `qword[0]`, `qword[1]` and so on for the items of a sequence
    __contains__ = None

    def __reduce__(self) -> Any:
        if self.elements or self.marks:
            return (_size, (self.name, self.bits, self.broadcast, self.elements, self.marks))
        return self.name

    @property
    def text(self) -> str:
        """The keyword as it is written."""
        return f"{self.name}.to({self.elements})" if self.elements else self.name

    def __repr__(self) -> str:
        return self.text


@cache
def _size(name: str, bits: int, broadcast: bool, elements: int, marks: tuple[Conversion, ...]) -> Size:
    return Size(name, bits, broadcast, elements, marks)


class Rounding:
    """A rounding mode or `sae`, written as the last operand. `control` is the value of EVEX.L'L, or None for sae.

    `suppresses` tells whether exceptions are suppressed; without that, rounding is for MVEX only.
    """

    __slots__ = ("control", "kind", "name", "suppresses")

    def __init__(self, name: str, control: int | None) -> None:
        self.name = name
        self.kind = "sae" if control is None else "er"
        self.suppresses = name.endswith("sae")
        self.control = control

    def __repr__(self) -> str:
        return "{" + self.name.replace("_", "-") + "}"

    def __reduce__(self) -> str:
        return self.name


rn_sae = Rounding("rn_sae", 0)
rd_sae = Rounding("rd_sae", 1)
ru_sae = Rounding("ru_sae", 2)
rz_sae = Rounding("rz_sae", 3)
sae = Rounding("sae", None)
rn = Rounding("rn", 0)
rd = Rounding("rd", 1)
ru = Rounding("ru", 2)
rz = Rounding("rz", 3)

byte = Size("byte", 8)
word = Size("word", 16)
dword = Size("dword", 32)
fword = Size("fword", 48)
qword = Size("qword", 64)
tbyte = Size("tbyte", 80)
xmmword = Size("xmmword", 128)
ymmword = Size("ymmword", 256)
zmmword = Size("zmmword", 512)
ptr = Size("ptr", 0)
word_bcst = Size("word_bcst", 16, True)
dword_bcst = Size("dword_bcst", 32, True)
qword_bcst = Size("qword_bcst", 64, True)
xmmword_bcst = Size("xmmword_bcst", 128, True)
ymmword_bcst = Size("ymmword_bcst", 256, True)

SIZES = {size.name: size for size in (byte, word, dword, fword, qword, tbyte, xmmword, ymmword, zmmword, ptr)}
SIZES |= {size.name: size for size in (word_bcst, dword_bcst, qword_bcst, xmmword_bcst, ymmword_bcst)}

MODIFIERS = ("st", "z", "rn_sae", "rd_sae", "ru_sae", "rz_sae", "sae")
"""What else stands among operands, by name."""

# Registers that some form names as an operand of its own.
SINGLED_OUT = {"al", "cl", "ax", "dx", "eax", "edx", "rax", "st0", "xmm0", "es", "fs", "gs"}


def _registers() -> dict[str, Reg]:
    table: dict[str, Reg] = {}

    def add(names: str, family: str, bits: int, first: int = 0, rex: int = 0) -> None:
        for number, name in enumerate(names.split(), first):
            kind = name if name in SINGLED_OUT else family
            if family in ("xmm", "ymm", "zmm") and number > 15:
                kind = family + "+"  # only EVEX reaches the upper half
            table[name] = Reg(name, family, kind, number, bits, rex)

    def numbered(prefix: str, count: int, family: str, bits: int, first: int = 0, suffix: str = "") -> None:
        add(" ".join(f"{prefix}{number}{suffix}" for number in range(first, count)), family, bits, first)

    add("al cl dl bl", "r8", 8)
    add("spl bpl sil dil", "r8", 8, 4, rex=1)
    add("ah ch dh bh", "r8", 8, 4, rex=2)
    add("ax cx dx bx sp bp si di", "r16", 16)
    add("eax ecx edx ebx esp ebp esi edi", "r32", 32)
    add("rax rcx rdx rbx rsp rbp rsi rdi", "r64", 64)
    for family, bits, suffix in (("r8", 8, "b"), ("r16", 16, "w"), ("r32", 32, "d"), ("r64", 64, "")):
        numbered("r", 16, family, bits, 8, suffix)
    numbered("mm", 8, "mm", 64)
    for family, bits in (("xmm", 128), ("ymm", 256), ("zmm", 512)):
        numbered(family, 32, family, bits)
    numbered("k", 8, "k", 64)
    numbered("st", 8, "st", 80)
    numbered("tmm", 8, "tmm", 8192)
    numbered("bnd", 4, "bnd", 128)
    numbered("dr", 8, "dr", 64)
    for number in (0, 2, 3, 4, 8):  # the control registers that exist
        numbered("cr", number + 1, "cr", 64, number)
    add("es cs ss ds fs gs", "seg", 16)
    table["rip"] = Reg("rip", "rip", "rip", 5, 64)
    table["eip"] = Reg("eip", "rip", "rip", 5, 32)
    return table


REGISTERS = _registers()
st = tuple(REGISTERS[f"st{number}"] for number in range(8))
"""The x87 stack: `st[0]` to `st[7]`, also named st0 to st7."""


def register(name: str) -> Reg:
    """The register of that name. Raises OperandError when there is none."""
    try:
        return REGISTERS[name]
    except KeyError:
        raise OperandError(f"there is no register {name!r}") from None


def kind_of(operand: Any) -> str:
    """What a form's operand matches on: a register's kind, `m64`, `b32`, `i` for a number, `L` for a label."""
    cls = operand.__class__
    if cls is Reg or cls is Mem or cls is Masked or cls is Rounding:
        return operand.kind  # type: ignore[no-any-return]
    if isinstance(operand, Symbol):
        return "L"
    if whole_number(operand) is not None:
        return "i"
    hint = f"; a float has to be in memory: qword[rip + a.constant({shown(operand)})]" if cls is float else ""
    raise OperandError(f"{shown(operand)} is not an operand: give registers, memory, labels or whole numbers{hint}")


def __getattr__(name: str) -> Reg:
    """Registers are attributes of the module: `from jitney.x86.operands import rax`."""
    try:
        return REGISTERS[name]
    except KeyError:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
