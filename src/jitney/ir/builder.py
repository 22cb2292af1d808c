"""The builder: emits values into a block, folding what it can and sharing what is already known.

Folding at emission (after LuaJIT's fold engine) leaves little to do for passes: constants fold, algebra that is exact
for words and floats is applied, ranges of words are kept up, comparisons that ranges decide become constants, and
checked arithmetic whose ranges can't leave the word loses its check. Pure values are looked up before they are made: in
the table of the block, then in those of its dominators, at most `REACH` of them.

Never folded: float operations with a NaN result (which NaN comes out is the processor's business), and division by
zero, which the caller guards.
"""

from __future__ import annotations

import math
import struct

from . import ops
from .types import BOOL, F32, F64, I64, MAX, MIN, NONE, WORD, signed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .function import Block, Callee, CFunction, Exit, Function, Memory, Upcall, Value
    from .types import MemoryKind

REACH = 8
"""How many dominators are asked for a value that is already known: a bound, so that long functions stay linear."""


class Scope:
    """The pure values known in a block, and the scope of the block that dominates it directly."""

    __slots__ = ("depth", "known", "parent")

    def __init__(self, parent: Scope | None) -> None:
        self.known: dict[Any, Value] = {}
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1

    def find(self, key: Any) -> Value | None:
        scope: Scope | None = self
        for _ in range(REACH):
            found = scope.known.get(key)  # type: ignore[union-attr]
            if found is not None:
                return found
            scope = scope.parent  # type: ignore[union-attr]
            if scope is None:
                return None
        return None


def common(a: Scope, b: Scope) -> Scope:
    """The scope of the nearest block that dominates both."""
    while a is not b:
        if a.depth >= b.depth:
            a = a.parent  # type: ignore[assignment]
        else:
            b = b.parent  # type: ignore[assignment]
    return a


def to_f32(number: float) -> float:
    """The float32 nearest to a float64."""
    try:
        return struct.unpack("<f", struct.pack("<f", number))[0]  # type: ignore[no-any-return]
    except OverflowError:
        return math.copysign(math.inf, number)


def bounds(kind: MemoryKind) -> tuple[int, int]:
    """What a word that is loaded from memory of that kind lies between."""
    bits = 8 * kind.size
    if bits == 64:
        return MIN, MAX
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if kind.signed else (0, (1 << bits) - 1)


