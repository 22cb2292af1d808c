"""Division of words, which rounds towards minus infinity; by constants, multiplication by a reciprocal.

Granlund and Montgomery, "Division by Invariant Integers using Multiplication", PLDI 1994. For a dividend of N bits and
a divisor d, which is no power of two, let l be the bits of d - 1 (the logarithm of d, rounded up) and

    m = floor(2**(N + l) / d) + 1        then        floor(x / d) = floor(m * x / 2**(N + l))

as m * d exceeds 2**(N + l) by at most d, which is at most 2**l (theorem 4.2). m has at most N + 1 bits: a word for the
dividends of 63 bits that words from 0 are. A negative x becomes ~x, which is from 0, and the quotient is inverted back:
floor(x / d) = ~floor(~x / d).
"""

from __future__ import annotations

from .abi import RAX, RDX
from .operands import Reg
from .rules import Rule
from .writer import WORDS, WORDS32, Writer, fits32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

WORD = (1 << 64) - 1
rax, rdx, eax, edx = WORDS[RAX], WORDS[RDX], WORDS32[RAX], WORDS32[RDX]


def reciprocal(divisor: int, bits: int) -> tuple[int, int]:
    """(m, s): for x from 0 and below 2**bits, x // divisor == m * x >> s."""
    shift = bits + (divisor - 1).bit_length()
    return (1 << shift) // divisor + 1, shift


def reciprocal64(divisor: int) -> tuple[int, int] | None:
    """(m, s) for all unsigned words, where there is an m of 64 bits."""
    for shift in range(64, 64 + divisor.bit_length()):
        multiplier = -(-(1 << shift) // divisor)
        if multiplier <= WORD and multiplier * divisor - (1 << shift) <= 1 << shift - 64:
            return multiplier, shift
    return None


# By constants. The emitters of quotients leave them in a register of their choice; remainders are what is left.


def _small_quotient(w: Writer, r: Any, x: Any, divisor: int) -> Any:
    """Of dividends below 2**31: the product fits a word."""
    multiplier, shift = reciprocal(divisor, 31)
    if fits32(multiplier):
        w.a.imul(r, x, multiplier)
    else:
        w.load_word(r, multiplier)
        w.a.imul(r, x)
    w.a.shr(r, shift)
    return r


def _positive_quotient(w: Writer, x: Any, divisor: int) -> Any:
    multiplier, shift = reciprocal(divisor, 63)
    w.load_word(rax, multiplier)
    w.a.mul(x)
    w.a.shr(rdx, shift - 64)
    return rdx


def _signed_quotient(w: Writer, x: Any, divisor: int, t: Any) -> Any:
    multiplier, shift = reciprocal(divisor, 63)
    a = w.a
    w.move(t, x)
    a.sar(t, 63)
    w.move(rax, x)
    a.xor(rax, t)
    w.load_word(rdx, multiplier)
    a.mul(rdx)
    a.shr(rdx, shift - 64)
    a.xor(rdx, t)
    return rdx


def _unsigned_quotient(w: Writer, x: Any, divisor: int, t: Any) -> Any:
    divisor &= WORD
    found = reciprocal64(divisor)
    a = w.a
    if found is not None:
        multiplier, shift = found
        w.load_word(rax, multiplier)
        a.mul(x)
        if shift > 64:
            a.shr(rdx, shift - 64)
        return rdx
    multiplier, shift = reciprocal(divisor, 64)  # of 65 bits, the uppermost a one
    w.load_word(rax, multiplier & WORD)
    a.mul(x)
    w.move(t, x)
    a.sub(t, rdx)
    a.shr(t, 1)
    a.add(t, rdx)
    a.shr(t, shift - 65)
    return t


def _remainder(w: Writer, r: Any, x: Any, quotient: Any, divisor: int) -> None:
    """`quotient` is in none of the registers of x and rax."""
    if fits32(divisor):
        w.a.imul(quotient, quotient, divisor)
    else:
        w.load_word(rax, divisor)
        w.a.imul(quotient, rax)
    w.move(rax, x)
    w.a.sub(rax, quotient)
    if r is not rax:
        w.move(r, rax)


def _divide(quotient: Callable[..., Any]) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, divisor: int, *temporaries: Any) -> None:
        found = quotient(w, x, divisor, *temporaries)
        if r is not found:
            w.move(r, found)

    return emit


def _modulo(quotient: Callable[..., Any]) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, divisor: int, *temporaries: Any) -> None:
        _remainder(w, r, x, quotient(w, x, divisor, *temporaries), divisor)

    return emit


def _small_modulo(w: Writer, r: Any, x: Any, divisor: int, t: Any) -> None:
    _small_quotient(w, t, x, divisor)
    w.a.imul(t, t, divisor)
    if r is not x:
        w.move(r, x)
    w.a.sub(r, t)


# By words that are known at run time only. Where both turn out to be from 0 and below 2**32, the short division does,
# which takes half the time or less on processors before Ice Lake and Zen; the long one stands off the path.


def _half(w: Writer, y: Any) -> Any:
    return WORDS32[y.number] if y.__class__ is Reg else w.single(y)


