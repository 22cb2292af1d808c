"""Comparisons: `==` and its like, `is` and `in`, of values and of the items of tuples."""

from __future__ import annotations

import operator
from functools import partial

from . import iteration, sequences
from . import syntax as ast
from .operators import FOLDED, OPERATORS, SYMBOLS
from .types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    RANGE,
    UINT,
    Array,
    Buffer,
    Object,
    Scalar,
    Text,
    Tuple,
    Val,
    is_number,
    tuple_items,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn

    from ..ir.builder import Builder
    from ..ir.function import Exit, Value
    from .flow import Position
    from .types import Type


class Comparisons:
    """The part of the lowering that compares."""

    if TYPE_CHECKING:
        b: Builder

        def unsupported(self, message: str, hint: str | None = None, node: Any = None) -> NoReturn: ...

        def leave(self, exit: Exit) -> NoReturn: ...

        def misuse(
            self,
            function: Callable[..., object],
            values: list[Val],
            message: str,
            hint: str | None = None,
            errors: tuple[type[Exception], ...] = ...,
        ) -> NoReturn: ...

        def position(self) -> Position: ...

        def truth(self, value: Val) -> Value: ...

        def make_constant(self, value: object) -> Val: ...

        def __getattr__(self, name: str) -> Any: ...

    def x_Compare(self, node: ast.Compare) -> Val:
        left = self.lower_expression(node.left)
        right = self.lower_expression(node.comparators[0])
        op = node.ops[0]
        if isinstance(op, (ast.Is, ast.IsNot)):
            found = self.identical(left, right)
            return Val(BOOL, (found if isinstance(op, ast.Is) else self.b.not_(found),))
        if isinstance(op, (ast.In, ast.NotIn)):
            found = self.contains(right, left)
            return Val(BOOL, (found if isinstance(op, ast.In) else self.b.not_(found),))
        return self.compare(OPERATORS[type(op).__name__], left, right)

    def identical(self, a: Val, b: Val) -> Value:
        s, t = a.type, b.type
        build = self.b
        if s is NONE or t is NONE or isinstance(s, Object) or isinstance(t, Object):
            return build.bool(s is t)
        if isinstance(s, (Array, Buffer)) and isinstance(t, (Array, Buffer)):
            if s.whole and t.whole:
                return build.eq(a.words[-1], b.words[-1])
            if s.whole or t.whole:
                return build.false
        if s is not t and {s, t} != {INT, UINT}:
            return build.false
        if s is BOOL or (isinstance(s, Scalar) and s.kind == "b"):
            return build.not_(build.bxor(a.word, b.word))
        if isinstance(s, Tuple):
            if not s.items and s.cls is tuple:
                return build.true
            # Different words are different objects. Of equal ones, only the interpreter knows.
            same = build.true
            for x, y in zip(a.words, b.words, strict=True):
                same = build.band(same, build.eq(self.to_bits(x), self.to_bits(y)))
            build.guard(build.not_(same), self.bails("'is' of equal tuples"))
            return build.false
        return self.unsupported(f"'is' of {s.name}", "compare the values with ==")

    def contains(self, where: Val, item: Val) -> Value:
        """item in where"""
        b = self.b
        type = where.type
        if isinstance(type, Tuple):
            found = b.false
            for other in tuple_items(where):
                found = b.bor(found, self.same(other, item, b.not_(found)))
            return found
        if type is RANGE and item.type in (INT, BOOL):
            return iteration.in_range(self, where, self.to_int_word(item))  # type: ignore[arg-type]
        if isinstance(type, (Buffer, Array)):
            return sequences.contains(self, where, item)  # type: ignore[arg-type]
        message = f"'in' on {type.name}"
        return self.misuse(operator.contains, [where, item], message, "write a loop")

    def compare(self, op: str, a: Val, b: Val) -> Val:
        s, t = a.type, b.type
        x, y = self.constant(a), self.constant(b)
        if type(x) in FOLDED and type(y) in FOLDED and type(x) is not str and type(y) is not str:
            return self.make_constant(getattr(operator, op)(x, y))
        if is_number(s) and is_number(t):
            if isinstance(s, Scalar) or isinstance(t, Scalar):
                from . import scalars

                return scalars.compare(self, op, a, b)  # type: ignore[arg-type]
            from . import numbers

            return numbers.compare(self, op, a, b)  # type: ignore[arg-type]
        if (type(x) is int and is_number(t)) or (type(y) is int and is_number(s)):
            self.leave(self.bails("an int left 64 bits"))
        if isinstance(s, Tuple) and isinstance(t, Tuple):
            if op in ("eq", "ne"):
                same = self.equal(a, b)
                return Val(BOOL, (same if op == "eq" else self.b.not_(same),))
            return self.choose(self.order_tuples(op, tuple_items(a), tuple_items(b), self.b.true))
        if isinstance(s, Buffer) and isinstance(t, Buffer):
            return Val(BOOL, (sequences.compare(self, op, a, b),))  # type: ignore[arg-type]
        if op in ("eq", "ne"):
            return Val(BOOL, (self.equal(a, b) if op == "eq" else self.b.not_(self.equal(a, b)),))
        message = f"{SYMBOLS[op]!r} of {s.name} and {t.name}"
        return self.misuse(getattr(operator, op), [a, b], message, self.array_hint(s, t))

    def equal(self, a: Val, b: Val) -> Value:
        """a == b, as a bool"""
        s, t = a.type, b.type
        if is_number(s) and is_number(t):
            return self.truth(self.compare("eq", a, b))
        if isinstance(s, Tuple) and isinstance(t, Tuple):
            return self.equal_tuples(tuple_items(a), tuple_items(b), self.b.true)
        if isinstance(s, Buffer) and isinstance(t, Buffer):
            return sequences.compare(self, "eq", a, b)  # type: ignore[arg-type]
        if isinstance(s, (Array, Text)) or isinstance(t, (Array, Text)):
            self.unsupported(f"'==' of {s.name} and {t.name}", self.array_hint(s, t))
        self.refuse_broadcast("==", s, t)
        if isinstance(s, Object) and isinstance(t, Object):
            return self.b.bool(s.value == t.value)
        if (type(self.constant(a)) is int and is_number(t)) or (type(self.constant(b)) is int and is_number(s)):
            self.leave(self.bails("an int left 64 bits"))  # one of them is, and is known
        if s is RANGE and t is RANGE:
            return iteration.equal_ranges(self, a, b)  # type: ignore[arg-type]
        return self.b.bool(s is NONE and t is NONE)

    def equal_tuples(self, a: list[Val], b: list[Val], active: Value) -> Value:
        """Whether all items are the same. What comparing a pair leaves to the interpreter counts only where `active`
        is true and no pair before differs."""
        build = self.b
        if len(a) != len(b):
            return build.false
        alike = active
        for x, y in zip(a, b, strict=True):
            alike = build.band(alike, self.same(x, y, alike))
        return alike

    def order_tuples(self, op: str, a: list[Val], b: list[Val], active: Value) -> list[tuple[Value, Val]]:
        """a < b and the like. The first pair that differs decides, and the result is that of comparing it, which may be
        a bool or NumPy's. Returns each that may be the result, with the condition; one holds if `active` does."""
        build = self.b
        alternatives: list[tuple[Value, Val]] = []
        alike = active
        for x, y in zip(a, b, strict=False):
            equal = self.same(x, y, alike)
            differs = build.band(alike, build.not_(equal))
            if isinstance(x.type, Tuple) and isinstance(y.type, Tuple):
                alternatives += self.order_tuples(op, tuple_items(x), tuple_items(y), differs)
            elif is_number(x.type) and is_number(y.type):
                alternatives.append((differs, self.compare(op, x, y)))
            elif isinstance(x.type, Buffer) and isinstance(y.type, Buffer):
                found = self.either(differs, partial(self.order_buffers, op, x, y), lambda: [build.false])
                alternatives.append((differs, Val(BOOL, tuple(found))))
            elif type(self.constant(x)) is int or type(self.constant(y)) is int:
                build.guard(build.not_(differs), self.bails("an int left 64 bits"))
            else:
                self.refuse_broadcast(SYMBOLS[op], x.type, y.type)
                build.guard(build.not_(differs), self.raises(getattr(operator, op), x, y))
            alike = build.band(alike, equal)
        alternatives.append((alike, Val(BOOL, (build.bool(getattr(operator, op)(len(a), len(b))),))))
        return alternatives

    def refuse_broadcast(self, symbol: str, s: Type, t: Type) -> None:
        """A NumPy scalar takes a sequence for an array, and compares itself with each item."""
        for scalar, other in ((s, t), (t, s)):
            if isinstance(scalar, Scalar) and isinstance(other, (Tuple, Buffer, Array)):
                self.unsupported(f"{symbol!r} of {s.name} and {t.name}")

    def order_buffers(self, op: str, a: Val, b: Val) -> list[Value]:
        return [sequences.compare(self, op, a, b)]  # type: ignore[arg-type]

    def ordered(self, op: str, a: Val, b: Val) -> Value:
        """The truth of a < b and the like."""
        if not (isinstance(a.type, Tuple) and isinstance(b.type, Tuple)):
            return self.truth(self.compare(op, a, b))
        build = self.b
        found = build.false
        for condition, value in self.order_tuples(op, tuple_items(a), tuple_items(b), build.true):
            found = build.bor(found, build.band(condition, value.word))
        return found

    def same(self, a: Val, b: Val, active: Value) -> Value:
        """a is b or a == b, as containers compare their items. Whether two NaNs are one object, only the interpreter
        knows."""
        s, t = a.type, b.type
        if isinstance(s, Tuple) and isinstance(t, Tuple):
            return self.equal_tuples(tuple_items(a), tuple_items(b), active)
        if (isinstance(s, Scalar) and t in (INT, UINT)) or (isinstance(t, Scalar) and s in (INT, UINT)):
            # NumPy may refuse the int
            equal: Value = self.either(active, lambda: [self.equal(a, b)], lambda: [self.b.false])[0]
        else:
            equal = self.equal(a, b)
        if s is t and (s is FLOAT or (isinstance(s, Scalar) and s.kind == "f")):
            build = self.b
            unordered = build.band(build.fne(a.word, a.word), build.fne(b.word, b.word))
            build.guard(build.not_(build.band(active, unordered)), self.bails("NaN in a comparison of tuples"))
        return equal

    def choose(self, alternatives: list[tuple[Value, Val]]) -> Val:
        """The value among these whose condition is true; one of the conditions is. Where the types differ, the
        expression at hand must end its block, so that what follows is compiled for each."""
        ways: dict[Type, tuple[Value, Val]] = {}
        build = self.b
        for condition, value in alternatives:
            if condition.is_const and not condition.attr:
                continue
            known = ways.get(value.type)
            if known is not None:
                pairs = zip(value.words, known[1].words, strict=True)
                value = Val(value.type, tuple([build.select(condition, x, y) for x, y in pairs]))
                condition = build.bor(known[0], condition)
            ways[value.type] = (condition, value)
        if not ways:  # nothing gets here: some guard before can't pass
            self.leave(self.bails("an int left 64 bits"))
        if len(ways) > 1:
            from .lowering import NeedsSplit

            raise NeedsSplit(self.position(), list(ways.values()))
        return next(iter(ways.values()))[1]
