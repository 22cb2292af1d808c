"""Small functions with one operation on vectors each, and memory with edge values for them."""

from __future__ import annotations

import ctypes
import functools
import random
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from jitney.ir import ops
from jitney.ir.builder import to_f32
from jitney.ir.function import Function, Memory, Value
from jitney.ir.types import BOOL, F32, F64, I8, I16, I32, I64, KINDS, SIZES, vector
from jitney.ir.vectorbuilder import VectorBuilder
from jitney.x86.vectors import VectorUnit

ROW = 64
"""Bytes between the vectors in memory."""
ROWS = 16
SIZE = ROW * ROWS
INTEGERS = (I64, I32, I16, I8)
KIND = {I64: "i64", I32: "i32", I16: "i16", I8: "i8", F64: "f64", F32: "f32", BOOL: "bool"}
ELEMENTS = (*INTEGERS, F64, F32)
FLOATS = [0.0, -0.0, 0.5, -0.5, 1.5, 2.5, -2.5, 0.1, 1e300, -1e-310, 2.0**52 + 0.5, -(2.0**31), 2.0**31, -(2.0**63)]
FLOATS += [2.0**63, 9.3e18, -8388607.5, 16777217.0, float("inf"), -float("inf"), float("nan"), 3.7, -3.7, 1e10]
NUMBERS = [0, 1, -1, 2, 3, 5, 7, 8, 15, 31, 63, 64, 127, 128, 255, 256, 40000, 2**31 - 1, 2**31, 2**32 - 1, 2**32 + 5]
NUMBERS += [10**12, 2**53 + 1, 2**62, 2**63 - 1, 2**63, 2**63 + 1, -(10**15) - 1, 123456789123456789]


class Case(NamedTuple):
    op: int
    element: int
    lanes: int
    to: int = -1
    kind: str = ""
    attr: Any = None

    def __str__(self) -> str:
        names = {type: name for name, type in zip(("q", "d", "w", "b", "f", "s", "m"), (*ELEMENTS, BOOL), strict=True)}
        to = names[self.to] if self.to >= 0 else ""
        more = f" {self.kind}{self.attr if self.attr is not None else ''}"
        return f"{ops.NAMES[self.op]} {names[self.element]}{to}x{self.lanes}{more}".rstrip()


def fill(rng: random.Random, element: int) -> bytes:
    """A buffer's worth of elements."""
    size = SIZES[element] or 1
    out = b""
    while len(out) < SIZE:
        if element in (F64, F32):
            number = rng.choice(FLOATS) if rng.random() < 0.7 else rng.uniform(-1000, 1000)
            out += struct.pack("<d", number) if element == F64 else struct.pack("<f", to_f32(number))
        elif element == BOOL:
            out += bytes([rng.choice((0, 0, 1, 2, 255))])
        else:
            number = rng.choice(NUMBERS) if rng.random() < 0.6 else rng.randrange(2**64) >> rng.randrange(64)
            out += (number & (1 << 8 * size) - 1).to_bytes(size, "little")
    return out


def cases(unit: VectorUnit) -> Iterator[Case]:
    """All that a level claims to have."""
    elements = (*ELEMENTS, BOOL)
    for op in range(ops.COUNT):
        for element in elements:
            for lanes in (2, 4, 8, 16, 32, 64):
                for to in (-1, *elements):
                    if unit.has_vector(op, element, lanes, to):
                        yield from _variants(unit, Case(op, element, lanes, to))


