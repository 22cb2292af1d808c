"""What tests of the rules for Python numbers share: one operation is lowered, its IR interpreted, and the outcome
compared with the interpreter's."""

from __future__ import annotations

import math
import operator
from collections.abc import Iterator
from typing import Any

from frontend.scalar_oracle import Leaves, StandIn, outcome, value_of, words_of

from jitney.frontend import numbers
from jitney.frontend.types import BOOL, FLOAT, INT, UINT, Scalar, Tuple, Type, Val, make_tuple, tuple_items
from jitney.ir import interpret
from jitney.ir.function import BAIL, PASS_ON
from jitney.ir.verify import verify

MIN, MAX, WORD = -(1 << 63), (1 << 63) - 1, (1 << 64) - 1

FLOATS = [
    0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 1.5, 2.5, -2.5, 3.0, -7.0, 0.1, -0.3, 1e-9, 5e-324, -5e-324,
    2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308, 1e22, 2.0**31, 2.0**53, 2.0**53 + 2,
    -(2.0**53), 2.0**63, -(2.0**63), 9223372036854774784.0, 2.0**64, 18446744073709549568.0, 1e200, math.inf, -math.inf,
    math.nan, 710.0, -746.0, 170.5,
]  # fmt: skip
INTS = [
    0, 1, -1, 2, -2, 3, -3, 5, 7, 10, -10, 31, 62, 63, 64, 65, 100, 255, -256, 2**31 - 1, 2**31, -(2**31),
    -(2**31) - 1, 2**32, 3037000499, 3037000500, 2**53 - 1, 2**53, 2**53 + 1, -(2**53), -(2**53) - 1, 2**62,
    2**62 + 2**38 + 1, MAX - 1, MAX, MIN, MIN + 1,
]  # fmt: skip
UINTS = [0, 1, 2, 63, 64, 2**53 + 1, MAX - 512, MAX, MAX + 1, MAX + 2, WORD - 2048, WORD - 1, WORD, 0x9E3779B97F4A7C15]
SAMPLES: dict[Type, list[Any]] = {INT: INTS, UINT: UINTS, FLOAT: FLOATS, BOOL: [False, True]}


class Bailed(Exception):
    """The operation left for the interpreter."""


class Numbers(StandIn):
    """The part of `Lowering` that the rules for numbers use."""

    def to_float(self, val: Val) -> Any:
        b, word, type = self.b, val.word, val.type
        if type is FLOAT or (isinstance(type, Scalar) and type.bits == 64 and type.kind == "f"):
            return word
        if isinstance(type, Scalar) and type.kind == "f":
            return b.s2f(word)
        if type is BOOL or (isinstance(type, Scalar) and type.kind == "b"):
            word = b.b2i(word)
        return b.u2f(word) if type is UINT or (isinstance(type, Scalar) and type.kind == "u") else b.i2f(word)

    def object_upcall(self, function: Any, vals: list[Val], result: Type) -> Val:
        def fitting(*values: Any) -> Any:
            leaves = iter(values)
            found = function(*[gathered(val.type, leaves) for val in vals])
            if result in (INT, UINT) and not (MIN if result is INT else 0) <= found <= (MAX if result is INT else WORD):
                raise Bailed("an int left 64 bits")
            return found

        return super().object_upcall(fitting, [leaf for val in vals for leaf in leaves_of(val)], result)

    def to_int_word(self, val: Val) -> Any:
        if val.type is FLOAT:
            self.leave(self.raises(operator.index, val))
        if val.type is UINT:
            self.b.guard(self.b.le(self.b.zero, val.word), self.bails("an int beyond 63 bits"))
        return self.b.b2i(val.word) if val.type is BOOL else val.word

    def make_constant(self, value: Any) -> Val:
        if isinstance(value, tuple):
            return make_tuple([self.make_constant(item) for item in value])
        if isinstance(value, int) and not MIN <= value <= WORD:
            self.leave(self.bails("an int left 64 bits"))
        return super().make_constant(value)

    def refuse(self, recipe: Any, *vals: Val) -> Any:
        self.leave(self.raises(recipe, *vals))

    def binary(self, op: str, a: Val, b: Val) -> Val:
        return numbers.binary(self, op, a, b)  # type: ignore[arg-type]

    def compare(self, op: str, a: Val, b: Val) -> Val:
        return numbers.compare(self, op, a, b)  # type: ignore[arg-type]

    def unary(self, op: str, a: Val) -> Val:
        if op == "not":
            return Val(BOOL, (self.b.not_(self.truth(a)),))
        return numbers.unary(self, op, a)  # type: ignore[arg-type]


