"""What tests of the rules for numbers share: a stand-in for the lowering of a function, around one operation, whose IR
is interpreted and compared with what the interpreter of Python does."""

from __future__ import annotations

import math
import struct
from types import SimpleNamespace
from typing import Any, NoReturn

import numpy as np

from jitney.frontend.types import BOOL, FLOAT, INT, SCALARS, UINT, Object, Scalar, Tuple, Type, Val, object_of
from jitney.ir import interpret
from jitney.ir.builder import Builder, Scope
from jitney.ir.function import BAIL, PASS_ON, RAISE, CFunction, Exit, Function, Upcall
from jitney.ir.types import F32, F64, I64
from jitney.ir.verify import verify

PYTHON = {"int": INT, "uint": UINT, "float": FLOAT, "pybool": BOOL}
TYPES: dict[str, Type] = {**SCALARS, **PYTHON}


class Leaves(Exception):
    """The block ends by an exit."""


class Refused(Exception):
    """The rule doesn't take these types."""


class Bailed(Exception):
    """The operation left for the interpreter."""


def words_of(value: Any, type: Type) -> int | float:
    """A value as the interpreter of IR holds it."""
    word = type.words[0]
    if word == F64 or word == F32:
        return float(value)
    number = int(value)
    return number - (1 << 64) if number >> 63 == 1 else number


def value_of(word: Any, type: Type) -> Any:
    if isinstance(type, Scalar):
        make = np.dtype(type.dtype).type
        return make(int(word) & (1 << 64) - 1 if type.dtype == "uint64" else word)
    if type is UINT:
        return word & (1 << 64) - 1
    return {INT: int, FLOAT: float, BOOL: bool}[type](word)


class StandIn:
    """The part of `Lowering` that rules for scalars use."""

    session = SimpleNamespace(fused=lambda: True)
    fastmath = False

    def __init__(self) -> None:
        self.function = Function("operation")
        block = self.function.block()
        self.function.blocks.append(block)
        self.b = Builder(self.function, block)
        self.node = None

    def raises(self, recipe: Any, *vals: Val) -> Exit:
        return Exit(RAISE, 0, (recipe, [val.type for val in vals]), tuple(word for val in vals for word in val.words))

    def bails(self, reason: str) -> Exit:
        return Exit(BAIL, 0, reason)

    def raises_or_bails(self, recipe: Any, reason: str, *vals: Val) -> Exit:
        words = tuple(word for val in vals for word in val.words)
        return Exit(BAIL, 0, (recipe, [val.type for val in vals], reason), words)

    def leave(self, exit: Exit) -> NoReturn:
        self.b.block.leave(exit)
        raise Leaves

    def unsupported(self, message: str, hint: str | None = None) -> NoReturn:
        raise Refused(message)

    def truth(self, val: Val) -> Any:
        b, word = self.b, val.word
        if word.type == I64:
            return b.ne(word, b.zero)
        if word.type == F64 or word.type == F32:
            return b.fne(word, b.float(0.0) if word.type == F64 else b.single(0.0))
        return word

    UNKNOWN = object()

    def constant(self, val: Val) -> Any:
        if isinstance(val.type, Object):
            return val.type.value
        return value_of(val.word.attr, val.type) if val.word.is_const else self.UNKNOWN

    def ccall(self, symbol: str, address: int, parameters: Any, result: int, args: Any, pure: bool = True) -> Any:
        return self.b.ccall(CFunction(symbol, address, parameters, result, pure), *args)

    def object_upcall(self, function: Any, vals: list[Val], result: Type) -> Val:
        types = [val.type for val in vals]

        def call(words: list[int]) -> list[int]:
            values = []
            for word, type in zip(words, types, strict=True):
                values.append(value_of(interpret.from_word(word, type.words[0]), type))
            given = function(*values)
            items = zip(given, result.items, strict=True) if isinstance(result, Tuple) else [(given, result)]
            return [interpret.to_word(words_of(item, type), type.words[0]) for item, type in items]

        upcall = Upcall("function", call, result.words)
        words = tuple(word for val in vals for word in val.words)
        return Val(result, tuple(self.b.upcall(upcall, words, Exit(PASS_ON, 0))))

    def either(self, condition: Any, then: Any, otherwise: Any, cold: int = 0) -> list[Any]:
        b = self.b
        if condition.is_const:
            return then() if condition.attr else otherwise()
        start, scope = b.block, b.scope
        ends, blocks = [], []
        for make in (then, otherwise):
            block = self.function.block()
            self.function.blocks.append(block)
            blocks.append(block)
            b.enter(block, Scope(scope))
            words = make()
            ends.append((b.block, words))
        start.branch(condition, *blocks)
        done = self.function.block()
        self.function.blocks.append(done)
        results = []
        for x, y in zip(ends[0][1], ends[1][1], strict=True):
            param = self.function.param(done, x.type)
            param.lo, param.hi = min(x.lo, y.lo), max(x.hi, y.hi)
            results.append(param)
        for block, words in ends:
            block.jump(done, words)
        b.enter(done, Scope(scope))
        return results

    def usually(self, conditions: Any, then: Any, otherwise: Any) -> list[Any]:
        first, *rest = conditions
        return self.either(first(), (lambda: self.usually(rest, then, otherwise)) if rest else then, otherwise)

    def make_constant(self, value: Any) -> Val:
        b = self.b
        if isinstance(value, (bool, np.bool_)):
            return Val(BOOL if isinstance(value, bool) else SCALARS["bool"], (b.bool(value),))
        if isinstance(value, np.generic):
            type = SCALARS[value.dtype.name]
            number = value.item()
            return Val(
                type, (b.word(number) if type.words[0] == I64 else (b.float if type.bits == 64 else b.single)(number),)
            )
        if not isinstance(value, (int, float)):
            return Val(object_of(value))
        if isinstance(value, int):
            return Val(INT if value < 1 << 63 else UINT, (b.word(value),))
        return Val(FLOAT, (b.float(value),))