def _variants(unit: VectorUnit, case: Case) -> Iterator[Case]:
    op, element = case.op, case.element
    size = SIZES[element]
    integer = element in INTEGERS
    if op in (ops.SHL, ops.SAR, ops.SHR):
        for attr in ("const", "word", "small", *(["lanes"] if unit.has_lane_shifts(element) else [])):
            yield case._replace(attr=attr)
    elif op == ops.REDUCE:
        names = ops.REDUCTIONS[:9] if integer else ops.REDUCTIONS[9:]
        for attr in names if element != BOOL else ():
            yield case._replace(attr=attr)
    elif op == ops.EXTRACT:
        for attr in {0, 1, case.lanes // 2, case.lanes - 1}:
            yield case._replace(attr=attr)
    elif op in (ops.LOAD, ops.STORE, ops.MLOAD, ops.MSTORE):
        for name, kind in KINDS.items():
            masked_resize = unit.level < 2 and op in (ops.MLOAD, ops.MSTORE)
            if integer and kind.type == I64 and (kind.size == size or (kind.size < size and not masked_resize)):
                yield case._replace(kind=name)
            elif not integer and kind.type == element:
                yield case._replace(kind=name)
    elif op in (ops.GATHER, ops.SCATTER):
        for name, kind in KINDS.items():
            if 4 <= kind.size <= size and (kind.type == element or (integer and kind.type == I64)):
                for index in (I64, I32):
                    if SIZES[index] * case.lanes <= unit.vector_bytes:
                        yield case._replace(kind=name, attr=index)
    elif op == ops.SHUFFLE:
        both = range(2 * case.lanes)
        rng = random.Random(case.lanes * size)
        yield case._replace(attr=tuple(both[::2]))
        yield case._replace(attr=tuple(both[1::2]))
        yield case._replace(attr=tuple(lane // 2 + case.lanes * (lane % 2) for lane in range(case.lanes)))
        yield case._replace(attr=tuple(both[case.lanes :]))
        for _ in range(3):
            yield case._replace(attr=tuple(rng.choices(both, k=case.lanes)))
    elif op == ops.SELECT and element in (F64, F32):
        for attr in ("", "min", "max"):
            yield case._replace(attr=attr)
    elif op == ops.B2I:
        for attr in ("", "added"):
            yield case._replace(attr=attr)
    else:
        yield case


def inputs(rng: random.Random, case: Case) -> list[bytes]:
    """The buffers that a case reads."""
    op, element = case.op, case.element
    if op == ops.SELECT:
        elements = [BOOL, element, element]
    elif op in (ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER):
        elements = [element, BOOL, I8]
    elif op in (ops.ANY, ops.ALL):  # mostly false, or mostly true
        usual = rng.randrange(2)
        return [bytes([usual ^ (rng.random() < 0.03) for _ in range(SIZE)]) for _ in range(3)]
    else:
        elements = [element] * 3
    return [fill(rng, element) for element in elements]


def written_as(case: Case) -> int:
    """The element that the case writes."""
    if case.op in (ops.FEQ, ops.FNE, ops.FLT, ops.FLE):
        return BOOL
    return case.to if case.to >= 0 else case.element


def make(case: Case) -> Function:
    """void f(inputs, outputs, word): the operation for each row of the inputs, operand n from buffer n."""
    function = Function("case")
    entry = function.block()
    function.blocks.append(entry)
    base, out, word = [function.param(entry, I64) for _ in range(3)]
    loop, done = function.block(), function.block()
    loop.depth = 1
    function.blocks += [loop, done]
    at = function.param(loop, I64)
    b = VectorBuilder(function, entry)
    made = _Maker(b, case, base, out, word, at)
    entry.jump(loop, [b.zero])
    b.block = loop
    made.make()
    after = b.add(at, b.word(ROW))
    b.block.branch(b.lt(after, b.word(ROW * ROWS)), loop, done, [after], [])
    done.return_(())
    return function


class _Maker:
    def __init__(self, b: VectorBuilder, case: Case, base: Value, out: Value, word: Value, at: Value) -> None:
        self.b, self.case, self.base, self.out, self.word, self.at = b, case, base, out, word, at

    def operand(self, number: int, element: int) -> Value:
        memory = Memory(KINDS[KIND[element]], 1, number * ROW * ROWS, "in")
        return self.b.load_vector(vector(element, self.case.lanes), memory, self.base, self.at)

    def store(self, value: Value) -> None:
        if value.type < 16:
            kind = {I64: "i64", F64: "f64", F32: "f32", BOOL: "bool"}[value.type]
        else:
            kind = KIND[value.type & 15]
        self.b.store(Memory(KINDS[kind], 1, 0, "out"), value, self.out, self.at)

    def make(self) -> None:
        b, (op, element, lanes, to, kind, attr) = self.b, self.case
        operand = self.operand
        type = vector(element, lanes)
        if op in (ops.SHL, ops.SAR, ops.SHR):
            if attr == "const":
                counts = b.splat(b.word(SIZES[element] * 8 + 5), type)
            elif attr == "word":
                counts = b.splat(self.word, type)
            elif attr == "small":
                counts = b.splat(b.and_(self.word, b.word(7)), type)
            else:
                counts = operand(1, element)
            self.store(b.lanewise(op, operand(0, element), counts))
        elif op == ops.REDUCE:
            self.store(b.reduce(operand(0, element), attr))
        elif op == ops.EXTRACT:
            self.store(b.extract(operand(0, element), attr))
        elif op in (ops.ANY, ops.ALL):
            self.store((b.any if op == ops.ANY else b.all)(operand(0, BOOL)))
            mask = b.lanewise(ops.EQ, operand(1, I8), operand(2, I8))
            self.store((b.any if op == ops.ANY else b.all)(b.lanewise(ops.BOR, mask, operand(0, BOOL))))
        elif op == ops.MASKBITS:
            masks = [operand(0, BOOL), b.lanewise(ops.BNOT, operand(1, BOOL))]
            masks.append(b.lanewise(ops.BNOT, b.lanewise(ops.BAND, operand(0, BOOL), operand(2, BOOL))))
            self.store(functools.reduce(lambda x, y: b.add(b.mul(x, b.word(5)), y), map(b.maskbits, masks)))
        elif op == ops.MASKLOW:
            self.store(b.masklow(b.sub(b.load(Memory(KINDS["u8"], 1, 0, "in"), self.base, self.at), b.word(9)), lanes))
        elif op == ops.LANE_NUMBERS:
            self.store(b.lanewise(ops.ADD, b.lanes(type), b.splat(self.word, type)))
        elif op == ops.SPLAT:
            name = {F64: "f64", F32: "f32", BOOL: "bool"}.get(element, "i64")
            self.store(b.splat(b.load(Memory(KINDS[name], 1, 0, "in"), self.base, self.at), type))
        elif op == ops.LOAD:
            self.store(b.load_vector(type, Memory(KINDS[kind], 1, 3, "in"), self.base, self.at))
        elif op == ops.STORE:
            b.store(Memory(KINDS[kind], 1, 1, "out"), operand(0, element), self.out, self.at)
        elif op == ops.MLOAD:
            self.store(b.load_masked(type, Memory(KINDS[kind], 1, 5, "in"), self.base, self.at, operand(1, BOOL)))
        elif op == ops.MSTORE:
            memory = Memory(KINDS[kind], 1, 0, "out")
            b.store_masked(memory, operand(0, element), self.out, self.at, operand(1, BOOL))
        elif op in (ops.GATHER, ops.SCATTER):
            self.indexed()
        elif op == ops.REVERSE:
            self.store(b.reverse(operand(0, element)))
        elif op == ops.FOLLOW:
            self.store(b.follow(operand(0, element), operand(1, element)))
        elif op == ops.SHUFFLE:
            self.store(b.shuffle(operand(0, element), operand(1, element), attr))
        elif op in (ops.WIDEN_S, ops.WIDEN_U, ops.NARROW):
            self.store(b.share(op, vector(to, lanes), (operand(0, element),)))
        elif op in (ops.IMIN, ops.IMAX, ops.UMIN, ops.UMAX):
            self.store(b.extremum(op, operand(0, element), operand(1, element)))
        elif op == ops.B2I and attr:
            numbers = b.load_vector(vector(to, lanes), Memory(KINDS[KIND[to]], 1, SIZE, "in"), self.base, self.at)
            self.store(b.lanewise(ops.ADD, numbers, b.lanewise(op, operand(0, element), element=to)))
        elif op == ops.SELECT and attr:
            x, y = operand(1, element), operand(2, element)
            less = b.lanewise(ops.FLT, x, y)
            self.store(b.lanewise(op, less, *((x, y) if attr == "min" else (y, x))))
        else:
            letters = ops.OPERANDS[op]
            elements = [BOOL if letter == "b" else element for letter in letters]
            operands = [operand(number, one) for number, one in enumerate(elements)]
            self.store(b.lanewise(op, *operands, element=to))

    def indexed(self) -> None:
        b, (op, element, lanes, _, kind, index) = self.b, self.case
        type = vector(index, lanes)
        numbers = self.operand(2, I8)
        numbers = b.resize(b.lanewise(ops.AND, numbers, b.splat(b.word(31), vector(I8, lanes))), index, False)
        place = b.lanewise(ops.ADD, numbers, b.lanes(type))
        memory = Memory(KINDS[kind], 4, 8, "in" if op == ops.GATHER else "out")
        mask = self.operand(1, BOOL)
        if op == ops.GATHER:
            self.store(b.gather(vector(element, lanes), memory, self.base, place, mask))
        else:
            b.scatter(memory, self.operand(0, element), self.out, place, mask)


class Buffers:
    """Inputs of their own, and an output whose bytes are at first 0x5A."""

    def __init__(self, data: list[bytes]) -> None:
        joined = b"".join(data) + bytes(256)
        self.inputs = ctypes.create_string_buffer(joined, len(joined) + 64)
        self.output = ctypes.create_string_buffer(b"\x5a" * (ROW * ROWS + 512), ROW * ROWS + 512)

    def written(self, element: int) -> list[Any]:
        """What the output holds, one NaN like another."""
        raw = bytes(self.output)
        if element not in (F64, F32):
            return [raw]
        letter, size = ("d", 8) if element == F64 else ("f", 4)
        raw = raw[64 : 64 + (len(raw) - 64) // size * size]
        numbers = struct.unpack(f"<{len(raw) // size}{letter}", raw)
        return [None if number != number else (number, str(number)) for number in numbers]

    def arguments(self, word: int) -> list[int]:
        return [ctypes.addressof(self.inputs), ctypes.addressof(self.output) + 64, word]
