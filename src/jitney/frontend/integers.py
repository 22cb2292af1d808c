"""Operators on ints.

An int is a word with a type: INT, read as signed, or UINT, which may need to be read as unsigned. A result that neither
holds bails out. Arithmetic checks itself, by operations that lose their check where a result is only looked at through
a mask (passes/demanded.py). Where an INT meets a UINT, what makes the one of the other is such an operation too, so
that hashes and generators run unchecked whatever the signs of what they are fed. An exception is raised by replaying
the operation, which words it as this interpreter does.
"""

from __future__ import annotations

import operator

from ..ir import ops
from ..ir.builder import Scope
from ..ir.types import I64, MAX, MIN, WORD
from .types import BOOL, FLOAT, INT, UINT, Val

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering

    Recipe = Callable[..., object]

TOO_LARGE = "an int left 64 bits"


def known(a: Val) -> Any:
    """The number that a value is known to be, or None."""
    word = a.word
    if word.op != ops.CONST:
        return None
    if a.type is UINT:
        return word.attr & WORD
    return bool(word.attr) if a.type is BOOL else word.attr


def integer(b: Builder, a: Val) -> Val:
    """An int or bool as the narrowest type of ints."""
    if a.type is BOOL:
        return Val(INT, (b.b2i(a.word),))
    return Val(INT, a.words) if a.type is UINT and a.word.lo >= 0 else a


def unsigned(word: Value) -> Val:
    """A word of 0 to 2**64 - 1 as an int."""
    return Val(INT if word.lo >= 0 else UINT, (word,))


def check(L: Lowering, condition: Value, recipe: Recipe, *vals: Val) -> None:
    """Raises what the recipe raises unless the condition is true."""
    if not (condition.op == ops.CONST and condition.attr):
        L.b.guard(condition, L.raises(recipe, *vals))


def ensure(L: Lowering, condition: Value, reason: str = TOO_LARGE) -> None:
    """Bails out unless the condition is true."""
    if not (condition.op == ops.CONST and condition.attr):
        L.b.guard(condition, L.bails(reason))


def natural(L: Lowering, word: Value) -> Value:
    """The same word, which bails out where signed and unsigned readings differ: unless a mask makes that no matter."""
    if word.lo >= 0:
        return word
    # word - 2**63 is an int64 just where word isn't negative
    least = L.b.word(MIN)
    return L.b.add(L.b.addo(word, least, L.bails(TOO_LARGE)), least)


def nonnegative(L: Lowering, word: Value) -> Value:
    """The same, where no mask can follow: bails out if the word is negative."""
    ensure(L, L.b.le(L.b.zero, word))
    return word


def wrapped(b: Builder, word: Value) -> Value:
    """The word modulo 2**64."""
    return b.share(ops.WRAP, I64, (word,)) if word.op in _PASSING else word


_PASSING = frozenset(
    (ops.ADDO, ops.SUBO, ops.MULO, ops.UADDO, ops.USUBO, ops.UMULO, ops.SHLO, ops.USHLO)
    + (ops.ADD, ops.SUB, ops.MUL, ops.SHL, ops.AND, ops.OR, ops.XOR)
)
"""What a mask may spare a check, or leads to what it may."""


def _within(word: Value, lo: int, hi: int) -> Value:
    """Writes down a range that follows from the operands' ranges."""
    word.lo, word.hi = max(word.lo, lo), min(word.hi, hi)
    return word


def repeat(
    L: Lowering, state: list[Value], goes_on: Callable[[list[Value]], Value], step: Callable[[list[Value]], list[Value]]
) -> list[Value]:
    """The words in which a loop ends up: while goes_on(words): words = step(words). For a hundred turns, not more."""
    b, function = L.b, L.function
    start, scope = b.block, b.scope
    loop, done = function.block(), function.block()
    loop.depth, loop.cold, done.depth, done.cold = start.depth + 1, start.cold, start.depth, start.cold
    function.blocks += (loop, done)
    inside = [function.param(loop, word.type) for word in state]
    after = [function.param(done, word.type) for word in state]
    start.branch(goes_on(state), loop, done, state, state)
    b.enter(loop, Scope(scope))
    following = step(inside)
    loop.branch(goes_on(following), loop, done, following, following)
    start.line = loop.line = b.line
    b.enter(done, Scope(scope))
    return after


# Arithmetic. Both operands are INT or UINT.


