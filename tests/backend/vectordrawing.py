"""Random functions of the IR with vectors: straight code, loops that carry vectors and masks, branches that all or any
lanes decide, exits, polls, calls of C, and memory under masks. All of a function's vectors have the same lanes."""

from __future__ import annotations

import ctypes
import random
import struct
from typing import Any

from jitney.ir import ops
from jitney.ir.function import BAIL, CFunction, Exit, Function, Memory, Value
from jitney.ir.types import BOOL, F32, F64, I8, I16, I32, I64, KINDS, SIZES, element_of, vector
from jitney.ir.vectorbuilder import VectorBuilder
from jitney.machine.externals import address_of
from jitney.x86.vectors import VectorUnit

KIND = {I64: "i64", I32: "i32", I16: "i16", I8: "i8", F64: "f64", F32: "f32", BOOL: "bool"}
REGION = 512
"""Bytes of memory for each element: inputs, and as much for outputs."""
SIZE = 8 * REGION
BINARY = [ops.ADD, ops.SUB, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.FADD, ops.FSUB, ops.FMUL, ops.FDIV]
COMPARISONS = [ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULT, ops.ULE, ops.FEQ, ops.FNE, ops.FLT, ops.FLE]
UNARY = [ops.POPCNT, ops.FNEG, ops.FABS, ops.FSQRT, ops.FFLOOR, ops.FNEAREST]
CONVERSIONS = [ops.B2I, ops.I2F, ops.U2F, ops.I2S, ops.U2S, ops.F2S, ops.S2F, ops.F2I]
CONVERSIONS += [ops.WIDEN_S, ops.WIDEN_U, ops.NARROW]
FLOATS = [0.0, -0.0, 0.5, -1.5, 2.5, 0.1, 1e30, -1e-30, 3e9, -7e18, float("inf"), 1.0, 2.0, -3.0]


def draw(rng: random.Random, unit: VectorUnit, size: int) -> Function:
    """void f(inputs, outputs, word, float) -> (word, float)."""
    return _Maker(rng, unit).make(size)


def memory(rng: random.Random) -> bytes:
    """Inputs: for each element a region of its own."""
    data = bytearray(rng.randbytes(SIZE))
    for element, letter in ((F64, "d"), (F32, "f")):
        size = SIZES[element]
        for at in range(0, REGION, size):
            struct.pack_into("<" + letter, data, element * REGION + at, rng.choice(FLOATS))
    for at in range(REGION):
        data[BOOL * REGION + at] = rng.choice((0, 1))
    return bytes(data)


class Buffers:
    def __init__(self, data: bytes) -> None:
        self.inputs = ctypes.create_string_buffer(data, len(data) + 64)
        self.outputs = ctypes.create_string_buffer(data, len(data) + 64)

    def arguments(self, word: int, number: float) -> list[Any]:
        return [ctypes.addressof(self.inputs), ctypes.addressof(self.outputs), word, number]

    def written(self) -> list[Any]:
        """What the outputs hold, with one NaN like another."""
        found: list[Any] = []
        raw = bytes(self.outputs)
        for element in range(8):
            part = raw[element * REGION : (element + 1) * REGION]
            if element in (F64, F32):
                count = REGION // SIZES[element]
                numbers = struct.unpack(f"<{count}{'d' if element == F64 else 'f'}", part)
                found.append([None if number != number else (number, str(number)) for number in numbers])
            else:
                found.append(part)
        return found


