"""Operands as they are written: `qword ptr fs:[rax + rcx*8 - 16]`, `zmm1{k1}{z}`, `[rel table]`, `st(3)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...errors import AssemblyError
from ...machine.sections import Symbol
from ..operands import (
    MEMORY_TYPES,
    REGISTERS,
    SIZES,
    SWIZZLES,
    Address,
    Mem,
    Reg,
    Rounding,
    Size,
    eh,
    ptr,
    rd,
    rd_sae,
    rn,
    rn_sae,
    ru,
    ru_sae,
    rz,
    rz_sae,
    sae,
    z,
)
from .expressions import Reader, Sum
from .lexer import Slip, tokens
from .spelling import meant

if TYPE_CHECKING:
    from .source import Source

SIZE_WORDS = {
    **{name: size for name, size in SIZES.items() if size.bits},
    "oword": SIZES["xmmword"], "yword": SIZES["ymmword"], "zword": SIZES["zmmword"], "mmword": SIZES["qword"],
    "tword": SIZES["tbyte"], "xword": SIZES["tbyte"], "far": SIZES["fword"],
}  # fmt: skip
ROUNDINGS: dict[str, Rounding] = {
    repr(rounding).strip("{}"): rounding for rounding in (rn_sae, rd_sae, ru_sae, rz_sae, sae, rn, rd, ru, rz)
}
CONVERSIONS = {mark.name: mark for mark in (*SWIZZLES, *MEMORY_TYPES, eh)}
TIMES = {f"1to{count}": (count, 1) for count in (2, 4, 8, 16, 32)} | {"4to8": (2, 4), "4to16": (4, 4)}
# Compilers put the size into the brackets too: `jmp [QWORD PTR .L4[0+rdi*8]]`.
NESTED = re.compile(r"(?i)([ \t]*)\[([ \t]*[a-z]+[ \t]+ptr\b.*)\][ \t]*")
LOW, HIGH = -(1 << 63), (1 << 64) - 1


class Unsized:
    """Memory of which the instruction must tell how large the elements are that it broadcasts."""

    __slots__ = ("count", "mask", "memory")

    def __init__(self, memory: Mem, count: int) -> None:
        self.memory = memory
        self.count = count
        self.mask: tuple[Reg, Any] | None = None

    def sized(self) -> list[Any]:
        """The memory operands that it can stand for."""
        found = []
        for name in ("dword_bcst", "qword_bcst", "word_bcst"):
            size = SIZES[name]
            if size.bits * self.count <= 512:
                found.append(tuple.__new__(Mem, (size.to(self.count), *self.memory[1:])))
        return found


def read_operand(text: str, column: int, source: Source, hints: list[str] | None = None) -> tuple[Any, ...]:
    """Read an operand: itself and, where it is glued to one, a rounding mode. What it asks of the encoding is appended
    to `hints`. Raises Slip, or OperandError."""
    nested = NESTED.fullmatch(text)
    if nested is not None:
        text = f"{nested[1]} {nested[2]}"
    reader = Reader(tokens(text, column), source)
    if reader.peek() == "{":
        return (_rounding(reader),)
    size: Size | None = None
    pointer = False
    while True:
        word = reader.word()
        if word in SIZE_WORDS and size is None:
            size = SIZE_WORDS[word]
        elif word == "ptr":
            pointer = True
        elif word == "bcst" and size is not None and not size.broadcast:
            size = _broadcast(size, reader.column)
        elif word == "rel":
            reader.relative = True
        elif word in ("short", "near"):
            if hints is None:
                raise Slip(f"{word} belongs to a branch", reader.column, len(word))
            hints.append(word)
        else:
            break
        reader.at += 1
    if reader.at == 1 and reader.tokens[1][0] == "end":
        written = reader.tokens[0][1]
        raise Slip(f"{written} is a word of this language: give the label another name", column, len(written))
    reader.override()
    start = reader.column
    value = reader.expression()
    if reader.bracketed or reader.segment is not None or reader.relative or (size is not None and value.plus):
        operand: Any = _memory(value, size or ptr, reader, source, start)
    elif size is not None or pointer:
        raise Slip("a size stands before memory: write the address in brackets", column, len(text))
    else:
        operand = plain(value, start, source)
    return _decorated(operand, reader)


def plain(value: Sum, column: int, source: Source) -> Any:
    """The operand that a value is when it is no address: a register, a number or a label."""
    value = source.reduced(value)
    if value.is_number:
        if not LOW <= value.number <= HIGH:
            raise Slip("a number of more than 64 bits", column)
        return value.number
    if not value.registers:
        return source.symbol_of(value, column)
    if len(value.registers) == 1 and value == Sum(0, value.registers) and value.registers[0][1] is None:
        return value.registers[0][0]
    raise Slip("a sum with registers is an address: write it in brackets", column)


def _memory(value: Sum, size: Size, reader: Reader, source: Source, column: int) -> Mem:
    value = source.reduced(value)
    number, registers, plus, minus = value
    address: Any = None
    for register, factor in registers:
        if factor in (3, 5, 9) and len(registers) == 1:
            part: Any = register + register * (factor - 1)
        else:
            part = register if factor is None else register * factor
        address = part if address is None else address + part
    symbol = None
    if len(plus) == 1 and not minus:
        symbol = plus[0]
    elif plus or minus:
        if any(register.family == "rip" for register, _ in registers):
            raise Slip("an address relative to rip takes one label, not a difference", column)
        symbol, number = source.symbol_of(Sum(number, (), plus, minus), column), 0
    relative = source.relative and reader.segment is None if reader.relative is None else reader.relative
    if relative and address is None and (symbol is not None or reader.relative):
        if symbol is None:  # a fixed place
            number &= (1 << 64) - 1
            symbol, number = Symbol(hex(number), external=True, value=number), 0
        address = REGISTERS["rip"]
    base, index, scale, displacement, _ = size[0 if address is None else address][1]
    address = tuple.__new__(Address, (base, index, scale, displacement + number, symbol))
    return tuple.__new__(Mem, (size, address, reader.segment))


def _broadcast(size: Size, column: int) -> Size:
    name = f"{size.name}_bcst"
    if name not in SIZES:
        raise Slip(f"a {size.name} cannot be broadcast", column)
    return SIZES[name]


def _rounding(reader: Reader) -> Rounding:
    word, column = _braced(reader)
    reader.end()
    if word not in ROUNDINGS:
        names = ", ".join(f"{{{name}}}" for name in ROUNDINGS if "sae" in name)
        hint = meant(word, ROUNDINGS)
        raise Slip(f"{{{word}}} is not a rounding mode: they are {names}{hint}", column, len(word))
    return ROUNDINGS[word]


def _braced(reader: Reader) -> tuple[str, int]:
    """Read what stands in braces."""
    reader.expect("{")
    column = reader.column
    word = ""
    while reader.tokens[reader.at][0] in ("name", "number") or reader.peek() == "-":
        word += reader.peek()
        reader.at += 1
    if not word:
        raise reader.unexpected("a mask, z, a broadcast or a rounding mode in braces")
    reader.expect("}")
    return word.lower(), column


def _decorated(operand: Any, reader: Reader) -> tuple[Any, ...]:
    """Apply the decorators that follow an operand."""
    mask: Reg | None = None
    zeroing: Any = None
    rounding: Rounding | None = None
    while reader.peek() == "{":
        word, column = _braced(reader)
        register = REGISTERS.get(word)
        if register is not None and register.family == "k" and mask is None:
            mask = register
        elif word == "z":
            zeroing = z
        elif word in ROUNDINGS and rounding is None:
            rounding = ROUNDINGS[word]
        elif word in CONVERSIONS and operand.__class__ in (Reg, Mem):
            operand = operand(CONVERSIONS[word])
        elif (word in TIMES or word == "bcst") and operand.__class__ is Mem:
            operand = _repeated(operand, word, column)
        else:
            known = (*ROUNDINGS, *CONVERSIONS, *TIMES, "z", "bcst", *(f"k{number}" for number in range(1, 8)))
            raise Slip(f"{{{word}}} has no meaning here" + meant(word, known), column, len(word))
    reader.end()
    if zeroing is not None and mask is None:
        raise Slip("{z} needs a mask before it, such as {k1}", column)
    if mask is not None:
        if operand.__class__ not in (Reg, Mem):
            raise Slip("only a register or memory takes a mask", column)
        operand = operand(mask, zeroing)
    return (operand,) if rounding is None else (operand, rounding)


def _repeated(operand: Mem, word: str, column: int) -> Any:
    """Memory whose element is broadcast."""
    size = operand[0]
    marks = size.marks
    if word == "bcst":
        return _marked(_broadcast(size, column), operand, marks)
    count, elements = TIMES[word]
    if not size.bits:
        if elements == 1:
            return Unsized(operand, count)
        raise Slip(f"{{{word}}} needs the size of its elements", column, len(word))
    if not size.broadcast:
        size = _broadcast(size, column)
    if size.bits > 64:  # four elements of 32 or 64 bits: their number follows
        made = SIZES[size.name]
    else:
        try:
            made = size.to(count)
        except AssemblyError:
            raise Slip(f"{{{word}}} of {size.bits} bits fills no vector", column, len(word)) from None
    return _marked(made, operand, marks)


def _marked(size: Size, memory: Mem, marks: tuple[Any, ...]) -> Any:
    """The memory with another size, and these conversions and hints."""
    made: Any = tuple.__new__(Mem, (size, *memory[1:]))
    for mark in marks:
        made = made(mark)
    return made