def _add(L: Lowering, a: Val, b: Val) -> Val:
    if a.type is INT:
        if b.type is INT:
            return Val(INT, (L.b.addo(a.word, b.word, L.bails(TOO_LARGE)),))
        a, b = b, a
    if b.type is INT and b.word.hi <= 0:
        return unsigned(L.b.usubo(a.word, L.b.neg(b.word), L.bails(TOO_LARGE)))
    other = b.word if b.type is UINT else natural(L, b.word)
    return unsigned(L.b.uaddo(a.word, other, L.bails(TOO_LARGE)))


def _sub(L: Lowering, a: Val, b: Val) -> Val:
    if a.type is INT:  # a UINT taken from an INT is best an INT
        other = b.word if b.type is INT else natural(L, b.word)
        return Val(INT, (L.b.subo(a.word, other, L.bails(TOO_LARGE)),))
    if b.type is INT and b.word.hi <= 0:
        return unsigned(L.b.uaddo(a.word, L.b.neg(b.word), L.bails(TOO_LARGE)))
    other = b.word if b.type is UINT else natural(L, b.word)
    return unsigned(L.b.usubo(a.word, other, L.bails(TOO_LARGE)))


def _mul(L: Lowering, a: Val, b: Val) -> Val:
    x, y = a.word, b.word
    if a.type is INT and b.type is INT:
        # Two factors that are known to be below 2**32, say: their product needs no check, but the unsigned word.
        if x.lo >= 0 and y.lo >= 0 and x.hi <= MAX >> 1 and y.hi <= MAX >> 1 and MAX < x.hi * y.hi <= WORD:
            return unsigned(L.b.mul(x, y))
        return Val(INT, (L.b.mulo(x, y, L.bails(TOO_LARGE)),))
    if a.type is INT:
        a, x, b, y = b, y, a, x
    if b.type is INT and y.hi <= 0:
        return Val(INT, (L.b.mulo(natural(L, x), y, L.bails(TOO_LARGE)),))
    other = y if b.type is UINT else natural(L, y)
    return unsigned(L.b.umulo(x, other, L.bails(TOO_LARGE)))


def _truediv(L: Lowering, a: Val, b: Val) -> Val:
    check(L, L.b.ne(b.word, L.b.zero), operator.truediv, a, b)
    if b.word.is_const and abs(divisor := known(b)) & (abs(divisor) - 1) == 0:  # a power of two: rounds but once
        return Val(FLOAT, (L.b.fdiv(L.to_float(a), L.to_float(b)),))
    exact = L.b.band(_fits_float(L.b, a), _fits_float(L.b, b))
    words = L.either(
        exact,
        lambda: [L.b.fdiv(L.to_float(a), L.to_float(b))],
        lambda: [L.object_upcall(operator.truediv, [a, b], FLOAT).word],
        cold=2,
    )
    return Val(FLOAT, tuple(words))


def _fits_float(b: Builder, a: Val) -> Value:
    """Whether an int is at most 2**53 away from 0, where floats are exact."""
    if a.type is INT and a.word.lo >= -(1 << 53) and a.word.hi <= 1 << 53:
        return b.true
    if a.type is UINT or a.word.lo >= -(1 << 53):
        return b.ule(a.word, b.word(1 << 53)) if a.type is UINT else b.le(a.word, b.word(1 << 53))
    return b.ule(b.add(a.word, b.word(1 << 53)), b.word(1 << 54))


def _floordiv(L: Lowering, a: Val, b: Val) -> Val:
    return quotient(L, a, b, operator.floordiv)


def _mod(L: Lowering, a: Val, b: Val) -> Val:
    return remainder(L, a, b, operator.mod)


