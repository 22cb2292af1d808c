"""Encode one instruction: a form of the table and its operands make bytes.

Intel SDM vol. 2, chapter 2: legacy prefixes, REX, VEX and EVEX, ModRM and SIB; AMD APM vol. 3 for XOP and 3DNow!; Intel
Xeon Phi Coprocessor ISA Reference Manual, section 3, for MVEX. An `Encoder` is made from a form's opcode text once and
then called with operands. It raises `Misfit` where a value or a register does not fit the form, so that the assembler
can try the next one.

    [9B] [segment] [67] [66] [F2|F3] [F0]  [REX | VEX | EVEX | MVEX | XOP]  opcode
    [ModRM [SIB] [displacement]]  [immediate]
"""

from __future__ import annotations

from functools import cache, lru_cache

from ..machine.sections import ABS32, ABS32S, ABS64, REL32, Fixup, Symbol
from ..records import NamedTuple
from .forms import Form
from .operands import Conversion, Masked, Mem, Reg, Rounding, eh, numeral

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


SEGMENT_PREFIX = {"es": 0x26, "cs": 0x2E, "ss": 0x36, "ds": 0x3E, "fs": 0x64, "gs": 0x65}
MAPS = {"0F": 1, "0F38": 2, "0F3A": 3, "MAP5": 5, "MAP6": 6, "X8": 8, "X9": 9, "XA": 10}
PP = {"66": 1, "F3": 2, "F2": 3}
BRANCH_PREFIXES = (0x2E, 0x3E)  # not taken, taken or notrack
REX_NEEDED, REX_FORBIDDEN = 1, 2
IMMEDIATE_BYTES = {"ib": 1, "iw": 2, "id": 4, "io": 8}


class Misfit(Exception):
    """These operands do not fit this form; says why."""


class AddressBytes(NamedTuple):
    """ModRM (with reg = 0), SIB and displacement of a memory operand, and what it asks of the prefixes."""

    data: bytes
    x: int  # bit 3 of the index
    b: int  # bit 3 of the base
    v: int  # bit 4 of a vector index
    address32: bool
    fixup: tuple[int, str, Symbol, int] | None  # offset in data, kind, symbol, addend