class Builder:
    """Emits at the end of `block`. `line` is the source line given to what is emitted."""

    def __init__(self, function: Function, block: Block | None = None, scope: Scope | None = None) -> None:
        self.function = function
        self.line = 0
        self.block: Block = block  # type: ignore[assignment]
        self.scope: Scope = scope or Scope(None)
        self.true = function.const(BOOL, 1)
        self.false = function.const(BOOL, 0)
        self.zero = function.const(I64, 0)

    def enter(self, block: Block, scope: Scope) -> None:
        self.block = block
        self.scope = scope

    # Constants.

    def word(self, number: int) -> Value:
        """A word; numbers from 2**63 up to 2**64 are taken for their bits."""
        return self.function.const(I64, signed(number))

    def float(self, number: Any) -> Value:
        return self.function.const(F64, float(number))

    def single(self, number: Any) -> Value:
        return self.function.const(F32, to_f32(number))

    def bool(self, truth: Any) -> Value:
        return self.true if truth else self.false

    # Emission.

    def emit(
        self, op: int, type: int, args: tuple[Value, ...] = (), attr: Any = None, exit: Exit | None = None
    ) -> Value:
        """Emits without folding or sharing."""
        value = self.function.value(op, type, args, attr)
        value.exit = exit
        value.line = self.line
        if type == BOOL:
            value.lo, value.hi = 0, 1
        self.block.code.append(value)
        return value

    def share(self, op: int, type: int, args: tuple[Value, ...], attr: Any = None, exit: Exit | None = None) -> Value:
        """The value already known for this pure operation, or a new one."""
        key = (op, attr, *[arg.id for arg in args])
        found = self.scope.find(key)
        if found is None:
            found = self.scope.known[key] = self.emit(op, type, args, attr, exit)
        return found

    def _ranged(self, op: int, args: tuple[Value, ...], lo: int, hi: int, exit: Exit | None = None) -> Value:
        """As share, for words between `lo` and `hi`, which say nothing if they lie outside of a word."""
        value = self.share(op, I64, args, None, exit)
        if lo >= MIN and hi <= MAX:
            self.narrow(value, lo, hi)
        return value

    def narrow(self, value: Value, lo: int, hi: int) -> None:
        """Notes that a word is within these bounds, as its operands are now known."""
        if lo > value.lo:
            value.lo = lo
        if hi < value.hi:
            value.hi = hi

    def narrow_new(self, value: Value, lo: int, hi: int) -> None:
        """Notes that a word is within these bounds if it has just been emitted: of another one this may be so only
        here, behind a guard."""
        code = self.block.code
        if code and code[-1] is value:
            Builder.narrow(self, value, lo, hi)

    # Words.

    def add(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            if a.is_const:
                return self.word(a.attr + b.attr)
            if b.attr == 0:
                return a
            if a.op == ops.ADD and a.args[1].is_const:
                return self.add(a.args[0], self.word(a.args[1].attr + b.attr))
        return self._ranged(ops.ADD, (a, b), a.lo + b.lo, a.hi + b.hi)

    def sub(self, a: Value, b: Value) -> Value:
        if a is b:
            return self.zero
        if b.is_const:
            return self.add(a, self.word(-b.attr))
        return self._ranged(ops.SUB, (a, b), a.lo - b.hi, a.hi - b.lo)

    def neg(self, a: Value) -> Value:
        return self.sub(self.zero, a)

    def mul(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            if a.is_const:
                return self.word(a.attr * b.attr)
            if b.attr == 0:
                return b
            if b.attr == 1:
                return a
            if b.attr > 0 and b.attr & (b.attr - 1) == 0:
                return self.shl(a, self.word(b.attr.bit_length() - 1))
        corners = (a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi)
        return self._ranged(ops.MUL, (a, b), min(corners), max(corners))

    def and_(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if a is b:
            return a
        if b.is_const:
            if a.is_const:
                return self.word(a.attr & b.attr)
            if b.attr == 0:
                return b
            if b.attr == -1:
                return a
            if b.attr > 0 and a.lo >= 0 and b.attr & (b.attr + 1) == 0 and a.hi <= b.attr:
                return a
        lo, hi = MIN, MAX
        if a.lo >= 0:
            lo, hi = 0, a.hi
        if b.lo >= 0:
            lo, hi = 0, min(hi, b.hi)
        return self._ranged(ops.AND, (a, b), lo, hi)

    def or_(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if a is b:
            return a
        if b.is_const:
            if a.is_const:
                return self.word(a.attr | b.attr)
            if b.attr == 0:
                return a
        lo, hi = MIN, MAX
        if a.lo >= 0 and b.lo >= 0:
            lo, hi = max(a.lo, b.lo), (1 << max(a.hi.bit_length(), b.hi.bit_length())) - 1
        return self._ranged(ops.OR, (a, b), lo, hi)

    def xor(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if a is b:
            return self.zero
        if b.is_const:
            if a.is_const:
                return self.word(a.attr ^ b.attr)
            if b.attr == 0:
                return a
        lo, hi = MIN, MAX
        if a.lo >= 0 and b.lo >= 0:
            lo, hi = 0, (1 << max(a.hi.bit_length(), b.hi.bit_length())) - 1
        return self._ranged(ops.XOR, (a, b), lo, hi)

    def invert(self, a: Value) -> Value:
        return self.xor(a, self.word(-1))

    def shl(self, a: Value, b: Value) -> Value:
        if b.is_const:
            count = b.attr & 63
            if a.is_const:
                return self.word(a.attr << count)
            if count == 0:
                return a
            return self._ranged(ops.SHL, (a, b), a.lo << count, a.hi << count)
        return self.share(ops.SHL, I64, (a, b))

    def sar(self, a: Value, b: Value) -> Value:
        if b.is_const:
            count = b.attr & 63
            if a.is_const:
                return self.word(a.attr >> count)
            if count == 0:
                return a
            return self._ranged(ops.SAR, (a, b), a.lo >> count, a.hi >> count)
        return self._ranged(ops.SAR, (a, b), min(a.lo, 0), max(a.hi, 0))

    def shr(self, a: Value, b: Value) -> Value:
        if a.lo >= 0:
            return self.sar(a, b)
        if b.is_const:
            count = b.attr & 63
            if a.is_const:
                return self.word((a.attr & WORD) >> count)
            if count == 0:
                return a
            return self._ranged(ops.SHR, (a, b), 0, WORD >> count)
        return self.share(ops.SHR, I64, (a, b))

    def div(self, a: Value, b: Value) -> Value:
        """Floor division of signed words. The caller has guarded b != 0 and the one quotient that is no word."""
        if b.is_const and b.attr not in (0, -1):
            if a.is_const:
                return self.word(a.attr // b.attr)
            if b.attr == 1:
                return a
            if b.attr > 0:
                if b.attr & (b.attr - 1) == 0:
                    return self.sar(a, self.word(b.attr.bit_length() - 1))
                return self._ranged(ops.DIV, (a, b), a.lo // b.attr, a.hi // b.attr)
        if a.lo >= 0 and b.lo > 0:
            return self._ranged(ops.DIV, (a, b), 0, a.hi)
        return self.share(ops.DIV, I64, (a, b))

    def mod(self, a: Value, b: Value) -> Value:
        """The rest of floor division, under the same conditions."""
        if b.is_const and b.attr not in (0, -1):
            if a.is_const:
                return self.word(a.attr % b.attr)
            if b.attr > 0:
                if b.attr & (b.attr - 1) == 0:
                    return self.and_(a, self.word(b.attr - 1))
                if 0 <= a.lo and a.hi < b.attr:
                    return a
                return self._ranged(ops.MOD, (a, b), 0, b.attr - 1)
        if b.lo > 0:
            return self._ranged(ops.MOD, (a, b), 0, b.hi - 1)
        return self.share(ops.MOD, I64, (a, b))

    def udiv(self, a: Value, b: Value) -> Value:
        if a.lo >= 0 and b.lo > 0:
            return self.div(a, b)
        if b.is_const and b.attr != 0:
            number = b.attr & WORD
            if a.is_const:
                return self.word((a.attr & WORD) // number)
            if number & (number - 1) == 0:
                return self.shr(a, self.word(number.bit_length() - 1))
        return self.share(ops.UDIV, I64, (a, b))

    def umod(self, a: Value, b: Value) -> Value:
        if a.lo >= 0 and b.lo > 0:
            return self.mod(a, b)
        if b.is_const and b.attr != 0:
            number = b.attr & WORD
            if a.is_const:
                return self.word((a.attr & WORD) % number)
            if number & (number - 1) == 0:
                return self.and_(a, self.word(number - 1))
            return self._ranged(ops.UMOD, (a, b), 0, number - 1)
        return self.share(ops.UMOD, I64, (a, b))

    def extend(self, a: Value, bits: int, is_signed: Any) -> Value:
        """The low `bits` (8, 16, 32 or 64) of a word, sign- or zero-extended."""
        if bits == 64:
            return a
        lo, hi = (-(1 << bits - 1), (1 << bits - 1) - 1) if is_signed else (0, (1 << bits) - 1)
        if lo <= a.lo and a.hi <= hi:
            return a
        if a.is_const:
            number = a.attr & (1 << bits) - 1
            return self.word(number - (1 << bits) if is_signed and number > hi else number)
        return self._ranged(_EXTENSIONS[bits, is_signed], (a,), lo, hi)

    def popcnt(self, a: Value) -> Value:
        if a.is_const:
            return self.word(bin(a.attr & WORD).count("1"))
        return self._ranged(ops.POPCNT, (a,), 0, 64)

    def bitlen(self, a: Value) -> Value:
        if a.is_const:
            return self.word((a.attr & WORD).bit_length())
        return self._ranged(ops.BITLEN, (a,), 0, 64)

    def mulhi(self, a: Value, b: Value) -> Value:
        return self.share(ops.MULHI, I64, (a, b))

    def umulhi(self, a: Value, b: Value) -> Value:
        return self.share(ops.UMULHI, I64, (a, b))

    # Checked words: the exit is taken where the true result leaves the signed (or, with u, the unsigned) word.

    def addo(self, a: Value, b: Value, exit: Exit) -> Value:
        if a.lo + b.lo >= MIN and a.hi + b.hi <= MAX:
            return self.add(a, b)
        return self.share(ops.ADDO, I64, (b, a) if a.is_const else (a, b), None, exit)

    def subo(self, a: Value, b: Value, exit: Exit) -> Value:
        if a.lo - b.hi >= MIN and a.hi - b.lo <= MAX:
            return self.sub(a, b)
        return self.share(ops.SUBO, I64, (a, b), None, exit)

    def mulo(self, a: Value, b: Value, exit: Exit) -> Value:
        corners = (a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi)
        if min(corners) >= MIN and max(corners) <= MAX:
            return self.mul(a, b)
        return self.share(ops.MULO, I64, (b, a) if a.is_const else (a, b), None, exit)

    def uaddo(self, a: Value, b: Value, exit: Exit) -> Value:
        if a.lo >= 0 and b.lo >= 0:
            return self.add(a, b)
        return self.share(ops.UADDO, I64, (b, a) if a.is_const else (a, b), None, exit)

    def usubo(self, a: Value, b: Value, exit: Exit) -> Value:
        if b.lo >= 0 and a.lo >= b.hi:
            return self.sub(a, b)
        return self.share(ops.USUBO, I64, (a, b), None, exit)

    def umulo(self, a: Value, b: Value, exit: Exit) -> Value:
        if a.lo >= 0 and b.lo >= 0 and a.hi * b.hi <= MAX:
            return self.mul(a, b)
        return self.share(ops.UMULO, I64, (b, a) if a.is_const else (a, b), None, exit)

    def shlo(self, a: Value, b: Value, exit: Exit) -> Value:
        if b.is_const and a.lo << b.attr >= MIN and a.hi << b.attr <= MAX:
            return self.shl(a, b)
        if not b.is_const and 0 <= b.lo <= b.hi <= 63 and a.lo << b.hi >= MIN and a.hi << b.hi <= MAX:
            return self.share(ops.SHL, I64, (a, b))
        return self.share(ops.SHLO, I64, (a, b), None, exit)

    def ushlo(self, a: Value, b: Value, exit: Exit) -> Value:
        if b.is_const and a.lo >= 0 and a.hi << b.attr <= WORD:
            return self.shl(a, b)
        return self.share(ops.USHLO, I64, (a, b), None, exit)

    def wrap(self, a: Value) -> Value:
        """`a` where only its value modulo 2**64 counts."""
        if a.is_const or a.op not in ops_checked:
            return a
        return self.share(ops.WRAP, I64, (a,))

    # Comparisons.

    def eq(self, a: Value, b: Value) -> Value:
        if a is b:
            return self.true
        if a.hi < b.lo or b.hi < a.lo:
            return self.false
        if a.is_const:
            a, b = b, a
        return self.share(ops.EQ, BOOL, (a, b))

    def ne(self, a: Value, b: Value) -> Value:
        if a is b:
            return self.false
        if a.hi < b.lo or b.hi < a.lo:
            return self.true
        if a.is_const:
            a, b = b, a
        return self.share(ops.NE, BOOL, (a, b))

    def lt(self, a: Value, b: Value) -> Value:
        if a.hi < b.lo:
            return self.true
        if a is b:
            return self.false
        if a.lo >= b.hi:
            if a.lo == MIN or b.hi == MAX:
                self.need_within(a, b)
            return self.false
        return self.share(ops.LT, BOOL, (a, b))

    def le(self, a: Value, b: Value) -> Value:
        if a is b:
            return self.true
        if a.hi <= b.lo:
            if a.hi == MAX or b.lo == MIN:
                self.need_within(a, b)
            return self.true
        if a.lo > b.hi:
            return self.false
        return self.share(ops.LE, BOOL, (a, b))

    def ult(self, a: Value, b: Value) -> Value:
        if a.lo >= 0 and b.lo >= 0:
            if a.hi < b.lo:
                return self.true
            if a is b or a.lo >= b.hi:
                return self.false
        elif a is b:
            return self.false
        elif a.is_const and b.is_const:
            return self.bool(a.attr & WORD < b.attr & WORD)
        return self.share(ops.ULT, BOOL, (a, b))

    def ule(self, a: Value, b: Value) -> Value:
        return self.not_(self.ult(b, a))

    def feq(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const:
            return self.bool(a.attr == b.attr)
        return self.share(ops.FEQ, BOOL, (a, b))

    def fne(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const:
            return self.bool(a.attr != b.attr)
        return self.share(ops.FNE, BOOL, (a, b))

    def flt(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const:
            return self.bool(a.attr < b.attr)
        return self.share(ops.FLT, BOOL, (a, b))

    def fle(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const:
            return self.bool(a.attr <= b.attr)
        return self.share(ops.FLE, BOOL, (a, b))

    # Bools.

    def not_(self, a: Value) -> Value:
        if a.is_const:
            return self.bool(not a.attr)
        if a.op == ops.BNOT:
            return a.args[0]
        if a.op in NEGATED:  # of words; a float comparison's negation is true for NaN, and no other comparison
            op, swap = NEGATED[a.op]
            return self.share(op, BOOL, a.args[::-1] if swap else a.args)
        return self.share(ops.BNOT, BOOL, (a,))

    def band(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            return a if b.attr else b
        return a if a is b else self.share(ops.BAND, BOOL, (a, b))

    def bor(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            return b if b.attr else a
        return a if a is b else self.share(ops.BOR, BOOL, (a, b))

    def bxor(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            return self.not_(a) if b.attr else a
        return self.false if a is b else self.share(ops.BXOR, BOOL, (a, b))

    def select(self, condition: Value, a: Value, b: Value) -> Value:
        """`a` where the condition is true, else `b`; of one type."""
        if condition.is_const:
            return a if condition.attr else b
        if a is b:
            return a
        if a.type == BOOL and a.is_const and b.is_const:
            return condition if a.attr else self.not_(condition)
        if condition.op == ops.BNOT:
            return self.select(condition.args[0], b, a)
        value = self.share(ops.SELECT, a.type, (condition, a, b))
        if a.type == I64:
            self.narrow(value, min(a.lo, b.lo), max(a.hi, b.hi))
        return value

    # Floats, of one width.

    def _constant_float(self, type: int, number: Any) -> Value:
        return self.function.const(type, number if type == F64 else to_f32(number))

    def fadd(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const and math.isfinite(number := a.attr + b.attr):
            return self._constant_float(a.type, number)
        return self.share(ops.FADD, a.type, (a, b))

    def fsub(self, a: Value, b: Value) -> Value:
        if a.is_const and b.is_const and math.isfinite(number := a.attr - b.attr):
            return self._constant_float(a.type, number)
        if b.is_const and b.attr == 0 and math.copysign(1, b.attr) > 0:
            return a
        return self.share(ops.FSUB, a.type, (a, b))

    def fmul(self, a: Value, b: Value) -> Value:
        if a.is_const:
            a, b = b, a
        if b.is_const:
            if a.is_const and math.isfinite(number := a.attr * b.attr):
                return self._constant_float(a.type, number)
            if b.attr == 1:
                return a
        return self.share(ops.FMUL, a.type, (a, b))

    def fdiv(self, a: Value, b: Value) -> Value:
        if b.is_const and b.attr != 0:
            if a.is_const and math.isfinite(number := a.attr / b.attr):
                return self._constant_float(a.type, number)
            mantissa, exponent = math.frexp(b.attr)
            if abs(mantissa) == 0.5 and -100 < exponent < 100:  # a power of two: its inverse is exact
                return self.fmul(a, self._constant_float(a.type, 1 / b.attr))
        return self.share(ops.FDIV, a.type, (a, b))

    def fneg(self, a: Value) -> Value:
        if a.is_const and a.attr == a.attr:
            return self.function.const(a.type, -a.attr)
        return a.args[0] if a.op == ops.FNEG else self.share(ops.FNEG, a.type, (a,))

    def fabs(self, a: Value) -> Value:
        if a.is_const and a.attr == a.attr:
            return self.function.const(a.type, abs(a.attr))
        return a if a.op == ops.FABS else self.share(ops.FABS, a.type, (a,))

    def fsqrt(self, a: Value) -> Value:
        return self.share(ops.FSQRT, a.type, (a,))

    def fcopysign(self, a: Value, b: Value) -> Value:
        return self.share(ops.FCOPYSIGN, a.type, (a, b))

    def ffloor(self, a: Value) -> Value:
        return self.share(ops.FFLOOR, a.type, (a,))

    def fceil(self, a: Value) -> Value:
        return self.share(ops.FCEIL, a.type, (a,))

    def ftrunc(self, a: Value) -> Value:
        return self.share(ops.FTRUNC, a.type, (a,))

    def fnearest(self, a: Value) -> Value:
        return self.share(ops.FNEAREST, a.type, (a,))

    def fma(self, a: Value, b: Value, c: Value) -> Value:
        return self.share(ops.FMA, a.type, (a, b, c))

    # Conversions.

    def b2i(self, a: Value) -> Value:
        return self.word(a.attr) if a.is_const else self._ranged(ops.B2I, (a,), 0, 1)

    def i2f(self, a: Value) -> Value:
        return self.float(float(a.attr)) if a.is_const else self.share(ops.I2F, F64, (a,))

    def u2f(self, a: Value) -> Value:
        if a.lo >= 0:
            return self.i2f(a)
        return self.float(float(a.attr & WORD)) if a.is_const else self.share(ops.U2F, F64, (a,))

    def i2s(self, a: Value) -> Value:
        if a.is_const and -(1 << 24) <= a.attr <= 1 << 24:
            return self.single(a.attr)
        return self.share(ops.I2S, F32, (a,))

    def u2s(self, a: Value) -> Value:
        return self.i2s(a) if a.lo >= 0 else self.share(ops.U2S, F32, (a,))

    def f2s(self, a: Value) -> Value:
        if a.is_const and a.attr == a.attr:
            return self.single(a.attr)
        if a.op == ops.S2F:
            return a.args[0]
        return self.share(ops.F2S, F32, (a,))

    def s2f(self, a: Value) -> Value:
        if a.is_const and a.attr == a.attr:
            return self.float(a.attr)
        return self.share(ops.S2F, F64, (a,))

    def f2i(self, a: Value) -> Value:
        if a.is_const and abs(a.attr) < 1 << 62:
            return self.word(int(a.attr))
        return self.share(ops.F2I, I64, (a,))

    def fbits(self, a: Value) -> Value:
        if a.is_const:
            return self.word(int.from_bytes(struct.pack("<d", a.attr), "little"))
        return self.share(ops.FBITS, I64, (a,))

    def sbits(self, a: Value) -> Value:
        return self._ranged(ops.SBITS, (a,), 0, (1 << 32) - 1)

    def ifbits(self, a: Value) -> Value:
        return self.share(ops.IFBITS, F64, (a,))

    def isbits(self, a: Value) -> Value:
        return self.share(ops.ISBITS, F32, (a,))

    # Memory.

    def load(self, memory: Memory, base: Value, index: Value | None = None) -> Value:
        kind = memory.kind
        value = self.emit(ops.LOAD, kind.type, (base,) if index is None else (base, index), memory)
        if kind.type == I64:
            value.lo, value.hi = bounds(kind)
        return value

    def store(self, memory: Memory, value: Value, base: Value, index: Value | None = None) -> None:
        self.emit(ops.STORE, NONE, (value, base) if index is None else (value, base, index), memory)

    def frame(self, size: int) -> Value:
        """The address of `size` bytes, of its own, in the function's frame."""
        return self.emit(ops.FRAME, I64, (), size)

    def context(self) -> Value:
        return self.share(ops.CONTEXT, I64, ())

    # What leaves, calls, and must happen.

    def guard(self, condition: Value, exit: Exit) -> None:
        """Leaves by the exit unless the condition is true. A guard that is known to pass is not emitted."""
        if condition.is_const and condition.attr:
            return
        key = (ops.GUARD, condition.id)
        if self.scope.find(key) is None:
            self.scope.known[key] = self.emit(ops.GUARD, NONE, (condition,), None, exit)

    def need(self, a: Value) -> None:
        """The word is wanted exactly, whatever becomes of what is computed from it."""
        if a.op not in _EXACT:
            self.emit(ops.NEED, NONE, (a,))

    def need_within(self, a: Value, b: Value) -> None:
        """A comparison was decided by the ends of the word: only the checks say that it is in there."""
        self.need(a)
        self.need(b)

    def effect(self) -> None:
        key = (ops.EFFECT,)
        if self.scope.find(key) is None:
            self.scope.known[key] = self.emit(ops.EFFECT, NONE)

    def call(self, callee: Callee, args: tuple[Value, ...], exit: Exit) -> list[Value]:
        """The results, none or more."""
        return self._results(ops.CALL, callee, callee.results, args, exit)

    def upcall(self, upcall: Upcall, args: tuple[Value, ...], exit: Exit) -> list[Value]:
        return self._results(ops.UPCALL, upcall, upcall.results, args, exit)

    def _results(
        self, op: int, attr: Any, results: tuple[int, ...], args: tuple[Value, ...], exit: Exit
    ) -> list[Value]:
        first = self.emit(op, results[0] if results else NONE, args, attr, exit)
        more = [self.emit(ops.RESULT_OF, type, (first,), index) for index, type in enumerate(results[1:], 1)]
        return [first, *more] if results else []

    def ccall(self, function: CFunction, *args: Value) -> Value:
        if function.pure:
            return self.share(ops.CCALL, function.result, args, function)
        return self.emit(ops.CCALL, function.result, args, function)

    def retain(self, address: Value) -> None:
        self.emit(ops.RETAIN, NONE, (address,))

    def release(self, address: Value) -> None:
        code = self.block.code
        if code and code[-1].op == ops.RETAIN and code[-1].args[0] is address:
            code.pop()
        else:
            self.emit(ops.RELEASE, NONE, (address,))

    def poll(self, exit: Exit) -> None:
        self.emit(ops.POLL, NONE, (), None, exit)


_EXTENSIONS = {
    (8, True): ops.SEXT8,
    (16, True): ops.SEXT16,
    (32, True): ops.SEXT32,
    (8, False): ops.ZEXT8,
    (16, False): ops.ZEXT16,
    (32, False): ops.ZEXT32,
}
NEGATED = {
    ops.EQ: (ops.NE, False),
    ops.NE: (ops.EQ, False),
    ops.LT: (ops.LE, True),
    ops.LE: (ops.LT, True),
    ops.ULT: (ops.ULE, True),
    ops.ULE: (ops.ULT, True),
    ops.FEQ: (ops.FNE, False),
    ops.FNE: (ops.FEQ, False),
}
_EXACT = frozenset((ops.CONST, ops.PARAM, ops.LOAD, ops.CALL, ops.UPCALL, ops.RESULT_OF, ops.B2I, ops.F2I))
"""What no check leads to."""
ops_checked = frozenset(
    (ops.ADDO, ops.SUBO, ops.MULO, ops.UADDO, ops.USUBO, ops.UMULO, ops.SHLO, ops.USHLO, ops.XOR, ops.OR, ops.AND)
)
"""What a WRAP is of use on: checked arithmetic, and what passes bits through."""