class _Maker:
    def __init__(self, rng: random.Random, unit: VectorUnit) -> None:
        self.rng = rng
        self.unit = unit
        self.lanes = rng.choice([lanes for lanes in (2, 4, 8, 16, 32, 64) if lanes <= unit.vector_bytes])
        self.elements = [e for e in (I64, I32, I16, I8, F64, F32) if SIZES[e] * self.lanes <= unit.vector_bytes]
        self.function = Function("drawn", (I64, F64))
        entry = self.function.block()
        self.function.blocks.append(entry)
        self.b = VectorBuilder(self.function, entry)
        self.base, self.out, self.word = [self.function.param(entry, I64) for _ in range(3)]
        self.number = self.function.param(entry, F64)
        self.pool: list[Value] = []
        self.words: list[Value] = [self.word]
        self.depth = 0

    def make(self, size: int) -> Function:
        for element in self.elements:
            self.pool.append(self.load(element))
            if self.rng.random() < 0.5:
                self.pool.append(self.constant(element))
        self.pool.append(self.mask())
        self.code(size)
        self.finish()
        b = self.b
        result = self.words[-1]
        floats = [value for value in self.pool if element_of(value.type) == F64]
        number = b.extract(self.rng.choice(floats), 0) if floats else self.number
        b.block.return_((result, number))
        return self.function

    def finish(self) -> None:
        """All that is there is looked at."""
        offsets: dict[int, int] = {}
        for value in self.pool[-12:]:
            element = element_of(value.type)
            bytes_ = (SIZES[element] or 1) * self.lanes
            at = offsets.get(element, 0)
            if at + bytes_ <= REGION:
                offsets[element] = at + bytes_
                self.store(value, at)

    # Values.

    def of(self, *elements: int) -> Value:
        found = [value for value in self.pool if element_of(value.type) in elements]
        return self.rng.choice(found) if found else self.load(elements[0])

    def constant(self, element: int) -> Value:
        rng, b = self.rng, self.b
        scalar = {F64: b.float, F32: b.single}.get(element, b.word)(rng.choice((0, 1, -1, 3, 100)))
        return b.splat(scalar, vector(element, self.lanes))

    def place(self, element: int) -> int:
        bytes_ = (SIZES[element] or 1) * self.lanes
        return element * REGION + self.rng.randrange(0, REGION - bytes_ + 1) // 8 * 8

    def load(self, element: int) -> Value:
        place = Memory(KINDS[KIND[element]], 1, self.place(element), "in")
        return self.b.load_vector(vector(element, self.lanes), place, self.base)

    def store(self, value: Value, at: int = -1) -> None:
        element = element_of(value.type)
        displacement = self.place(element) if at < 0 else element * REGION + at
        self.b.store(Memory(KINDS[KIND[element]], 1, displacement, "out"), value, self.out)

    def mask(self) -> Value:
        rng, b = self.rng, self.b
        way = rng.randrange(4)
        if way == 0:
            return b.masklow(b.and_(rng.choice(self.words), b.word(127)), self.lanes)
        op = rng.choice(COMPARISONS)
        element = rng.choice(self.elements)
        if not self.unit.has_vector(op, element, self.lanes):
            return self.load(BOOL)
        return b.lanewise(op, self.of(element), self.of(element))

    # Code.

    def code(self, size: int) -> None:
        rng = self.rng
        while size > 0:
            choice = rng.random()
            if choice < 0.06 and self.depth < 2 and size > 4:
                part = rng.randrange(2, 1 + size // 2 + 2)
                self.loop(part)
                size -= part
            elif choice < 0.1 and size > 4:
                part = rng.randrange(2, 1 + size // 2 + 2)
                self.branch(part)
                size -= part
            else:
                self.operation()
                size -= 1

    def operation(self) -> None:
        rng, b, unit, lanes = self.rng, self.b, self.unit, self.lanes
        way = rng.random()
        element = rng.choice(self.elements)
        made: Value | None = None
        if way < 0.3:
            op = rng.choice(BINARY)
            if unit.has_vector(op, element, lanes):
                made = b.lanewise(op, self.of(element), self.of(element))
        elif way < 0.4:
            made = self.mask()
        elif way < 0.45:
            op = rng.choice((ops.BAND, ops.BOR, ops.BXOR, ops.BNOT))
            made = b.lanewise(op, *[self.of(BOOL) for _ in ops.OPERANDS[op]])
        elif way < 0.55:
            made = b.lanewise(ops.SELECT, self.of(BOOL), self.of(element), self.of(element))
        elif way < 0.6:
            op = rng.choice((*UNARY, ops.FCOPYSIGN, ops.FMA, ops.FMA))
            if unit.has_vector(op, element, lanes):
                args = [self.of(element) for _ in ops.OPERANDS[op]]
                if op == ops.FMA and rng.random() < 0.5:
                    args[2] = b.lanewise(ops.FNEG, args[2])  # which becomes part of the instruction
                made = b.lanewise(op, *args)
        elif way < 0.7:
            made = self.conversion()
        elif way < 0.75:
            op = rng.choice((ops.IMIN, ops.IMAX, ops.UMIN, ops.UMAX, ops.SHL, ops.SAR, ops.SHR, ops.FOLLOW))
            if unit.has_vector(op, element, lanes):
                other = self.of(element)
                if op in (ops.SHL, ops.SAR, ops.SHR) and not (unit.has_lane_shifts(element) and rng.random() < 0.5):
                    other = b.splat(rng.choice([b.word(rng.randrange(64)), rng.choice(self.words)]), other.type)
                made = b.share(op, other.type, (self.of(element), other))
            elif unit.has_vector(ops.SHUFFLE, element, lanes):
                numbers = tuple(rng.choices(range(2 * lanes), k=lanes))
                made = b.shuffle(self.of(element), self.of(element), numbers)
        elif way < 0.8:
            self.scalar(element)
        elif way < 0.84:
            made = self.load(element)
        elif way < 0.88:
            self.store(self.of(element, BOOL))
        elif way < 0.93:
            made = self.masked(element)
        elif way < 0.95:
            x, y = self.of(element), self.of(element)
            if element in (F64, F32):
                less = b.lanewise(ops.FLT, x, y)
                made = b.lanewise(ops.SELECT, less, *rng.choice([(x, y), (y, x)]))
        elif way < 0.97:
            line = rng.randrange(1, 50)
            condition = b.any(self.of(BOOL))
            b.guard(b.bor(condition, b.lt(self.word, b.word(rng.randrange(90)))), self.exit(line))
        elif way < 0.985:
            b.poll(self.exit(1))
        else:
            function = CFunction("labs", address_of("labs"), (I64,), I64)
            self.words.append(b.and_(b.ccall(function, rng.choice(self.words)), b.word(0xFFFF)))
        if made is not None:
            self.pool.append(made)

    def exit(self, line: int) -> Exit:
        return Exit(BAIL, line, None, (self.rng.choice(self.words),))

    def conversion(self) -> Value | None:
        rng, lanes = self.rng, self.lanes
        op = rng.choice(CONVERSIONS)
        pairs = [
            (one, other)
            for one in (*self.elements, BOOL)
            for other in self.elements
            if self.unit.has_vector(op, one, lanes, other)
        ]
        if not pairs:
            return None
        one, other = rng.choice(pairs)
        return self.b.share(op, vector(other, lanes), (self.of(one),))

    def scalar(self, element: int) -> None:
        """To a scalar, or from one."""
        rng, b = self.rng, self.b
        if rng.random() < 0.4:
            scalar = {F64: self.number, F32: b.single(2.5)}.get(element) or rng.choice(self.words)
            self.pool.append(b.splat(scalar, vector(element, self.lanes)))
        elif element in (F64, F32):
            names = ("fadd", "fmul")
            how = rng.choice(names)
            self.pool.append(b.splat(b.reduce(self.of(element), how), vector(element, self.lanes)))
        elif rng.random() < 0.5:
            self.words.append(b.reduce(self.of(element), rng.choice(ops.REDUCTIONS[:9])))
        else:
            self.words.append(b.extract(self.of(element), rng.randrange(self.lanes)))

    def masked(self, element: int) -> Value | None:
        b, unit, lanes = self.b, self.unit, self.lanes
        kind = KINDS[KIND[element]]
        way = self.rng.randrange(4)
        op = (ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER)[way]
        if not unit.has_vector(op, element, lanes):
            return None
        mask = self.of(BOOL)
        type = vector(element, lanes)
        if way == 0:
            return b.load_masked(type, Memory(kind, 1, self.place(element), "in"), self.base, None, mask)
        if way == 1:
            place = Memory(kind, 1, self.place(element), "out")
            b.store_masked(place, self.of(element), self.out, None, mask)
            return None
        index = I64 if I64 in self.elements and self.rng.random() < 0.5 else I32
        if index not in self.elements:
            return None
        count = REGION // SIZES[element]
        places = b.lanewise(ops.AND, self.of(index), b.splat(b.word(count - 1), vector(index, lanes)))
        place = Memory(kind, SIZES[element], element * REGION, "in" if way == 2 else "out")
        if way == 2:
            return b.gather(type, place, self.base, places, mask)
        b.scatter(place, self.of(element), self.out, places, mask)
        return None

    # Blocks.

    def loop(self, size: int) -> None:
        rng, b, function = self.rng, self.b, self.function
        head, after = function.block(), function.block()
        function.blocks += [head]
        carried = [rng.choice(self.pool) for _ in range(rng.randrange(1, 6))]
        count = function.param(head, I64)
        params = [function.param(head, value.type) for value in carried]
        b.block.jump(head, [b.word(rng.randrange(1, 5)), *carried])
        pool, words, known = self.pool[:], self.words[:], b.scope.known
        b.block = head
        b.scope.known = {}
        self.pool += params
        self.words.append(count)
        self.depth += 1
        self.code(size)
        if rng.random() < 0.3:
            b.poll(self.exit(2))
        self.depth -= 1
        next_ = [self.of(element_of(param.type)) for param in params]
        left = b.sub(count, b.word(1))
        more = b.lt(b.zero, left)
        if rng.random() < 0.3:
            more = b.band(more, b.any(self.of(BOOL)))
        function.blocks.append(after)
        results = [function.param(after, param.type) for param in params]
        b.block.branch(more, head, after, [left, *next_], next_)
        b.block = after
        b.scope.known = {}
        del known
        self.pool = pool + results
        self.words = words

    def branch(self, size: int) -> None:
        rng, b, function = self.rng, self.b, self.function
        then, otherwise, after = [function.block() for _ in range(3)]
        condition = rng.choice((b.any, b.all))(self.of(BOOL))
        if rng.random() < 0.3:
            condition = b.not_(condition)
        b.block.branch(condition, then, otherwise)
        (then if rng.random() < 0.5 else otherwise).cold = rng.random() < 0.4
        elements = [rng.choice([*self.elements, BOOL]) for _ in range(2)]
        pool, words = self.pool[:], self.words[:]
        for block in (then, otherwise):
            function.blocks.append(block)
            b.block = block
            b.scope.known = {}
            self.code(size // 2)
            b.block.jump(after, [self.of(element) for element in elements])
            self.pool, self.words = pool[:], words[:]
        function.blocks.append(after)
        b.block = after
        b.scope.known = {}
        self.pool += [function.param(after, vector(element, self.lanes)) for element in elements]
