"""Random functions of the IR, for tests of passes and back end against the interpreter.

Structured programs over a pool of values: straight code, ifs, loops that count down, memory in a frame of their own,
guards and checked operations that sometimes fail, and early returns. Nothing undefined happens in them: divisors are
made odd, indexes masked, counts of checked shifts small.
"""

from __future__ import annotations

import random
from typing import Any

from jitney.ir import ops
from jitney.ir.builder import Builder, Scope
from jitney.ir.function import BAIL, RAISE, Exit, Function, Memory, Value
from jitney.ir.types import BOOL, F32, F64, I64, KINDS

WORDS = [0, 1, -1, 2, 3, 7, 63, 64, 255, 256, 65535, 2**31 - 1, -(2**31), 2**32 - 1, 2**62, 2**63 - 1, -(2**63)]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 1e300, -1e-310, 2.0**53 + 2, 1e18, float("inf"), float("-inf"), float("nan")]

SCRATCH = 64
"""Bytes of the frame that loads and stores use."""

BINARY: dict[int, list[int]] = {
    I64: [ops.ADD, ops.SUB, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.SHL, ops.SAR, ops.SHR, ops.MULHI, ops.UMULHI],
    F64: [ops.FADD, ops.FSUB, ops.FMUL, ops.FDIV, ops.FCOPYSIGN],
    F32: [ops.FADD, ops.FSUB, ops.FMUL, ops.FDIV, ops.FCOPYSIGN],
    BOOL: [ops.BAND, ops.BOR, ops.BXOR],
}
UNARY: dict[int, list[int]] = {
    I64: [
        ops.SEXT8,
        ops.SEXT16,
        ops.SEXT32,
        ops.ZEXT8,
        ops.ZEXT16,
        ops.ZEXT32,
        ops.POPCNT,
        ops.BITLEN,
        ops.WRAP,
    ],
    F64: [ops.FNEG, ops.FABS, ops.FSQRT, ops.FFLOOR, ops.FCEIL, ops.FTRUNC, ops.FNEAREST],
    F32: [ops.FNEG, ops.FABS, ops.FSQRT, ops.FFLOOR, ops.FCEIL, ops.FTRUNC, ops.FNEAREST],
    BOOL: [ops.BNOT],
}
CONVERSIONS = [
    (ops.B2I, BOOL, I64),
    (ops.I2F, I64, F64),
    (ops.U2F, I64, F64),
    (ops.I2S, I64, F32),
    (ops.U2S, I64, F32),
    (ops.F2S, F64, F32),
    (ops.S2F, F32, F64),
    (ops.F2I, F64, I64),
    (ops.F2I, F32, I64),
]
COMPARISONS = [ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULT, ops.ULE]
FLOAT_COMPARISONS = [ops.FEQ, ops.FNE, ops.FLT, ops.FLE]
DIVISIONS = [ops.DIV, ops.MOD, ops.UDIV, ops.UMOD]
CHECKED = ["addo", "subo", "mulo", "uaddo", "usubo", "umulo"]


def random_function(rng: random.Random, size: int = 40, name: str = "random") -> tuple[Function, list[Any]]:
    """A function of about `size` operations, and arguments to call it with."""
    maker = _Maker(rng, name)
    maker.make(size)
    return maker.function, [random_value(rng, param.type) for param in maker.function.entry.params]


def random_value(rng: random.Random, type: int) -> Any:
    """A value of an IR type, with a liking for the ends."""
    if type == I64:
        return rng.choice(WORDS) if rng.random() < 0.5 else rng.randrange(-(2**63), 2**63) >> rng.randrange(64)
    if type == BOOL:
        return rng.randrange(2)
    if type == F32:
        return rng.choice([0.0, -0.0, 1.0, -1.5, 0.5, 2.0**24, 2.0**100, -(2.0**-140), float("inf"), float("nan")])
    return rng.choice(FLOATS) if rng.random() < 0.5 else rng.uniform(-100, 100)