class Operation:
    """`rule(L, *operands)` made into IR for operands of given types, or for constants where `constants` has them."""

    def __init__(self, rule: Any, types: list[Type], constants: dict[int, Any] | None = None) -> None:
        L = StandIn()
        self.types = types
        operands = []
        for index, type in enumerate(types):
            constant = (constants or {}).get(index)
            if isinstance(type, Object):
                operands.append(Val(type))
            elif constant is not None:
                operands.append(L.make_constant(constant))
            else:
                word = L.function.param(L.function.entry, type.words[0])
                if isinstance(type, Scalar) and type.kind in "iu" and type.bits < 64:
                    word.lo = -(1 << type.bits - 1) if type.signed else 0
                    word.hi = word.lo + (1 << type.bits) - 1
                operands.append(Val(type, (word,)))
        self.given = [
            index for index in range(len(types)) if operands[index].words and not operands[index].word.is_const
        ]
        self.result: Type | None = None
        try:
            result = rule(L, *operands)
        except Leaves:
            pass
        else:
            self.result = result.type
            L.b.block.return_(result.words)
            L.function.results = result.type.words
        self.function = L.function
        verify(self.function)
        self.machine = interpret._Machine({}, None)

    def __call__(self, *values: Any) -> Any:
        words = [words_of(values[index], self.types[index]) for index in self.given]
        try:
            results = self.machine.call(self.function, words)
        except interpret._Left as left:
            if left.exit.kind == BAIL and isinstance(left.exit.payload, str):
                raise Bailed(left.exit.payload) from None
            if left.exit.kind == PASS_ON:
                raise left.exception from None
            recipe, types, *reason = left.exit.payload
            result = recipe(*[value_of(word, type) for word, type in zip(left.operands, types, strict=True)])
            if reason:
                raise Bailed(*reason) from None
            raise AssertionError(f"left to raise by {recipe!r}, which gave {result!r}") from None
        except Exception as error:
            raise AssertionError("a C function has raised, which compiled code would not notice") from error
        finally:
            del self.machine.buffers[1:]
        if isinstance(self.result, Tuple):
            return tuple(value_of(word, type) for word, type in zip(results, self.result.items, strict=True))
        return value_of(results[0], self.result)


def outcome(function: Any, values: Any) -> tuple[Any, ...]:
    """The type and value of a result, or of an exception, so that they can be compared. All NaNs are one."""
    try:
        result = function(*values)
    except (AssertionError, Bailed):
        raise
    except Exception as error:
        return type(error), str(error)
    return tuple(map(_told, result)) if isinstance(result, tuple) else _told(result)


def _told(result: Any) -> tuple[Any, ...]:
    if isinstance(result, (float, np.floating)):
        number = float(result)
        return type(result), "nan" if math.isnan(number) else struct.pack("<d", number)
    return type(result), int(result)


_SMALL = [0, 1, -1, 2, 7, -3, 8, 16, 31, 32, 63, 64]
_FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.5, -1.5, 2.0, 3.0, -7.0, 1e300, -1e300, 1e-310, 5e-324, math.inf, -math.inf, math.nan, 0.1,
    2.0**53, 2.0**53 + 2, 2.0**63, -(2.0**63), 2.0**64, 16777217.0, 255.0, 1e30, 3.5e38, 1e-40, 100.25,
]  # fmt: skip
_INTS = [
    *_SMALL, 65, 100, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 2**31 - 1, 2**31, -(2**31),
    -(2**31) - 1, 2**32 - 1, 2**32, 16777217, 2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**62 + 2**38 + 1,
]  # fmt: skip


def samples(name: str, rng: Any) -> list[Any]:
    """Values of the type of that name: those at the bounds, and random ones."""
    if name == "pybool":
        return [False, True]
    if name == "bool":
        return [np.False_, np.True_]
    if name == "float":
        return _FLOATS + [rng.uniform(-1e3, 1e3) for _ in range(4)]
    if name == "int":
        return _INTS + [rng.randint(-(2**63), 2**63 - 1) for _ in range(3)]
    if name == "uint":
        return [0, 1, 63, 255, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1, 2**53 + 1, rng.randint(0, 2**64 - 1)]
    dtype = np.dtype(name)
    make = dtype.type
    if dtype.kind == "f":
        with np.errstate(all="ignore"):
            return [make(x) for x in _FLOATS] + [make(rng.uniform(-1e3, 1e3)) for _ in range(4)]
    bits = 8 * dtype.itemsize
    low = -(1 << bits - 1) if dtype.kind == "i" else 0
    high = low + (1 << bits) - 1
    edges = [x for x in [*_SMALL, low, low + 1, high, high - 1, (low + high) // 2] if low <= x <= high]
    return [make(x) for x in edges + [rng.randint(low, high) for _ in range(4)]]
