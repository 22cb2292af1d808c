"""Expressions: numbers, registers and labels, added up.

Every value is a `Sum`, so that `[rax + 8*(rcx + 2) + table - start]` needs no rules of its own. What has no meaning as
a sum, `rax * rcx` or `1 << label`, is refused.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import NamedTuple, Protocol

from ...machine.sections import Symbol
from ..operands import REGISTERS, Reg, numeral
from .lexer import Slip, Token, character, number

MAX_BITS = 128
MAX_DEPTH = 48


class Sum(NamedTuple):
    """A number, registers with their factors (None: as it is), and labels that are added and subtracted."""

    number: int = 0
    registers: tuple[tuple[Reg, int | None], ...] = ()
    plus: tuple[Symbol, ...] = ()
    minus: tuple[Symbol, ...] = ()

    @property
    def is_number(self) -> bool:
        return not (self.registers or self.plus or self.minus)

    def add(self, other: Sum) -> Sum:
        plus, minus = list(self.plus + other.plus), list(self.minus + other.minus)
        for symbol in self.minus + other.minus:
            if symbol in plus:
                plus.remove(symbol)
                minus.remove(symbol)
        return Sum(self.number + other.number, self.registers + other.registers, tuple(plus), tuple(minus))


class Scope(Protocol):
    """Who knows what names stand for."""

    def value(self, name: str, column: int) -> Sum: ...
    def place_of_number(self, text: str, column: int) -> Symbol | None: ...
    def reduced(self, value: Sum) -> Sum: ...


def _divided(first: int, second: int) -> int:
    quotient = abs(first) // abs(second)  # toward zero
    return quotient if (first < 0) == (second < 0) else -quotient


# Operators of two operands: how they bind, and what they make of numbers.
OPERATORS: dict[str, tuple[int, Callable[[int, int], int]]] = {
    "||": (1, lambda a, b: int(bool(a or b))),
    "&&": (2, lambda a, b: int(bool(a and b))),
    "==": (3, lambda a, b: -int(a == b)),
    "!=": (3, lambda a, b: -int(a != b)),
    "<": (3, lambda a, b: -int(a < b)),
    "<=": (3, lambda a, b: -int(a <= b)),
    ">": (3, lambda a, b: -int(a > b)),
    ">=": (3, lambda a, b: -int(a >= b)),
    "|": (4, operator.or_),
    "^": (5, operator.xor),
    "&": (6, operator.and_),
    "<<": (7, operator.lshift),
    ">>": (7, operator.rshift),
    "+": (8, operator.add),
    "-": (8, operator.sub),
    "*": (9, operator.mul),
    "/": (9, _divided),
    "%": (9, lambda a, b: a - b * _divided(a, b)),
}
UNARY: dict[str, Callable[[int], int]] = {"-": operator.neg, "~": operator.invert, "!": lambda a: int(not a)}
# Operators that Intel syntax writes as words.
WORDS = {"shl": "<<", "shr": ">>", "mod": "%", "and": "&", "or": "|", "xor": "^", "eq": "==", "ne": "!=", "lt": "<",
         "le": "<=", "gt": ">", "ge": ">="}  # fmt: skip


class Reader:
    """Reads expressions from tokens. `bracketed` tells whether a [...] was among what was read, `segment` the register
    before a colon, `relative` whether it said `rel`."""

    def __init__(self, found: list[Token], scope: Scope) -> None:
        self.tokens = found
        self.at = 0
        self.scope = scope
        self.depth = 0
        self.bracketed = False
        self.relative: bool | None = None
        self.segment: Reg | None = None

    def peek(self) -> str:
        """The text of the next token, empty at the end."""
        return self.tokens[self.at][1]

    def word(self) -> str:
        """The next token in lower case if it is a name."""
        kind, text, _ = self.tokens[self.at]
        return text.lower() if kind == "name" else ""

    @property
    def column(self) -> int:
        return self.tokens[self.at][2]

    def take(self, text: str) -> bool:
        """Go past the next token if it is this one."""
        if self.tokens[self.at][1] == text and self.tokens[self.at][0] == "operator":
            self.at += 1
            return True
        return False

    def expect(self, text: str) -> None:
        if not self.take(text):
            raise self.unexpected(f"a {text}")

    def unexpected(self, wanted: str) -> Slip:
        kind, text, column = self.tokens[self.at]
        what = "the end of the line" if kind == "end" else shortened(text)
        if text == "%" and self.tokens[self.at + 1][1].lower() in REGISTERS:
            what += " (AT&T syntax is not read: write mov rax, 5 for movq $5, %rax)"
        return Slip(f"expected {wanted}, not {what}", column, max(1, len(text)))

    def end(self) -> None:
        """Check that all was read."""
        if self.tokens[self.at][0] != "end":
            raise self.unexpected("an operator, a comma or the end of the line")

    def expression(self, binding: int = 0) -> Sum:
        """Read an expression whose operators bind at least as tightly as this."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Slip(f"an expression is nested more than {MAX_DEPTH} deep", self.column)
        value = self.unary()
        while True:
            kind, text, column = self.tokens[self.at]
            if kind == "name":
                text = WORDS.get(text.lower(), "")
            known = OPERATORS.get(text) if kind != "string" else None
            if known is None or known[0] <= binding:
                break
            self.at += 1
            value = self.combined(text, value, self.expression(known[0]), column)
        self.depth -= 1
        return value

    def combined(self, text: str, first: Sum, second: Sum, column: int) -> Sum:
        if text == "+":
            value = first.add(second)
        elif text == "-" and not second.registers:
            value = first.add(Sum(-second.number, (), second.minus, second.plus))
        elif text == "*" and first.registers and not first.plus and not first.minus:
            value = self.scaled(first, second, column)
        elif text == "*" and second.registers and not second.plus and not second.minus:
            value = self.scaled(second, first, column)
        else:
            numbers = [self.scope.reduced(side) for side in (first, second)]
            if not (numbers[0].is_number and numbers[1].is_number):
                what = "a register" if first.registers or second.registers else "a label whose place is not known yet"
                raise Slip(f"{text} takes numbers, not {what}", column, len(text))
            a, b = numbers[0].number, numbers[1].number
            if text in ("/", "%") and b == 0:
                raise Slip("division by zero", column)
            if text in ("<<", ">>") and not 0 <= b < MAX_BITS:
                raise Slip(f"a shift by {numeral(b)} bits", column, 2)
            value = Sum(OPERATORS[text][1](a, b))
        if value.number.bit_length() > MAX_BITS:
            raise Slip(f"a number of more than {MAX_BITS} bits", column, len(text))
        return value

    def scaled(self, value: Sum, factor: Sum, column: int) -> Sum:
        factor = self.scope.reduced(factor)
        if not factor.is_number:
            raise Slip("a register is multiplied by a number", column)
        times = factor.number
        registers = tuple((register, (scale or 1) * times) for register, scale in value.registers)
        return Sum(value.number * times, registers)

    def unary(self) -> Sum:
        value = self.prefixed()
        while self.peek() == "[" and self.tokens[self.at][0] == "operator":  # table[rax*8], -16[rsp]
            value = value.add(self.primary())
        return value

    def prefixed(self) -> Sum:
        """An operand with its unary operators."""
        kind, text, column = self.tokens[self.at]
        if kind != "operator" or (text not in UNARY and text != "+"):
            return self.primary()
        self.at += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Slip(f"an expression is nested more than {MAX_DEPTH} deep", self.column)
        value = self.prefixed()
        self.depth -= 1
        if text == "+":
            return value
        if text == "-" and not value.registers:
            return Sum(-value.number, (), value.minus, value.plus)
        value = self.scope.reduced(value)
        if not value.is_number:
            raise Slip(f"{text} takes a number", column)
        return Sum(UNARY[text](value.number))

    def primary(self) -> Sum:
        kind, text, column = self.tokens[self.at]
        if kind == "number":
            self.at += 1
            place = self.scope.place_of_number(text, column)
            return Sum(number(text, column)) if place is None else Sum(0, (), (place,))
        if kind == "string":
            self.at += 1
            return Sum(character(text, column))
        if kind == "name":
            return self.named()
        if self.take("("):
            value = self.expression()
            self.expect(")")
            return value
        if self.take("["):
            self.bracketed = True
            if self.word() in ("rel", "abs"):
                self.relative = self.word() == "rel"
                self.at += 1
            self.override()
            value = self.expression()
            self.expect("]")
            return value
        raise self.unexpected("a number, a register, a label or memory in brackets")

    def named(self) -> Sum:
        _, text, column = self.tokens[self.at]
        self.at += 1
        lower = text.lower()
        if lower == "offset":
            if self.word() == "flat":
                self.at += 1
                self.expect(":")
            return self.prefixed()
        register = REGISTERS.get(lower)
        if lower == "st":
            which = 0
            if self.take("("):
                inner = self.expression()
                self.expect(")")
                if not inner.is_number or not 0 <= inner.number <= 7:
                    raise Slip("the x87 registers are st(0) to st(7)", column, len(text))
                which = inner.number
            register = REGISTERS[f"st{which}"]
        if register is not None:
            return Sum(0, ((register, None),))
        return self.scope.value(text, column)

    def override(self) -> None:
        """Read a segment register and its colon, if they come next."""
        register = REGISTERS.get(self.word())
        if register is not None and register.family == "seg" and self.tokens[self.at + 1][1] == ":":
            if self.segment is not None:
                raise Slip("one segment override is enough", self.column, 2)
            self.segment = register
            self.at += 2


def shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:36] + " ..."