class _Maker:
    """`pool` holds the values that may be used where the builder stands."""

    def __init__(self, rng: random.Random, name: str) -> None:
        self.rng = rng
        self.function = Function(name, tuple(rng.choice([I64, F64, F32, BOOL]) for _ in range(rng.randrange(1, 4))))
        entry = self.function.block()
        self.function.blocks.append(entry)
        self.builder = Builder(self.function, entry, Scope(None))
        self.pool: list[Value] = [
            self.function.param(entry, rng.choice([I64, I64, I64, F64, F32, BOOL])) for _ in range(rng.randrange(1, 9))
        ]
        self.depth = 0
        self.line = 1
        self.frame = self.builder.frame(SCRATCH)
        zero = self.builder.zero
        for place in range(0, SCRATCH, 8):
            self.builder.store(Memory(KINDS["i64"], 1, place), zero, self.frame)

    def make(self, size: int) -> None:
        self.statements(size)
        self.return_()

    def return_(self) -> None:
        self.builder.block.return_(tuple(self.pick(type) for type in self.function.results))

    # Choices.

    def pick(self, type: int) -> Value:
        """A value of that type: a recent one, any, or a constant."""
        found = [value for value in self.pool if value.type == type]
        if not found or self.rng.random() < 0.15:
            return self.function.const(type, random_value(self.rng, type))
        return self.rng.choice(found[-4:] if self.rng.random() < 0.5 else found)

    def exit(self) -> Exit:
        operands = tuple(self.pick(self.rng.choice([I64, F64, F32, BOOL])) for _ in range(self.rng.randrange(4)))
        exit = Exit(self.rng.choice([BAIL, RAISE]), self.line, None, operands)
        exit.number = self.function.next_id
        return exit

    def emit(self, op: int, type: int, *args: Value) -> None:
        """Mostly shared, as the builder does it."""
        if self.rng.random() < 0.7:
            self.pool.append(self.builder.share(op, type, args))
        else:
            self.pool.append(self.builder.emit(op, type, args))

    # Code.

    def statements(self, size: int) -> None:
        while size > 0:
            self.line += 1
            self.builder.line = self.line
            kind = self.rng.random()
            if kind < 0.06 and size > 4 and self.depth < 3:
                self.if_(size // 2)
                size -= size // 2
            elif kind < 0.11 and size > 4 and self.depth < 3:
                self.rng.choice([self.loop, self.while_])(size // 2)
                size -= size // 2
            else:
                self.operation()
                size -= 1

    def operation(self) -> None:
        rng = self.rng
        kind = rng.randrange(16)
        if kind < 5:
            type = rng.choice([I64, I64, I64, F64, F32, BOOL])
            self.emit(rng.choice(BINARY[type]), type, self.pick(type), self.pick(type))
        elif kind < 7:
            type = rng.choice([I64, I64, F64, F32, BOOL])
            self.emit(rng.choice(UNARY[type]), type, self.pick(type))
        elif kind == 7:
            op, operand, result = rng.choice(CONVERSIONS)
            self.emit(op, result, self.pick(operand))
        elif kind == 8:
            self.emit(rng.choice(COMPARISONS), BOOL, self.pick(I64), self.pick(I64))
        elif kind == 9:
            type = rng.choice([F64, F32])
            self.emit(rng.choice(FLOAT_COMPARISONS), BOOL, self.pick(type), self.pick(type))
        elif kind == 10:
            type = rng.choice([I64, F64, F32, BOOL])
            self.emit(ops.SELECT, type, self.pick(BOOL), self.pick(type), self.pick(type))
        elif kind == 11:
            self.divide()
        elif kind == 12:
            self.checked()
        elif kind == 13:
            self.masked()
        elif kind == 14:
            self.memory()
        else:
            self.guard()

    def divide(self) -> None:
        """By an odd number that isn't -1."""
        b = self.builder
        if self.rng.random() < 0.5:
            divisor = b.word(self.rng.choice([2, 3, 7, 10, 1000, 16777619, -3, -10, 2**40, 2**62 + 1]))
        else:
            divisor = b.or_(b.and_(self.pick(I64), b.word(0xFFFF)), b.word(1))
        self.emit(self.rng.choice(DIVISIONS), I64, self.pick(I64), divisor)

    def checked(self) -> None:
        b = self.builder
        if self.rng.random() < 0.2:
            count = b.and_(self.pick(I64), b.word(7))
            operation = self.rng.choice([b.shlo, b.ushlo])
            self.pool.append(operation(self.small(), count, self.exit()))
        else:
            operation = getattr(b, self.rng.choice(CHECKED))
            self.pool.append(operation(self.small(), self.small(), self.exit()))

    def small(self) -> Value:
        """A word that seldom overflows in arithmetic."""
        value = self.pick(I64)
        return value if self.rng.random() < 0.1 else self.builder.and_(value, self.builder.word(0x3FFF))

    def masked(self) -> None:
        """Arithmetic as in hashes: the checks on the way to a mask are needless."""
        b, rng = self.builder, self.rng
        value = self.small() if rng.random() < 0.7 else self.pick(I64)
        for _ in range(rng.randrange(1, 4)):
            other = rng.choice([self.small(), self.small(), b.word(16777619), b.word(31), self.pick(I64)])
            kind = rng.choice(["addo", "mulo", "subo", "xor", "umulo", "shlo"])
            if kind == "xor":
                value = b.xor(value, other)
            elif kind == "shlo":
                value = b.shlo(value, b.word(rng.randrange(64)), self.exit())
            else:
                value = getattr(b, kind)(value, other, self.exit())
        value = b.wrap(value) if rng.random() < 0.3 else b.and_(value, b.word(rng.choice([255, 2**32 - 1, 2**63 - 1])))
        self.pool.append(value)

    def memory(self) -> None:
        b, rng = self.builder, self.rng
        kind = rng.choice(list(KINDS.values()))
        if rng.random() < 0.4:
            memory, index = Memory(kind, 1, rng.randrange(0, SCRATCH, kind.size)), None
        else:
            memory, index = Memory(kind, kind.size), b.and_(self.pick(I64), b.word(SCRATCH // kind.size - 1))
        if rng.random() < 0.5:
            b.store(memory, self.pick(kind.type), self.frame, index)
        else:
            self.pool.append(b.load(memory, self.frame, index))

    def guard(self) -> None:
        b = self.builder
        condition = b.ne(self.pick(I64), b.word(self.rng.randrange(100)))
        b.guard(condition, self.exit())

    def if_(self, size: int) -> None:
        """Two arms, of which one may return or leave; both may hand values on."""
        rng, builder, function = self.rng, self.builder, self.function
        start, scope = builder.block, builder.scope
        arms = [function.block(), function.block()]
        join = function.block()
        condition = self.pick(BOOL) if rng.random() < 0.5 else builder.lt(self.pick(I64), self.pick(I64))
        start.branch(condition, *arms)
        types = [rng.choice([I64, I64, F64, F32, BOOL]) for _ in range(rng.randrange(4))]
        pool, self.depth = self.pool, self.depth + 1
        reached = False  # the join, from the first arm
        for arm in arms:
            self.pool = pool[:]
            function.blocks.append(arm)
            builder.enter(arm, Scope(scope))
            self.statements(rng.randrange(size // 2 + 1))
            if rng.random() < 0.1 and not (arm is arms[1] and not reached):
                if rng.random() < 0.5:
                    self.return_()
                else:
                    builder.block.leave(self.exit())
            else:
                builder.block.jump(join, [self.pick(type) for type in types])
                reached = True
        self.pool, self.depth = pool, self.depth - 1
        function.blocks.append(join)
        builder.enter(join, Scope(scope))
        self.pool = pool + [function.param(join, type) for type in types]

    def loop(self, size: int) -> None:
        """Counts down from a small number, at least one round; carries some values, one of them perhaps unchanged."""
        rng, builder, function = self.rng, self.builder, self.function
        scope = builder.scope
        body, after = function.block(), function.block()
        types = [rng.choice([I64, I64, F64, F32, BOOL]) for _ in range(rng.randrange(5))]
        count = builder.word(rng.randrange(1, 6))
        if rng.random() < 0.5:
            count = builder.or_(builder.and_(self.pick(I64), builder.word(7)), builder.word(1))
        start = [self.pick(type) for type in types]
        builder.block.jump(body, [count, *start])
        function.blocks.append(body)
        pool, self.depth = self.pool, self.depth + 1
        counter = function.param(body, I64)
        carried = [function.param(body, type) for type in types]
        self.pool = [*pool, counter, *carried]
        builder.enter(body, Scope(scope))
        body.depth = self.depth
        self.statements(size)
        following = [param if rng.random() < 0.2 else self.pick(param.type) for param in carried]
        left = builder.sub(counter, builder.word(1))
        more = builder.lt(builder.zero, left)
        builder.block.branch(more, body, after, [left, *following], [])
        self.depth -= 1
        function.blocks.append(after)
        builder.enter(after, Scope(builder.scope))

    def while_(self, size: int) -> None:
        """`while i < limit`, tested before and behind the body, which compares neighbours of `i` with the limit."""
        rng, b, function = self.rng, self.builder, self.function
        scope = b.scope
        body, after = function.block(), function.block()
        total = b.and_(self.pick(I64), b.word(15))
        limit = b.sub(total, b.word(rng.choice([0, 0, 1, 2, -1])))
        first = rng.choice([b.zero, b.word(rng.randrange(-3, 4)), b.and_(self.pick(I64), b.word(3))])
        step = b.word(rng.randrange(2, 4))
        other = self.pick(I64)
        b.block.branch(b.lt(first, limit), body, after, [first, other], [first, other])
        function.blocks.append(body)
        pool, self.depth = self.pool, self.depth + 1
        i, carried = function.param(body, I64), function.param(body, I64)
        b.enter(body, Scope(scope))
        body.depth = self.depth
        near = [i, b.addo(i, b.word(1), self.exit()), b.add(i, b.word(-1)), total, limit]
        self.pool = [*pool, *near, carried]
        for _ in range(rng.randrange(4)):
            x, y = rng.choice(near), rng.choice(near)
            compared = rng.choice([b.lt, b.le, b.ult, b.ule, b.eq, b.ne])(x, y)
            self.pool.append(b.select(compared, x, self.pick(I64)))
            if rng.random() < 0.3:
                b.guard(compared, self.exit())
        self.statements(size)
        following = b.addo(i, step, self.exit())
        last = self.pick(I64)
        b.block.branch(b.lt(following, limit), body, after, [following, last], [following, last])
        self.depth -= 1
        self.pool = [*pool, function.param(after, I64), function.param(after, I64)]
        function.blocks.append(after)
        b.enter(after, Scope(scope))