def leaves_of(val: Val) -> list[Val]:
    if not isinstance(val.type, Tuple):
        return [val]
    return [leaf for item in tuple_items(val) for leaf in leaves_of(item)]


def gathered(type: Type, leaves: Iterator[Any]) -> Any:
    return tuple(gathered(item, leaves) for item in type.items) if isinstance(type, Tuple) else next(leaves)


class Operation:
    """`rule(L, *operands)` made into IR: each operand of a type, or a constant, or an int between (lo, hi)."""

    def __init__(self, rule: Any, operands: list[Any]) -> None:
        L = Numbers()
        vals: list[Val] = []
        self.given: list[tuple[int, Type]] = []
        for operand in operands:
            if isinstance(operand, Type):
                self.given.append((len(vals), operand))
                vals.append(Val(operand, (L.function.param(L.function.entry, operand.words[0]),)))
            elif isinstance(operand, tuple):
                word = L.function.param(L.function.entry, 0)
                word.lo, word.hi = operand
                self.given.append((len(vals), INT))
                vals.append(Val(INT, (word,)))
            else:
                vals.append(L.make_constant(operand))
        self.result: Val | None = None
        try:
            self.result = rule(L, *vals)
        except Leaves:
            pass
        else:
            L.b.block.return_(self.result.words)
            L.function.results = self.result.type.words
        self.function = L.function
        verify(self.function)
        self.machine = interpret._Machine({}, None)

    def __call__(self, *values: Any) -> Any:
        words = [words_of(values[index], type) for index, type in self.given]
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
        assert self.result is not None
        return unpacked(results, self.result.type)


def unpacked(words: tuple[Any, ...], type: Type) -> Any:
    items = getattr(type, "items", None)
    if items is None:
        return value_of(words[0], type)
    return tuple(value_of(word, item) for word, item in zip(words, items, strict=True))


def result_of(function: Any, values: Any) -> Any:
    """As `outcome`, of a result that may be a tuple."""
    try:
        result = function(*values)
    except Bailed as bailed:
        return bailed
    except AssertionError:
        raise
    except Exception as error:
        return type(error), str(error)
    if isinstance(result, complex):
        return complex, result
    items = result if isinstance(result, tuple) else (result,)
    return tuple(outcome(lambda item=item: item, ()) for item in items)


def check(operation: Operation, function: Any, values: tuple[Any, ...], may_bail: Any) -> None:
    """The same outcome from both; a bail-out where `may_bail(expected)` says so."""
    expected, found = result_of(function, values), result_of(operation, values)
    if isinstance(found, Bailed):
        assert may_bail(expected), f"{values} bailed out: {found}, instead of {expected}"
    else:
        assert found == expected, f"{values} gave {found}, not {expected}"


def no_word(expected: Any, least: int = MIN, most: int = MAX) -> bool:
    """Whether an outcome has an int that is no int64, or a complex number."""
    return expected[0] is complex or any(
        isinstance(item, tuple) and item[0] is int and not least <= item[1] <= most for item in expected
    )


def no_word_of_float(expected: Any) -> bool:
    """The same for what makes an int of a float, where -2**63 is what the processor makes of all that doesn't fit."""
    return no_word(expected, MIN + 1)
