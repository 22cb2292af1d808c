"""How words and bools are computed: the rules of their ops, by name, and of the comparisons that set flags.

Division has a file of its own (division.py).
"""

from __future__ import annotations

from .abi import RAX, RCX, RDX
from .conditions import EQUAL_FLOATS, INVERSE, SWAPPED, UNEQUAL_FLOATS
from .operands import Mem, Reg, ptr
from .rules import Rule
from .writer import SCRATCH, WORDS, WORDS8, WORDS16, WORDS32, Writer, fits32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


# Arithmetic. A rule that is `tied` still works where the result got another register.


def _binary(mnemonic: str, condition: str | None = None) -> Callable[..., Any]:
    """Of two operands, in the first: `x op= y`. Fails on `condition`."""

    def emit(w: Writer, r: Any, x: Any, y: Any) -> Any:
        if r is not x:
            if r is y:  # it commutes, else y had kept its register
                y = x
            else:
                w.move(r, x)
        getattr(w.a, mnemonic)(r, y)
        return condition

    return emit


def _unary(mnemonic: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        if r is not x:
            w.move(r, x)
        getattr(w.a, mnemonic)(r)

    return emit


def _add(w: Writer, r: Any, x: Any, y: Any) -> None:
    if r is x:
        w.a.add(r, y)
    elif r is y:
        w.a.add(r, x)
    elif x.__class__ is Reg and y.__class__ is not Mem:
        w.a.lea(r, ptr[x + y])
    else:
        w.move(r, x)
        w.a.add(r, y)


def _multiply(w: Writer, r: Any, x: Any, y: Any) -> str:
    if y.__class__ is int:
        if y in (3, 5, 9) and x.__class__ is Reg:
            w.a.lea(r, ptr[x + x * (y - 1)])
        else:
            w.a.imul(r, x, y)
        return "o"
    if r is not x:
        if r is y:
            y = x
        else:
            w.move(r, x)
    w.a.imul(r, y)
    return "o"


def _multiply_checked(w: Writer, r: Any, x: Any, y: Any) -> str:
    if y.__class__ is int:
        w.a.imul(r, x, y)
        return "o"
    return _multiply(w, r, x, y)


def _negate_checked(w: Writer, r: Any, zero: int, x: Any) -> str:
    if r is not x:
        w.move(r, x)
    w.a.neg(r)
    return "o"


def _negate(w: Writer, r: Any, zero: int, x: Any) -> None:
    _negate_checked(w, r, zero, x)


def _and_low(w: Writer, r: Any, x: Any, mask: int) -> None:
    """With a mask of 32 bits: the upper half is cleared in any case."""
    if r is not x:
        w.move(r, x)
    w.a.and_(WORDS32[r.number], mask)


def _invert(w: Writer, r: Any, x: Any, ones: int) -> None:
    if r is not x:
        w.move(r, x)
    w.a.not_(r)


def _high(mnemonic: str) -> Callable[..., Any]:
    """The high word of a product; rdx:rax = rax * y."""

    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        w.move(WORDS[RAX], x)
        getattr(w.a, mnemonic)(y)
        w.move(r, WORDS[RDX])

    return emit


def _multiply_unsigned(w: Writer, r: Any, x: Any, y: Any) -> str:
    w.move(WORDS[RAX], x)
    w.a.mul(y)
    if r is not WORDS[RAX]:
        w.move(r, WORDS[RAX])
    return "o"


# Shifts. By a variable count, BMI2 takes it in any register, without it it is in cl.


def _shift(mnemonic: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        if y.__class__ is int:
            if r is not x:
                w.move(r, x)
            getattr(w.a, mnemonic)(r, y & 63)
        else:
            w.move(WORDS[RCX], y)
            if r is not x:
                w.move(r, x)
            getattr(w.a, mnemonic)(r, WORDS8[RCX])

    return emit


def _shift_bmi(mnemonic: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any) -> None:
        getattr(w.a, mnemonic)(r, x, y)

    return emit


def _rotate_32(w: Writer, r: Any, x: Any, count: int) -> None:
    """The upper half is cleared in any case."""
    if r is not x:
        w.move(r, x)
    w.a.rol(WORDS32[r.number], count & 31)


def _shift_checked(back: str) -> Callable[..., Any]:
    """A shift to the left that must not lose bits: shifted back, it is what it was."""

    def emit(w: Writer, r: Any, x: Any, y: Any, t: Any) -> str:
        if y.__class__ is int:
            y &= 63
        else:
            w.move(WORDS[RCX], y)
            y = WORDS8[RCX]
        w.move(r, x)
        w.a.shl(r, y)
        w.move(t, r)
        getattr(w.a, back)(t, y)
        w.a.cmp(t, x)
        return "ne"

    return emit


def _shift_checked_bmi(back: str) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any, y: Any, t: Any) -> str:
        w.a.shlx(r, x, y)
        getattr(w.a, back)(t, r, y)
        w.a.cmp(t, x)
        return "ne"

    return emit


# The low half of a word, zero-extended: operations on 32 bits. Addresses are computed in 64.


def _low(w: Writer, operand: Any) -> Any:
    if operand.__class__ is Reg:
        return WORDS32[operand.number]
    if operand.__class__ is int:
        return operand if fits32(operand) else operand & 0xFFFF_FFFF
    return w.single(operand)


def _half(emit: Callable[..., Any]) -> Callable[..., Any]:
    def emit_half(w: Writer, r: Any, *operands: Any) -> None:
        emit(w, _low(w, r), *[_low(w, operand) for operand in operands])

    return emit_half


def _add_half(w: Writer, r: Any, x: Any, y: Any) -> None:
    if r is not x and r is not y and x.__class__ is Reg and y.__class__ is not Mem:
        w.a.lea(WORDS32[r.number], ptr[x + y])
    else:
        _add(w, _low(w, r), _low(w, x), _low(w, y))


def _multiply_half(w: Writer, r: Any, x: Any, y: Any) -> None:
    if y.__class__ is int and y in (3, 5, 9) and x.__class__ is Reg:
        w.a.lea(WORDS32[r.number], ptr[x + x * (y - 1)])
    else:
        _multiply(w, _low(w, r), _low(w, x), _low(w, y))


_HALVES = {
    "half add": Rule(_add_half, "M mi", commutes=True),
    "half sub": Rule(_half(_binary("sub")), "Mc mi!", tied=True),
    "half mul": Rule(_multiply_half, "m mi", commutes=True),
    "half and": Rule(_half(_binary("and_")), "M mi", commutes=True),
    "half or": Rule(_half(_binary("or_")), "M mi", commutes=True),
    "half xor": Rule(_half(_binary("xor")), "M mi", commutes=True),
    "half shl": Rule(_half(_shift("shl")), "M c", tied=True),
}
"""By the name of the op. Constants fit 32 bits, sign-extended, or come in registers."""


# Widths and bits.


def _extend(w: Writer, r: Any, x: Any, bits: int, signed: bool) -> None:
    number = x.number
    if signed:
        if bits == 32:
            w.a.movsxd(r, WORDS32[number])
        else:
            w.a.movsx(r, (WORDS8 if bits == 8 else WORDS16)[number])
    elif bits == 32:
        w.a.mov(WORDS32[r.number], WORDS32[number])
    else:
        w.a.movzx(WORDS32[r.number], (WORDS8 if bits == 8 else WORDS16)[number])


def _extension(bits: int, signed: bool) -> Rule:
    return Rule(lambda w, r, x: _extend(w, r, x, bits, signed), "r")


def _mask(bits: int) -> Rule:
    """An `and` with a constant that extends with zeros."""
    return Rule(lambda w, r, x, mask: _extend(w, r, x, bits, False), "r c")


def _population(w: Writer, r: Any, x: Any) -> None:
    if r is not x:
        w.clear_word(r)  # older processors wait for the register that popcnt overwrites
    w.a.popcnt(r, x)


def _population_slow(w: Writer, r: Any, x: Any, t: Any, u: Any) -> None:
    """Sums of 2, 4, 8 neighbouring bits, then of the bytes in the uppermost one."""
    a = w.a
    w.move(r, x)
    w.move(t, r)
    a.shr(t, 1)
    w.load_word(u, 0x5555_5555_5555_5555)
    a.and_(t, u)
    a.sub(r, t)
    w.load_word(u, 0x3333_3333_3333_3333)
    w.move(t, r)
    a.and_(r, u)
    a.shr(t, 2)
    a.and_(t, u)
    a.add(r, t)
    w.move(t, r)
    a.shr(t, 4)
    a.add(r, t)
    w.load_word(u, 0x0F0F_0F0F_0F0F_0F0F)
    a.and_(r, u)
    w.load_word(u, 0x0101_0101_0101_0101)
    a.imul(r, u)
    a.shr(r, 56)


def _bit_length(w: Writer, r: Any, x: Any, t: Any) -> None:
    w.a.lzcnt(t, x)
    w.load_word(r, 64)
    w.a.sub(r, t)


def _bit_length_slow(w: Writer, r: Any, x: Any, t: Any) -> None:
    w.load_word(t, -1)
    w.a.bsr(r, x)  # of 0: sets the zero flag
    w.a.cmove(r, t)
    w.a.add(r, 1)


def _copy(w: Writer, r: Any, x: Any) -> None:
    if r is not x:
        w.move(r, x)


# Comparisons.


def _compare(condition: str) -> Callable[..., Any]:
    swapped = SWAPPED[condition]

    def emit(w: Writer, r: None, x: Any, y: Any) -> str:
        if x.__class__ is int:
            if y.__class__ is int:
                w.load_word(SCRATCH, x)
                w.a.cmp(SCRATCH, y)
                return condition
            x, y = y, x
            code = swapped
        else:
            code = condition
        if y == 0 and x.__class__ is Reg and y.__class__ is int:
            w.a.test(x, x)
        else:
            w.a.cmp(x, y)
        return code

    return emit


def _test(condition: str) -> Callable[..., Any]:
    """Compares x & y with 0."""

    def emit(w: Writer, r: None, x: Any, y: Any) -> str:
        if y.__class__ is int and 0 <= y and x.__class__ is Reg:
            w.a.test(WORDS32[x.number], y)
        elif y.__class__ is Mem:
            w.a.test(y, x)
        else:
            w.a.test(x, y)
        return condition

    return emit


def _least(condition: str) -> Callable[..., Any]:
    """Compares x with -2**63, the only word that 1 can't be taken from."""

    def emit(w: Writer, r: None, x: Any) -> str:
        w.a.cmp(x, 1)
        return condition

    return emit


def _is_true(w: Writer, r: None, x: Any) -> str:
    if x.__class__ is Reg:
        w.a.test(WORDS32[x.number], WORDS32[x.number])
    else:
        w.a.cmp(x, 0)
    return "ne"


def _is_nonzero_byte(w: Writer, r: None, x: Any) -> str:
    w.a.cmp(x, 0)
    return "ne"


COMPARISONS = {
    "eq": Rule(_compare("e"), "mi mi"),
    "ne": Rule(_compare("ne"), "mi mi"),
    "lt": Rule(_compare("l"), "mi mi"),
    "le": Rule(_compare("le"), "mi mi"),
    "ult": Rule(_compare("b"), "mi mi"),
    "ule": Rule(_compare("be"), "mi mi"),
    "test eq": Rule(_test("e"), "m mi"),
    "test ne": Rule(_test("ne"), "m mi"),
    "least eq": Rule(_least("o"), "m"),
    "least ne": Rule(_least("no"), "m"),
    "true": Rule(_is_true, "m"),
    "load bool": Rule(_is_nonzero_byte, "m"),
}


def set_bool(w: Writer, r: Any, condition: str, cleared: bool = False) -> None:
    """The truth of a condition, which is not one of the two that take two flags. `cleared`: r is 0."""
    getattr(w.a, "set" + condition)(WORDS8[r.number])
    if not cleared:
        w.a.movzx(WORDS32[r.number], WORDS8[r.number])


def select(w: Writer, r: Any, condition: str, x: Any, y: Any) -> None:
    """`x`, or `y` unless the condition holds; y is in another register than r."""
    if r is not x:
        w.move(r, x)
    if condition == UNEQUAL_FLOATS:
        done = w.a.label()
        w.jump_if(condition, done)
        w.move(r, y)
        w.a.bind(done)
    elif condition == EQUAL_FLOATS:
        w.a.cmovne(r, y)
        w.a.cmovp(r, y)
    else:
        getattr(w.a, "cmov" + INVERSE[condition])(r, y)


def check_index(w: Writer, r: Any, x: Any, length: Any, exit: Any) -> None:
    """An index, to which its length is added off the path if it is negative; jumps to `exit` where it is out of range.
    `length` is in another register than r, and not negative: the sum of an index that it leads to from 0 on carries.
    The exit finds `x` as it was."""
    if r is not x:
        w.move(r, x)
    apart, back = w.a.label(), w.a.label()
    w.a.cmp(r, length)
    w.a.jae(apart)
    w.a.bind(back)

    def write() -> None:
        w.a.bind(apart)
        w.a.add(r, length)
        w.a.jc(back)
        if r is x:
            w.a.sub(r, length)
        w.a.jmp(exit)

    w.postponed.append(write)


def rules(features: frozenset[str]) -> dict[str, Rule]:
    """By the name of the op; a few variants, which choose.py knows, by other names."""
    found = {
        **_HALVES,
        "add": Rule(_add, "M mi", commutes=True),
        "sub": Rule(_binary("sub"), "Mc mi!", tied=True),
        "neg": Rule(_negate, "c M"),
        "mul": Rule(_multiply, "m mi", commutes=True),
        "and": Rule(_binary("and_"), "M mi", commutes=True),
        "and low": Rule(_and_low, "M c", tied=True),
        "or": Rule(_binary("or_"), "M mi", commutes=True),
        "xor": Rule(_binary("xor"), "M mi", commutes=True),
        "invert": Rule(_invert, "M c", tied=True),
        "addo": Rule(_binary("add", "o"), "M mi", commutes=True),
        "subo": Rule(_binary("sub", "o"), "Mc mi!", tied=True),
        "nego": Rule(_negate_checked, "c M"),
        "mulo": Rule(_multiply_checked, "m mi", commutes=True),
        "uaddo": Rule(_binary("add", "b"), "M mi", commutes=True),
        "usubo": Rule(_binary("sub", "b"), "Mc mi!", tied=True),
        "umulo": Rule(_multiply_unsigned, "M m+", commutes=True, clobbers=(RAX, RDX), result=RAX),
        "mulhi": Rule(_high("imul"), "M m+", clobbers=(RAX, RDX), result=RDX),
        "umulhi": Rule(_high("mul"), "M m+", clobbers=(RAX, RDX), result=RDX),
        "wrap": Rule(_copy, "M", tied=True),
        "b2i": Rule(_copy, "M", tied=True),
        "band": Rule(_binary("and_"), "M mi", commutes=True),
        "bor": Rule(_binary("or_"), "M mi", commutes=True),
        "bxor": Rule(_binary("xor"), "M mi", commutes=True),
        "bnot": Rule(lambda w, r, x: _binary("xor")(w, r, x, 1), "M", tied=True),
        "address": Rule(lambda w, r, x: w.a.lea(r, x), "m"),
        "half address": Rule(lambda w, r, x: w.a.lea(WORDS32[r.number], x), "m"),
        "popcnt": Rule(_population, "m!") if "POPCNT" in features else Rule(_population_slow, "M", words=2, tied=True),
        "bitlen": Rule(_bit_length, "m", words=1) if "LZCNT" in features else Rule(_bit_length_slow, "m", words=1),
    }
    for bits in (8, 16, 32):
        found[f"sext{bits}"] = _extension(bits, True)
        found[f"zext{bits}"] = _extension(bits, False)
        found[f"and {bits}"] = _mask(bits)
    found["rotate 32"] = Rule(_rotate_32, "M c", tied=True)
    found["rotate 64"] = Rule(_shift("rol"), "M c", tied=True)
    for name in ("shl", "sar", "shr"):
        found[name + " const"] = Rule(_shift(name), "M c", tied=True)
        found[name] = (
            Rule(_shift_bmi(name + "x"), "m r")
            if "BMI2" in features
            else Rule(_shift(name), "M+ M", tied=True, clobbers=(RCX,), blocked=(RCX,))
        )
    for name, back in (("shlo", "sar"), ("ushlo", "shr")):
        found[name + " const"] = Rule(_shift_checked(back), "M! c", words=1)
        found[name] = (
            Rule(_shift_checked_bmi(back + "x"), "r! r!", words=1)
            if "BMI2" in features
            else Rule(_shift_checked(back), "M! M", words=1, clobbers=(RCX,), blocked=(RCX,))
        )
    return found


# Memory.


def _load_signed(size: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        if size == 4:
            w.a.movsxd(r, x)
        else:
            w.a.movsx(r, x)

    return emit


def _load_unsigned(size: int) -> Callable[..., Any]:
    def emit(w: Writer, r: Any, x: Any) -> None:
        if size == 4:
            w.a.mov(WORDS32[r.number], x)
        else:
            w.a.movzx(WORDS32[r.number], x)

    return emit


def _load_word(w: Writer, r: Any, x: Any) -> None:
    w.a.mov(r, x)


def _load_bool(w: Writer, r: Any, x: Any) -> None:
    low = WORDS8[r.number]  # which is written alone only where all of the register has been
    w.a.movzx(WORDS32[r.number], x)
    w.a.test(low, low)
    w.a.setne(low)


def _store(size: int) -> Callable[..., Any]:
    registers = {1: WORDS8, 2: WORDS16, 4: WORDS32, 8: WORDS}[size]
    low, half = (1 << 8 * size) - 1, 1 << 8 * size - 1

    def emit(w: Writer, r: None, x: Any, memory: Any) -> None:
        if x.__class__ is int:
            x &= low
            w.a.mov(memory, x - 2 * half if x >= half else x)
        else:
            w.a.mov(memory, registers[x.number])

    return emit


LOADS = {
    "i8": Rule(_load_signed(1), "m"),
    "u8": Rule(_load_unsigned(1), "m"),
    "i16": Rule(_load_signed(2), "m"),
    "u16": Rule(_load_unsigned(2), "m"),
    "i32": Rule(_load_signed(4), "m"),
    "u32": Rule(_load_unsigned(4), "m"),
    "i64": Rule(_load_word, "m"),
    "u64": Rule(_load_word, "m"),
    "bool": Rule(_load_bool, "m"),
}
STORES = {
    "i8": Rule(_store(1), "rc m"),
    "u8": Rule(_store(1), "rc m"),
    "i16": Rule(_store(2), "rc m"),
    "u16": Rule(_store(2), "rc m"),
    "i32": Rule(_store(4), "rc m"),
    "u32": Rule(_store(4), "rc m"),
    "i64": Rule(_store(8), "ri m"),
    "u64": Rule(_store(8), "ri m"),
    "bool": Rule(_store(1), "rc m"),
}