def quotient(L: Lowering, a: Val, b: Val, recipe: Recipe) -> Val:
    check(L, L.b.ne(b.word, L.b.zero), recipe, a, b)
    x, y = a.word, _divisor(L, b)
    if a.type is INT and b.type is INT:
        if y.is_const and y.attr == -1:
            return Val(INT, (L.b.subo(L.b.zero, x, L.bails(TOO_LARGE)),))
        if _may_overflow(x, y):
            ensure(L, L.b.bor(L.b.ne(x, L.b.word(MIN)), L.b.ne(y, L.b.word(-1))))
        return Val(INT, (L.b.div(x, y),))
    if b.type is INT and y.hi < 0:
        return Val(INT, (L.b.div(nonnegative(L, x), y),))
    x = x if a.type is UINT else nonnegative(L, x)
    y = y if b.type is UINT else nonnegative(L, y)
    word = L.b.udiv(x, y)
    if y.is_const and known(b) > 1:
        _within(word, 0, WORD // known(b))
    return unsigned(word)


def remainder(L: Lowering, a: Val, b: Val, recipe: Recipe) -> Val:
    check(L, L.b.ne(b.word, L.b.zero), recipe, a, b)
    x, y = a.word, _divisor(L, b)
    if a.type is INT and b.type is INT:
        if y.is_const and y.attr == -1:
            return Val(INT, (L.b.zero,))
        if _may_overflow(x, y):  # any number is 0 modulo -1, as it is modulo 1
            y = L.b.select(L.b.eq(y, L.b.word(-1)), L.b.word(1), y)
        return Val(INT, (L.b.mod(x, y),))
    if b.type is INT and y.hi < 0:
        return Val(INT, (L.b.mod(nonnegative(L, x), y),))
    x = x if a.type is UINT else nonnegative(L, x)
    word = L.b.umod(x, y if b.type is UINT else nonnegative(L, y))
    return Val(INT, (word,)) if b.type is INT else unsigned(word)


def _divisor(L: Lowering, b: Val) -> Value:
    """The word of a divisor; 1 for a 0 that code never gets to divide by."""
    return L.b.word(1) if b.word.is_const and b.word.attr == 0 else b.word


def _may_overflow(x: Value, y: Value) -> bool:
    """-2**63 by -1 is the one division whose quotient is no int64."""
    return x.lo == MIN and y.lo <= -1 <= y.hi


def _and(L: Lowering, a: Val, b: Val) -> Val:
    if a.word.is_const:
        a, b = b, a
    x = a.word
    if b.word.is_const and b.type is UINT:
        x = wrapped(L.b, x)  # bits from 64 on are looked at by nobody
        if b.word.attr == -1:
            return unsigned(x)
    word = L.b.and_(x, b.word)
    return Val(INT, (word,)) if a.type is INT and b.type is INT else unsigned(word)


def _or(L: Lowering, a: Val, b: Val) -> Val:
    if a.type is b.type:
        return Val(a.type, (L.b.or_(a.word, b.word),))
    if a.type is INT:
        a, b = b, a
    if b.word.hi < 0:  # a UINT with a negative INT: the INT's bits from 63 on are set
        return Val(INT, (L.b.or_(a.word, b.word),))
    return Val(UINT, (L.b.or_(a.word, natural(L, b.word)),))


def _xor(L: Lowering, a: Val, b: Val) -> Val:
    if a.type is b.type:
        return Val(a.type, (L.b.xor(a.word, b.word),))
    if a.type is INT:
        a, b = b, a
    if b.word.hi < 0:
        return Val(INT, (L.b.xor(natural(L, a.word), b.word),))
    return Val(UINT, (L.b.xor(a.word, natural(L, b.word)),))


def _lshift(L: Lowering, a: Val, b: Val) -> Val:
    if b.type is INT:
        check(L, L.b.le(L.b.zero, b.word), operator.lshift, a, b)
    few = L.b.ult(b.word, L.b.word(64))
    ensure(L, L.b.bor(few, L.b.eq(a.word, L.b.zero)))
    count = L.b.select(few, b.word, L.b.zero)
    if a.type is INT:
        x = a.word
        if 0 <= x.lo <= x.hi <= MAX >> 1 and 0 <= count.lo <= count.hi < 64 and MAX < x.hi << count.hi <= WORD:
            return unsigned(L.b.shl(x, count))  # a byte by up to 56, say, or 1 by up to 63
        return Val(INT, (L.b.shlo(x, count, L.bails(TOO_LARGE)),))
    return unsigned(L.b.ushlo(a.word, count, L.bails(TOO_LARGE)))


def _rshift(L: Lowering, a: Val, b: Val) -> Val:
    if b.type is INT:
        check(L, L.b.le(L.b.zero, b.word), operator.rshift, a, b)
    few = L.b.ult(b.word, L.b.word(64))
    if a.type is INT:
        return Val(INT, (L.b.sar(a.word, L.b.select(few, b.word, L.b.word(63))),))
    return unsigned(L.b.select(few, L.b.shr(a.word, b.word), L.b.zero))


# Powers.


def _pow(L: Lowering, a: Val, b: Val) -> Val:
    """The exponent isn't known to be negative."""
    exponent = known(b)
    if a.type is UINT and not (exponent is not None and exponent <= 2):
        a = Val(INT, (nonnegative(L, a.word),))
    if exponent is not None:
        return _pow_known(L, a, exponent)
    if b.type is INT:
        ensure(L, L.b.le(L.b.zero, b.word), "an int to a negative power")
    base = known(a)
    if base is not None and base > 1 and base & (base - 1) == 0:
        return _pow_of_two(L, base.bit_length() - 1, b.word)
    return _pow_loop(L, a.word, b.word)


def _pow_known(L: Lowering, a: Val, exponent: int) -> Val:
    if exponent > 64:  # only -1, 0 and 1 have such powers; they have them early
        ensure(L, L.b.ult(L.b.add(a.word, L.b.word(1)), L.b.word(3)))
        exponent = 2 - exponent % 2
    result: Val | None = None
    while exponent:
        if exponent & 1:
            result = a if result is None else _mul(L, result, a)
        exponent >>= 1
        if exponent:
            a = _mul(L, a, a)
    return result or Val(INT, (L.b.word(1),))


def _pow_of_two(L: Lowering, log: int, exponent: Value) -> Val:
    most = 62 // log
    ensure(L, L.b.ule(exponent, L.b.word(most)))
    # the guard has said so, which the range doesn't show
    count = L.b.and_(exponent, L.b.word((1 << most.bit_length()) - 1))
    return Val(INT, (L.b.shl(L.b.word(1), L.b.mul(count, L.b.word(log))),))


def _pow_loop(L: Lowering, base: Value, exponent: Value) -> Val:
    """Square and multiply. A factor that isn't called for is 1, so that its overflow isn't taken for one."""
    b = L.b
    one, too_large = b.word(1), L.bails(TOO_LARGE)

    def step(words: list[Value]) -> list[Value]:
        result, base, exponent = words
        odd = b.ne(b.and_(exponent, one), b.zero)
        square = b.select(b.ult(one, exponent), base, one)
        return [
            b.mulo(result, b.select(odd, base, one), too_large),
            b.mulo(square, square, too_large),
            b.shr(exponent, one),
        ]

    return Val(INT, (repeat(L, [one, base, exponent], lambda words: b.ne(words[2], b.zero), step)[0],))


def pow_modulo(L: Lowering, base: Value, exponent: Value, modulus: Value) -> Value:
    """To a modulus of at most 2**32, so that products fit the unsigned word."""
    b, one = L.b, L.b.word(1)

    def step(words: list[Value]) -> list[Value]:
        result, base, exponent = words
        odd = b.ne(b.and_(exponent, one), b.zero)
        product = b.umod(b.mul(result, base), modulus)
        return [b.select(odd, product, result), b.umod(b.mul(base, base), modulus), b.shr(exponent, one)]

    start = [b.mod(one, modulus), b.mod(base, modulus), exponent]
    return repeat(L, start, lambda words: b.ne(words[2], b.zero), step)[0]


# Comparisons: eq, ne, lt and le; the rest by swapping the operands.


def compare(b: Builder, op: str, a: Val, other: Val) -> Value:
    x, y = a.word, other.word
    if op == "ne":
        return b.not_(compare(b, "eq", a, other))
    if op == "le":
        return b.not_(compare(b, "lt", other, a))
    if a.type is other.type:
        if op == "eq":
            return b.eq(x, y)
        return b.lt(x, y) if a.type is INT else b.ult(x, y)
    b.need(x)  # the sign of one follows from its type, which the checks before it are for
    b.need(y)
    signed_word = x if a.type is INT else y
    if op == "eq":
        return b.band(b.eq(x, y), b.le(b.zero, signed_word))
    below = b.ult(x, y)
    if a.type is INT:
        return b.bor(b.lt(x, b.zero), below)
    return b.band(b.le(b.zero, y), below)


RULES: dict[str, Callable[[Lowering, Val, Val], Val]] = {
    "add": _add, "sub": _sub, "mul": _mul, "truediv": _truediv, "floordiv": _floordiv, "mod": _mod, "pow": _pow,
    "lshift": _lshift, "rshift": _rshift, "and": _and, "or": _or, "xor": _xor,
}  # fmt: skip