def _short(result: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        w.move(rax, x)
        w.a.xor(edx, edx)
        w.a.div(_half(w, y))
        if r is not WORDS[result]:
            w.move(r, WORDS[result])

    return emit


def _division(result: int, long: Callable[[Writer, Any], None]) -> Callable[..., Any]:
    """rdx:rax / y. `long` divides where the two are not short, and leaves the result where the short division does."""

    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        a = w.a
        apart, done = a.label(), a.label()
        w.move(rax, x)
        w.move(rdx, rax)
        a.or_(rdx, y)
        a.shr(rdx, 32)  # which leaves the upper half of the dividend, 0
        a.jne(apart)
        a.div(_half(w, y))
        a.bind(done)
        if r is not WORDS[result]:
            w.move(r, WORDS[result])

        def write() -> None:
            a.bind(apart)
            long(w, y)
            a.jmp(done)

        w.postponed.append(write)

    return emit


def _unsigned(w: Writer, y: Any) -> None:
    w.a.xor(edx, edx)
    w.a.div(y)


def _signed_division(positive: bool) -> Callable[[Writer, Any], None]:
    """The quotient is one less where there is a remainder of another sign than the divisor's."""

    def write(w: Writer, y: Any) -> None:
        a = w.a
        a.cqo()
        a.idiv(y)
        exact = a.label()
        if not positive:
            a.test(rdx, rdx)
            a.je(exact)
            a.xor(rdx, y)
        a.sar(rdx, 63)
        a.add(rax, rdx)
        a.bind(exact)

    return write


def _signed_modulo(positive: bool) -> Callable[[Writer, Any], None]:
    """The remainder of idiv has the dividend's sign; where that isn't the divisor's, the divisor is added."""

    def write(w: Writer, y: Any) -> None:
        a = w.a
        a.cqo()
        a.idiv(y)
        exact = a.label()
        if not positive:
            a.test(rdx, rdx)
            a.je(exact)
        w.move(rax, rdx)
        if not positive:
            a.xor(rax, y)
        a.sar(rax, 63)
        a.and_(rax, y)
        a.add(rdx, rax)
        a.bind(exact)

    return write


_BOTH = (RAX, RDX)

RULES = {
    "div small const": Rule(_small_quotient, "r! c"),
    "mod small const": Rule(_small_modulo, "r+ c", words=1),
    "div positive const": Rule(_divide(_positive_quotient), "m+ c", clobbers=_BOTH, result=RDX),
    "mod positive const": Rule(_modulo(_positive_quotient), "r+ c", clobbers=_BOTH, result=RAX),
    "div const": Rule(_divide(_signed_quotient), "r+ c", clobbers=_BOTH, result=RDX, words=1),
    "mod const": Rule(_modulo(_signed_quotient), "r+ c", clobbers=_BOTH, result=RAX, words=1),
    "udiv const": Rule(_divide(_unsigned_quotient), "m+ c", clobbers=_BOTH, result=RDX, words=1),
    "umod const": Rule(_modulo(_unsigned_quotient), "r+ c", clobbers=_BOTH, result=RAX, words=1),
    "div short": Rule(_short(RAX), "M m+", clobbers=_BOTH, result=RAX),
    "mod short": Rule(_short(RDX), "M m+", clobbers=_BOTH, result=RDX),
    "udiv": Rule(_division(RAX, _unsigned), "M m+", clobbers=_BOTH, result=RAX),
    "umod": Rule(_division(RDX, _unsigned), "M m+", clobbers=_BOTH, result=RDX),
    "div positive": Rule(_division(RAX, _signed_division(True)), "M m+", clobbers=_BOTH, result=RAX),
    "mod positive": Rule(_division(RDX, _signed_modulo(True)), "M m+", clobbers=_BOTH, result=RDX),
    "div": Rule(_division(RAX, _signed_division(False)), "M m+", clobbers=_BOTH, result=RAX),
    "mod": Rule(_division(RDX, _signed_modulo(False)), "M m+", clobbers=_BOTH, result=RDX),
}


def choose(name: str, divisor: int | None, x_range: tuple[int, int], y_range: tuple[int, int]) -> str:
    """The rule for a division: the ranges are those of the operands as signed words; the divisor, if it is constant."""
    x_lo, x_hi = x_range
    y_lo, y_hi = y_range
    unsigned = name[0] == "u"
    both_positive = x_lo >= 0 and y_lo >= 0
    if divisor is not None:
        number = divisor & WORD if unsigned else divisor
        if number > 2 and number & (number - 1):
            if x_lo >= 0 and number < 1 << 63:
                name = name[1:] if unsigned else name
                return f"{name} small const" if x_hi < 1 << 31 and number < 1 << 31 else f"{name} positive const"
            return f"{name} const"
    if both_positive:
        name = name if unsigned else "u" + name
        return f"{name[1:]} short" if x_hi < 1 << 32 and y_hi < 1 << 32 else name
    if not unsigned and y_lo >= 0:
        return f"{name} positive"
    return name