def address_bytes(memory: Mem, unit: int, sib: bool = False, wide: bool = False) -> AddressBytes:
    """Encode an address. `unit`: what an 8-bit displacement counts; `sib`: with a SIB byte; `wide`: no 8-bit one."""
    base, index, scale, displacement, symbol = memory[1]
    vector = index is not None and index.family not in ("r64", "r32")
    width = base.bits if base is not None else index.bits if index is not None and not vector else 64
    address32 = width == 32
    if base is None or symbol is not None:
        low, high = -0x8000_0000, 0xFFFF_FFFF if address32 else 0x7FFF_FFFF
        if not low <= displacement <= high:
            displacement -= 1 << 64  # the top 2 GiB, written as an unsigned address
            if not low <= displacement < 0:
                raise Misfit(f"the address {numeral(displacement + (1 << 64))} does not fit 32 bits, sign-extended")
        tail = (displacement & 0xFFFF_FFFF).to_bytes(4, "little") if symbol is None else bytes(4)
        fixup: tuple[int, str, Symbol, int] | None = None
        if base is not None and base.family == "rip":
            if sib:
                raise Misfit("this instruction takes no address relative to rip")
            if symbol is not None:
                fixup = (1, REL32, symbol, displacement)
            return AddressBytes(b"\x05" + tail, 0, 0, 0, address32, fixup)
        if symbol is not None:
            fixup = (2, ABS32 if address32 else ABS32S, symbol, displacement)
            if base is not None and index is None and base.number & 7 != 4 and not sib:
                fixup = (1, *fixup[1:])
                return AddressBytes(bytes((0x80 | base.number & 7,)) + tail, 0, base.number >> 3, 0, address32, fixup)
        mod = 0x00 if base is None else 0x80
        low_base = 5 if base is None else base.number & 7
        b = 0 if base is None else base.number >> 3
        if index is None:
            return AddressBytes(bytes((mod | 4, 0x20 | low_base)) + tail, 0, b, 0, address32, fixup)
        number = index.number
        bits = (scale.bit_length() - 1) << 6
        data = bytes((mod | 4, bits | (number & 7) << 3 | low_base)) + tail
        return AddressBytes(data, number >> 3 & 1, b, number >> 4, address32, fixup)
    if not -0x8000_0000 <= displacement <= 0x7FFF_FFFF:
        if address32 and displacement <= 0xFFFF_FFFF:
            displacement -= 1 << 32
        if not -0x8000_0000 <= displacement <= 0x7FFF_FFFF:
            raise Misfit(f"the displacement {numeral(displacement)} does not fit 32 bits, signed")
    number = base.number
    low_base = number & 7
    if base.family == "rip":
        if sib:
            raise Misfit("this instruction takes no address relative to rip")
        return AddressBytes(b"\x05" + displacement.to_bytes(4, "little", signed=True), 0, 0, 0, address32, None)
    if displacement == 0 and low_base != 5 and not wide:
        mod, tail = 0x00, b""
    elif not wide and -128 * unit <= displacement <= 127 * unit and displacement % unit == 0:
        mod, tail = 0x40, (displacement // unit & 0xFF).to_bytes(1, "little")
    else:
        mod, tail = 0x80, displacement.to_bytes(4, "little", signed=True)
    if index is None:
        if low_base == 4 or sib:
            return AddressBytes(bytes((mod | 4, 0x20 | low_base)) + tail, 0, number >> 3, 0, address32, None)
        return AddressBytes(bytes((mod | low_base,)) + tail, 0, number >> 3, 0, address32, None)
    i = index.number
    data = bytes((mod | 4, (scale.bit_length() - 1) << 6 | (i & 7) << 3 | low_base)) + tail
    return AddressBytes(data, i >> 3 & 1, number >> 3, i >> 4, address32, None)


_cached_address_bytes = lru_cache(maxsize=8192)(address_bytes)


def immediate_bytes(value: Any, kind: str, size: int, operand_bits: int) -> bytes:
    """An immediate of `size` bytes. `kind` is imm8, simm8, ... as in the table; simm8 extends to `operand_bits`."""
    value = value.__index__()
    bits = 8 * size
    if kind[0] == "s":
        if value >= 1 << operand_bits - 1 and value < 1 << operand_bits:
            value -= 1 << operand_bits
        if not -(1 << bits - 1) <= value < 1 << bits - 1:
            raise Misfit(f"{numeral(value)} does not fit {bits} bits, sign-extended to {operand_bits}")
    elif not -(1 << bits - 1) <= value < 1 << bits:
        raise Misfit(f"{numeral(value)} does not fit {bits} bits")
    return (value & (1 << bits) - 1).to_bytes(size, "little")  # type: ignore[no-any-return]


LEAST_HEAD = {"legacy": 0, "VEX": 2, "XOP": 3, "EVEX": 4, "MVEX": 4}
"""How many bytes at least stand before the opcode."""


class Encoder:
    """Encodes the operands of one form. Calling it gives (bytes, fixups relative to the first byte).

    No encoding is of fewer bytes than `shortest`.
    """

    __slots__ = (
        "address_64", "address_size", "broadcast_unit", "digit", "distinct", "eviction", "fixed_rm", "form", "high_at",
        "immediates", "implied_at", "length", "loads_segment", "low_at", "map", "mask_at", "modrm", "no_rip",
        "offset_at", "one_at", "opcode", "opcode_at", "operand_bits", "pp", "prefix", "reg_at", "register_only",
        "rm_at", "shortest", "sib", "suffix", "trailing_length", "unit", "vvvv_at", "w", "wait",
    )  # fmt: skip

    def __init__(self, form: Form) -> None:
        self.form = form
        self.prefix = b""  # 67, 66, F2 and F3 in this order
        self.wait = b"\x9b" if "9b" in form.notes else b""
        self.w = 0
        self.opcode = b""
        self.suffix = b""  # 3DNow! has its opcode last
        self.digit: int | None = None  # fixed ModRM.reg
        self.fixed_rm: int | None = None
        self.modrm = False
        self.sib = False
        self.immediates: list[tuple[int, str, int]] = []  # operand, kind, bytes
        self.address_size = False
        self.operand_bits = 32
        self.unit = self.broadcast_unit = 1
        for note in form.notes:
            if note[0] == "N" and note[1:].isdigit():
                self.unit = int(note[1:])
            elif note[0] == "B" and note[1:].isdigit():
                self.broadcast_unit = int(note[1:])
        self._parse()
        places = form.places
        self.reg_at = places.find("R")
        self.rm_at = places.find("M")
        self.vvvv_at = places.find("V")
        self.opcode_at = places.find("O")
        self.high_at = places.find("S")
        self.low_at = places.find("T")
        self.offset_at = places.find("A")
        self.modrm = self.modrm or self.rm_at >= 0 or self.reg_at >= 0
        # An implied memory operand, which may carry a segment or address-size prefix.
        self.implied_at = next((n for n, text in enumerate(form.operands) if text.startswith("<m")), -1)
        self.one_at = next((n for n, text in enumerate(form.operands) if text == "1"), -1)
        self.mask_at = next((n for n, text in enumerate(form.operands) if "{k" in text), -1)
        self.trailing_length = len(self.suffix) + sum(size for _, _, size in self.immediates) + (self.high_at >= 0)
        self.shortest = LEAST_HEAD[form.encoding] + len(self.opcode) + self.modrm + self.trailing_length
        self.address_64 = "a64!" in form.notes
        self.no_rip = "!rip" in form.notes
        self.distinct = len(form.operands) if "distinct" in form.notes else 1 if "own-dest" in form.notes else 0
        self.loads_segment = form.operands[:1] == ("Sreg",)
        self.register_only = "11:" in form.opcode and "!(11)" not in form.opcode

    def _parse(self) -> None:
        words = self.form.opcode.split()
        prefixes = {"67": b"", "66": b"", "F": b""}
        opcode = bytearray()
        sizes = []
        seen_modrm = False
        if self.form.encoding != "legacy":
            self._parse_vector(words.pop(0).split("."))
        for word in words:
            if word == "o16":
                prefixes["66"] = b"\x66"
                self.operand_bits = 16
            elif word == "a32":
                prefixes["67"] = b"\x67"
                self.address_size = True
            elif word == "REX.W":
                self.w = 8
                self.operand_bits = 64
            elif word == "NP" or word in ("cb", "cw", "cd", "mo"):
                continue
            elif word in IMMEDIATE_BYTES:
                sizes.append(IMMEDIATE_BYTES[word])
            elif word in ("/is4", "/is5"):
                continue
            elif word == "/vsib":
                seen_modrm = self.sib = True
            elif word[0] == "/":
                seen_modrm = True
                if word != "/r":
                    self.digit = int(word[1])
            elif ":" in word:  # 11:rrr:bbb
                seen_modrm = True
                _, reg, rm = word.split(":")
                if reg != "rrr":
                    self.digit = int(reg, 2)
                if rm != "bbb":
                    if word.startswith("!"):
                        self.sib = True  # rm = 100: always with a SIB byte
                    else:
                        self.fixed_rm = int(rm, 2)
            elif seen_modrm:
                self.suffix = bytes.fromhex(word)
            elif word in ("66", "F2", "F3") and not opcode and self.form.encoding == "legacy":
                prefixes["66" if word == "66" else "F"] = bytes.fromhex(word)
            elif word == "9B" and self.wait:
                continue
            else:
                opcode += bytes.fromhex(word.partition("+")[0])
        self.modrm = seen_modrm
        self.prefix = prefixes["67"] + prefixes["66"] + prefixes["F"]
        self.opcode = bytes(opcode)
        if self.form.mnemonic == "push" and self.operand_bits == 32:
            self.operand_bits = 64
        fields = [n for n, place in enumerate(self.form.places) if place == "I"]
        self.immediates = [(n, self.form.operands[n], size) for n, size in zip(fields, sizes, strict=False)]

    def _parse_vector(self, parts: list[str]) -> None:
        self.pp = 0
        self.map = 0
        self.length = 0
        self.eviction = 0
        for part in parts[1:]:
            if part in ("256", "L1"):
                self.length = 1
            elif part == "512":
                self.length = 2
            elif part in PP:
                self.pp = PP[part]
            elif part in MAPS:
                self.map = MAPS[part]
            elif part == "W1":
                self.w = 1
            elif part == "EH1":
                self.eviction = 1

    def __call__(
        self,
        operands: tuple[Any, ...],
        rounding: Rounding | None = None,
        hints: frozenset[str] = frozenset(),
        prefixes: bytes = b"",
    ) -> tuple[bytes, tuple[Fixup, ...]]:
        """Encode. `operands` are as many as the form has, None for an implied one that was left out.

        `hints` are vex3, disp32; `prefixes` are rep, lock and their like in this order. Raises Misfit.
        """
        mask = zeroing = 0
        at = self.mask_at
        if at >= 0 and operands[at].__class__ is Masked:
            operand, mask_register, z = operands[at]
            mask, zeroing = mask_register.number, z
            operands = operands[:at] + (operand,) + operands[at + 1 :]
        if self.distinct:
            self._check_distinct(operands)
        reg = operands[self.reg_at].number if self.reg_at >= 0 else self.digit or 0
        segment = b""
        if prefixes and prefixes[0] in BRANCH_PREFIXES:  # they are segment prefixes in disguise
            segment, prefixes = prefixes[:1], prefixes[1:]
        fixup = None
        address32 = self.address_size
        x = b = v4 = rex = rm_bit4 = 0
        tail = b""
        broadcast = 0
        encoding = self.form.encoding
        conversion = _conversion(operands) if encoding == "MVEX" else None
        if self.rm_at >= 0:
            rm = operands[self.rm_at]
            if rm.__class__ is Reg:
                number = rm.number
                b = number >> 3 & 1
                rm_bit4 = number >> 4
                rex |= rm.rex
                tail = bytes((0xC0 | (reg & 7) << 3 | number & 7,))
            else:
                size, _, segment_register = rm
                if self.register_only:
                    raise Misfit("this form takes registers only")
                if self.no_rip and rm[1][0] is not None and rm[1][0].family == "rip":
                    raise Misfit("this instruction takes no address relative to rip")
                broadcast = size.broadcast
                unit = size.bits >> 3 if broadcast else self.unit
                if broadcast and size.elements and size.elements * unit != self.unit:
                    raise Misfit(f"{size} fills {size.elements} elements, this form {self.unit // unit}")
                if conversion is not None:
                    unit //= conversion.divisor
                encode = _cached_address_bytes if rm[1][4] is None else address_bytes
                data, x, b, v4, needs32, fixup = encode(rm, unit, self.sib, "disp32" in hints)
                if needs32 != address32:
                    if address32 or self.address_64:
                        raise Misfit(f"this form takes addresses of {32 if address32 else 64} bits")
                    address32 = True
                tail = bytes((data[0] | (reg & 7) << 3,)) + data[1:]
                if segment_register is not None:
                    segment = _segment(segment_register, rm)
        elif self.modrm:
            tail = bytes((0xC0 | (reg & 7) << 3 | (self.fixed_rm or 0),))
        if self.implied_at >= 0:
            segment, address32 = self._implied(operands)
        modrm_length = len(tail)
        opcode = self.opcode
        if self.opcode_at >= 0:
            register = operands[self.opcode_at]
            if opcode == b"\x90" and register.kind == "eax" and not self.w:
                raise Misfit("90 is nop, which unlike xchg eax, eax leaves the upper half of rax")
            rex |= register.rex
            b = register.number >> 3
            opcode = opcode[:-1] + bytes((opcode[-1] + (register.number & 7),))
        if self.reg_at >= 0:
            rex |= operands[self.reg_at].rex
            if self.loads_segment and reg == 1:
                raise Misfit("cs cannot be loaded")
        trailing = self.suffix
        late_fixup = None
        for at, kind, size in self.immediates:
            value = operands[at]
            if isinstance(value, Symbol):
                if size < 4 or self.operand_bits == 16:
                    raise Misfit(f"the address of {value.name!r} does not fit an immediate of {8 * size} bits")
                late_fixup = (len(trailing), ABS64 if size == 8 else ABS32S if kind[0] == "s" else ABS32, value, 0)
                trailing += bytes(size)
            else:
                trailing += immediate_bytes(value, kind, size, self.operand_bits)
        if self.high_at >= 0:
            low = 0
            if self.low_at >= 0:
                if isinstance(operands[self.low_at], Symbol):
                    raise Misfit("an address does not fit 4 bits")
                low = operands[self.low_at].__index__()
                if not 0 <= low <= 15:
                    raise Misfit(f"{numeral(low)} does not fit 4 bits")
            trailing += bytes((operands[self.high_at].number << 4 | low,))
        if self.one_at >= 0 and operands[self.one_at] != 1:
            raise Misfit("this form shifts by 1")
        if self.offset_at >= 0:
            tail, segment, address32, fixup = self._absolute(operands[self.offset_at])
        r = reg >> 3 & 1
        if encoding == "legacy":
            head = self._legacy_head(opcode, prefixes, address32, rex, r, x, b)
        else:
            vvvv = operands[self.vvvv_at].number if self.vvvv_at >= 0 else 0
            if encoding == "EVEX":
                head = self._evex_head(reg, x | rm_bit4, b, vvvv, v4, mask, zeroing, broadcast, rounding)
            elif encoding == "VEX":
                head = self.vex_head(r, x, b, vvvv, "vex3" in hints)
            elif encoding == "MVEX":
                rm = operands[self.rm_at]
                head = self._mvex_head(reg, x | rm_bit4, b, vvvv, v4, mask, rm, conversion, rounding)
            else:
                head = bytes((
                    0x8F, (1 - r) << 7 | (1 - x) << 6 | (1 - b) << 5 | self.map,
                    self.w << 7 | (~vvvv & 15) << 3 | self.length << 2 | self.pp,
                ))  # fmt: skip
            head = (b"\x67" if address32 else b"") + prefixes + head + opcode
        head = self.wait + segment + head
        data = head + tail + trailing
        if len(data) > 15:
            raise Misfit(f"the instruction takes {len(data)} bytes, more than the 15 that a processor decodes")
        fixups: tuple[Fixup, ...] = ()
        if fixup is not None:
            offset, kind, symbol, addend = fixup
            if kind == REL32:  # rip is that of the next instruction
                addend -= len(data) - len(head) - offset
            fixups = (Fixup(len(head) + offset, kind, symbol, addend),)
        if late_fixup is not None:
            offset, kind, symbol, addend = late_fixup
            fixups += (Fixup(len(head) + modrm_length + offset, kind, symbol, addend),)
        return data, fixups

    def _legacy_head(self, opcode: bytes, prefixes: bytes, address32: bool, rex: int, r: int, x: int, b: int) -> bytes:
        bits = self.w | r << 2 | x << 1 | b
        head = self.prefix + prefixes
        if address32 and not self.address_size:
            head = b"\x67" + head
        if bits or rex & REX_NEEDED:
            if rex & REX_FORBIDDEN:
                raise Misfit("ah, ch, dh and bh cannot stand in an instruction that needs a REX prefix")
            head += bytes((0x40 | bits,))
        return head + opcode

    def vex_head(self, r: int, x: int, b: int, vvvv: int, long: bool) -> bytes:
        last = (~vvvv & 15) << 3 | self.length << 2 | self.pp
        if self.map == 1 and not (self.w or x or b or long):
            return bytes((0xC5, (1 - r) << 7 | last))
        return bytes((0xC4, (1 - r) << 7 | (1 - x) << 6 | (1 - b) << 5 | self.map, self.w << 7 | last))

    def _evex_head(
        self,
        reg: int,
        x: int,
        b: int,
        vvvv: int,
        v4: int,
        mask: int,
        zeroing: int,
        broadcast: int,
        rounding: Rounding | None,
    ) -> bytes:
        length = self.length
        if rounding is not None:
            if not rounding.suppresses:
                raise Misfit(f"{rounding!r} does not suppress exceptions, as rounding in this form does")
            broadcast = 1
            length = rounding.control or 0
        if "k!" in self.form.notes and not mask:
            raise Misfit("this form needs a mask, k1 to k7")
        return bytes((
            0x62,
            (~reg >> 3 & 1) << 7 | (1 - x) << 6 | (1 - b) << 5 | (~reg >> 4 & 1) << 4 | self.map,
            self.w << 7 | (~vvvv & 15) << 3 | 4 | self.pp,
            zeroing << 7 | length << 5 | broadcast << 4 | (1 - (vvvv >> 4 | v4)) << 3 | mask,
        ))  # fmt: skip

    def _mvex_head(
        self,
        reg: int,
        x: int,
        b: int,
        vvvv: int,
        v4: int,
        mask: int,
        rm: Any,
        conversion: Conversion | None,
        rounding: Rounding | None,
    ) -> bytes:
        """As EVEX but for a bit of the third byte and the upper half of the fourth: eviction hint E, then SSS."""
        eviction, code = self.eviction, conversion.code if conversion is not None else 0
        if rounding is not None:  # E with a register
            if conversion is not None:
                raise Misfit(f"{rounding!r} and {conversion!r} exclude each other")
            eviction, code = 1, (rounding.control or 0) | rounding.suppresses << 2
        elif rm.__class__ is Mem:
            size = rm[0]
            eviction |= eh in size.marks
            if size.broadcast:
                code = 1 if size.bits <= 64 else 2
        head = self._evex_head(reg, x, b, vvvv, v4, mask, 0, 0, None)
        return bytes((*head[:2], head[2] ^ 4, head[3] & 0x0F | eviction << 7 | code << 4))

    def _check_distinct(self, operands: tuple[Any, ...]) -> None:
        """The processor refuses one register in several places of these instructions."""
        numbers = []
        for operand in operands:
            if operand.__class__ is Mem:
                operand = operand[1][1]
            if operand.__class__ is Reg and operand.family in ("xmm", "ymm", "zmm", "tmm"):
                numbers.append(operand.number)
        first = numbers[: self.distinct]
        if len(set(first)) < len(first) or any(number in first for number in numbers[self.distinct :]):
            raise Misfit("the vector registers of this instruction must differ from one another")

    def _implied(self, operands: tuple[Any, ...]) -> tuple[bytes, bool]:
        """Prefixes for implied memory operands that were written out: only their segment and width can be chosen."""
        segment, address32 = b"", self.address_size
        for text, operand in zip(self.form.operands, operands, strict=False):
            if operand is None or operand.__class__ is not Mem:
                continue
            wanted = text[1:-1].split(" ")[1]  # ds:rsi, es:rdi, ds:rbx+al
            default, base_name = wanted.split(":")
            base, index, _scale, displacement, symbol = operand[1]
            if base is None or displacement or symbol is not None or index is not None:
                raise Misfit(f"this operand is [{wanted}]")
            if base.name == "e" + base_name.partition("+")[0][1:]:
                address32 = True
            elif base.name != base_name.partition("+")[0]:
                raise Misfit(f"this operand is [{wanted}]")
            if operand[2] is not None and operand[2].name != default:
                if default == "es":
                    raise Misfit("the segment of [es:rdi] cannot be overridden")
                segment = bytes((SEGMENT_PREFIX[operand[2].name],))
        return segment, address32

    def _absolute(self, memory: Mem) -> tuple[bytes, bytes, bool, tuple[int, str, Symbol, int] | None]:
        """The bytes of an absolute 64-bit address (moffs)."""
        base, index, _, displacement, symbol = memory[1]
        if base is not None or index is not None:
            raise Misfit("this form takes an absolute address")
        if not -(1 << 63) <= displacement < 1 << 64:
            raise Misfit(f"the address {numeral(displacement)} does not fit 64 bits")
        segment = _segment(memory[2], memory) if memory[2] is not None else b""
        if symbol is not None:
            return bytes(8), segment, False, (0, ABS64, symbol, displacement)
        return (displacement & (1 << 64) - 1).to_bytes(8, "little"), segment, False, None


def _conversion(operands: tuple[Any, ...]) -> Conversion | None:
    """What converts a register or memory among the operands of an MVEX instruction."""
    for operand in operands:
        source = operand[0] if operand.__class__ is Mem else operand
        if getattr(source, "conversion", None) is not None:
            return source.conversion  # type: ignore[no-any-return]
    return None


def _segment(register: Reg, memory: Mem) -> bytes:
    """The prefix of a segment override, unless it is the default of this address."""
    base = memory[1][0]
    default = "ss" if base is not None and base.number in (4, 5) and base.family != "rip" else "ds"
    return b"" if register.name == default else bytes((SEGMENT_PREFIX[register.name],))


@cache
def encoder(form: Form) -> Encoder:
    """The encoder of a form."""
    return Encoder(form)
