"""How vectors are made from scalars and scalars from vectors, and how elements are converted: rules as in simd.py."""

from __future__ import annotations

from ..machine.types import BOOL, F32, F64, vector
from .operands import REGISTERS, Mem
from .rules import Rule
from .simd import LETTER, Shape, copy, fit, logic, narrow, shift, three, two, widen
from .vectors import AVX2, AVX512
from .writer import SCRATCH, WORDS8, WORDS16, WORDS32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .vectorwriter import VectorWriter

FLOATS = (F64, F32)
XMM = [REGISTERS[f"xmm{number}"] for number in range(32)]


# Splats.


def _splat(s: Shape) -> Rule:
    if s.element == BOOL:
        return _splat_bool(s)
    if s.element in FLOATS:
        return _splat_float(s)
    width, size = s.width, s.size

    def wide(w: VectorWriter, r: Any, x: Any) -> None:
        broadcast = getattr(w.a, "vpbroadcast" + LETTER[size])
        if x.__class__ is Mem:
            broadcast(r, w.sized(x, size))
        elif s.level == AVX512:
            broadcast(r, x if size == 8 else w.low(x))
        else:
            low = XMM[r.number]
            move_word(w, low, x)
            broadcast(r, low)

    def narrow_(w: VectorWriter, r: Any, x: Any) -> None:
        a = w.a
        move_word(w, r, x)
        if size == 1:
            a.punpcklbw(r, r)
        if size <= 2:
            a.pshuflw(r, r, 0)
        if size == 4:
            a.pshufd(r, r, 0)
        else:
            a.punpcklqdq(r, r)

    return Rule(fit(wide, width, 0), "m") if s.level else Rule(fit(narrow_, 16, 0), "r")


def move_word(w: VectorWriter, r: Any, x: Any) -> None:
    """A word into the low part of a vector's register."""
    (w.a.vmovq if w.level else w.a.movq)(XMM[r.number], x)


def _splat_float(s: Shape) -> Rule:
    width, size = s.width, s.size
    if s.level:
        if size == 8 and width == 16:
            return Rule(fit(lambda w, r, x: w.a.vmovddup(r, _element(w, x, 8)), width, 0), "m")
        mnemonic = "vbroadcastsd" if size == 8 else "vbroadcastss"
        return Rule(fit(lambda w, r, x: getattr(w.a, mnemonic)(r, _element(w, x, size)), width, 0), "m")

    def emit(w: VectorWriter, r: Any, x: Any) -> None:
        copy(w, r, x)
        if size == 8:
            w.a.unpcklpd(r, r)
        else:
            w.a.shufps(r, r, 0)

    return Rule(emit, "r", tied=True)


def _element(w: VectorWriter, x: Any, size: int) -> Any:
    return w.sized(x, size)


def _splat_bool(s: Shape) -> Rule:
    def emit(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        w.move(t, x)
        w.a.neg(t)
        if s.level == AVX512:
            w.a.kmovq(r, t)
            return
        low = XMM[r.number]
        move_word(w, low, t)
        if s.level == AVX2:
            w.a.vpbroadcastq(w.sized(r, s.mask_bytes), low)
        else:
            w.a.punpcklqdq(low, low)

    return Rule(emit, "r", words=1)


# Masks.


def _masklow(s: Shape) -> Rule:
    lanes = s.lanes

    def clamp(w: VectorWriter, t: Any, x: Any, u: Any) -> None:
        a = w.a
        a.mov(w.low(t), lanes)
        a.cmp(x, lanes)
        a.cmovl(t, x)
        a.xor(w.low(u), w.low(u))
        a.test(t, t)
        a.cmovs(t, u)

    def masks(w: VectorWriter, r: Any, x: Any, t: Any, u: Any) -> None:
        clamp(w, t, x, u)
        w.a.mov(u, -1)
        w.a.bzhi(u, u, t)
        w.a.kmovq(r, u)

    def vectors(w: VectorWriter, r: Any, x: Any, t: Any, u: Any, v: Any) -> None:
        clamp(w, t, x, u)
        size = min(s.mask_size, 4)  # lanes of 8 bytes are compared by their halves, which have the same numbers
        numbers = [lane for lane in range(lanes) for _ in range(s.mask_size // size)]
        made = _splat_words(w, v, t, size, s.mask_bytes)
        three(w, "pcmpgt" + LETTER[size], r, made, w.sized(w.lanes(size, numbers), s.mask_bytes))

    if s.level == AVX512:
        return Rule(masks, "r!", words=2)
    return Rule(fit(vectors, s.mask_bytes, 0, 0, 0, s.mask_bytes), "r!", words=2, floats=1)


def _splat_words(w: VectorWriter, r: Any, x: Any, size: int, width: int) -> Any:
    """A word in every lane of a register, below AVX-512."""
    low = XMM[r.number]
    move_word(w, low, x)
    if w.level:
        getattr(w.a, "vpbroadcast" + LETTER[size])(w.sized(r, width), low)
        return w.sized(r, width)
    if size == 1:
        w.a.punpcklbw(low, low)
    if size <= 2:
        w.a.pshuflw(low, low, 0)
        w.a.punpcklqdq(low, low)
    else:
        w.a.pshufd(low, low, 0)
    return low


_KORTEST = {8: "kortestb", 16: "kortestw", 32: "kortestd", 64: "kortestq"}


def _decide_two(s: Shape) -> Rule | None:
    """The same of two masks joined by `or` or `and`, where one instruction does that."""
    every = s.op == "all"
    if s.level == AVX512:
        if s.lanes not in _KORTEST or (s.attr == "and" and every):
            return None
        mnemonic = _KORTEST[s.lanes] if s.attr == "or" else _KORTEST[s.lanes].replace("or", "")

        def masks(w: VectorWriter, r: Any, x: Any, y: Any) -> str:
            getattr(w.a, mnemonic)(x, y)
            return "b" if every else "ne"

        return Rule(masks, "r r")
    if not s.level or every or s.attr == "or":
        return None

    def vectors(w: VectorWriter, r: Any, x: Any, y: Any) -> str:
        w.a.vptest(x, y)
        return "ne"

    return Rule(fit(vectors, 0, s.mask_bytes, s.mask_bytes), "r r")


def _decide(s: Shape) -> Rule | None:
    """any, all: what a comparison leaves in the flags."""
    every = s.op == "all"
    if s.attr is not None:
        return _decide_two(s)
    lanes, width = s.lanes, s.mask_bytes

    def masks(w: VectorWriter, r: Any, x: Any) -> str:
        if lanes in _KORTEST:
            getattr(w.a, _KORTEST[lanes])(x, x)
            return "b" if every else "ne"
        scratch, ones = WORDS32[SCRATCH.number], (1 << lanes) - 1
        w.a.kmovd(scratch, x)
        if not every:
            w.a.test(scratch, ones)
            return "ne"
        w.a.and_(scratch, ones)
        w.a.cmp(scratch, ones)
        return "e"

    def vectors(w: VectorWriter, r: Any, x: Any) -> str:
        a = w.a
        if s.level and not every:
            a.vptest(x, x)
            return "ne"
        scratch = WORDS32[SCRATCH.number]
        two(w, "pmovmskb", scratch, x)
        if not every:
            a.test(scratch, scratch)
            return "ne"
        a.cmp(scratch, 0xFFFF if width == 16 else -1)
        return "e"

    return Rule(masks if s.level == AVX512 else fit(vectors, 0, width), "r")


_FROM_MASK = {8: "kmovb", 16: "kmovw", 32: "kmovd", 64: "kmovq"}


def _mask_bits(s: Shape) -> Rule:
    """maskbits, or with "not" those of the complement."""
    lanes, size, width = s.lanes, s.mask_size, s.mask_bytes
    complement = s.attr == "not"

    def finish(w: VectorWriter, r: Any) -> None:
        if complement and lanes == 64:
            w.a.not_(r)
        elif complement:
            w.a.xor(w.low(r), (1 << lanes) - 1 if lanes < 32 else -1)

    def masks(w: VectorWriter, r: Any, x: Any) -> None:
        getattr(w.a, _FROM_MASK[max(lanes, 8)])(r if lanes == 64 else w.low(r), x)
        if lanes < 8:
            w.a.and_(w.low(r), (1 << lanes) - 1)
        finish(w, r)

    def vectors(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        if size == 2:
            if width == 32:
                w.a.vextracti128(w.sized(t, 16), x, 1)
                w.a.vpacksswb(w.sized(t, 16), w.sized(x, 16), w.sized(t, 16))
            else:
                three(w, "packsswb", t, x, x)
            two(w, "pmovmskb", w.low(r), w.sized(t, 16))
            if lanes == 8:
                w.a.movzx(w.low(r), WORDS8[r.number])
        else:
            two(w, {8: "movmskpd", 4: "movmskps", 1: "pmovmskb"}[size], w.low(r), x)
        finish(w, r)

    if s.level == AVX512:
        return Rule(masks, "r")
    return Rule(fit(vectors, 0, width, width), "r", floats=1)


def _from_mask(s: Shape) -> Rule:
    """b2i."""
    width, size = s.width, s.size

    def to_one(w: VectorWriter, r: Any) -> None:
        if size > 1:
            shift(w, "psrl" + LETTER[size], r, r, 8 * size - 1)
        elif s.level:
            w.a.vpabsb(r, r)
        else:
            w.a.pand(r, w.every(1, 1, 16))

    def masks(w: VectorWriter, r: Any, x: Any) -> None:
        getattr(w.a, "vpmovm2" + LETTER[size])(r, x)
        to_one(w, r)

    def vectors(w: VectorWriter, r: Any, x: Any, *temporaries: Any) -> None:
        if size < s.mask_size:
            narrow(w, r, x, s.mask_size, size, s.lanes, True, temporaries[0])
        else:
            copy(w, r, w.sized(x, width))
        to_one(w, r)

    if s.level == AVX512:
        return Rule(fit(masks, width, 0), "r")
    if size == s.mask_size:
        return Rule(fit(vectors, width, s.mask_bytes), "r")
    return Rule(fit(vectors, width, s.mask_bytes, width), "r!", floats=1)


# Widening, narrowing, conversions.


def _widen(s: Shape) -> Rule:
    signed = s.op == "widen_s"

    def emit(w: VectorWriter, r: Any, x: Any, t: Any = None) -> None:
        widen(w, r, x, s.source_size, s.size, s.lanes, signed, t)

    if s.level:
        return Rule(fit(emit, s.width, s.source_bytes), "m" if s.bytes >= 16 else "r")
    return Rule(fit(emit, 16, 16, 16), "r!", floats=1)


def _narrow(s: Shape) -> Rule:
    def emit(w: VectorWriter, r: Any, x: Any, t: Any = None) -> None:
        narrow(w, r, x, s.source_size, s.size, s.lanes, False, t)

    if s.level == AVX512:
        return Rule(fit(emit, s.width, s.source_bytes), "r")
    return Rule(fit(emit, s.width, s.source_width, s.source_width), "r", floats=1)


_CONVERT = {
    ("i2f", 4): "cvtdq2pd", ("i2s", 4): "cvtdq2ps", ("f2s", 8): "cvtpd2ps", ("s2f", 4): "cvtps2pd",
}  # fmt: skip
_TRUNCATE = {(8, 4): "cvttpd2dq", (4, 4): "cvttps2dq"}
_AVX512 = {
    ("i2f", 8): "cvtqq2pd", ("u2f", 8): "cvtuqq2pd", ("u2f", 4): "cvtudq2pd", ("i2s", 8): "cvtqq2ps",
    ("u2s", 8): "cvtuqq2ps", ("u2s", 4): "cvtudq2ps",
}  # fmt: skip
_TRUNCATE_AVX512 = {(8, 8): "cvttpd2qq", (4, 8): "cvttps2qq"}


def _convert(s: Shape) -> Rule | None:
    if s.source_element not in FLOATS and s.source_size < 4:
        return None
    if s.op == "f2i":
        key = s.source_size, s.size
        mnemonic = _TRUNCATE.get(key) or (_TRUNCATE_AVX512.get(key) if s.level == AVX512 else None)
    else:
        of = s.op, s.source_size
        mnemonic = _CONVERT.get(of) or (_AVX512.get(of) if s.level == AVX512 else None)
    if mnemonic is not None:
        found = mnemonic

        def emit(w: VectorWriter, r: Any, x: Any) -> None:
            two(w, found, r, x)

        return Rule(fit(emit, s.width, s.source_width), "r")
    if s.op == "i2f" or s.op == "u2f":
        return _magic(s)
    return None


def _magic(s: Shape) -> Rule:
    """Words to float64 by bits: halves become mantissas of 2**84 and 2**52, from which these are subtracted. One
    addition rounds."""
    width = s.width
    signed = s.op == "i2f"
    high = 0x4530_0000_8000_0000 if signed else 0x4530_0000_0000_0000
    both = high + 0x10_0000
    low = 0x4330_0000_0000_0000

    def quads(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        logic(w, "and", t, x, w.every(8, 0xFFFF_FFFF, width))
        logic(w, "or", t, t, w.every(8, low, width))
        shift(w, "psrlq", r, x, 32)
        logic(w, "xor", r, r, w.every(8, high, width))
        three(w, "subpd", r, r, w.every(8, both, width))
        three(w, "addpd", r, r, t)

    def doubles(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        widen(w, r, x, 4, 8, s.lanes, False, t)
        logic(w, "or", r, r, w.every(8, low, width))
        three(w, "subpd", r, r, w.every(8, low, width))

    return Rule(fit(quads if s.source_size == 8 else doubles, width, s.source_width, width), "r!", floats=1)


def _same_bits(s: Shape) -> Rule:
    return Rule(fit(copy, s.width, s.width), "r")


# Reversal, reduction, single lanes.


def _reverse(s: Shape) -> Rule | None:
    width, size, count = s.width, s.size, s.bytes
    if not s.level and size < 4:
        return None
    inside = min(count, 16)  # bytes that are reversed in each part of 16
    order = [inside - size - at + 2 * (at % size) for at in range(inside)] + list(range(inside, 16))

    def emit(w: VectorWriter, r: Any, x: Any) -> None:
        if size == 8:
            two(w, "pshufd", r, x, 0x4E)
        elif size == 4:
            two(w, "pshufd", r, x, 0x1B if inside == 16 else 0xE1)
        else:
            w.a.vpshufb(r, x, w.sized(w.lanes(1, order * (width // 16)), width))
        if width == 32:
            w.a.vpermq(r, r, 0x4E)
        elif width == 64:
            w.a.vshufi64x2(r, r, r, 0x1B)

    return Rule(fit(emit, width, width), "r")


def _follow(s: Shape) -> Rule | None:
    width, size, count = s.width, s.size, s.bytes
    if not s.level:
        return None

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        a = w.a
        if width > 16 and s.level == AVX512:
            a.valignq(t, y, x, width // 8 - 2)
        elif width == 32:
            a.vperm2i128(t, x, y, 0x21)
        elif count < 16:
            shift(w, "pslldq", t, x, 16 - count)
        else:
            t = x
        a.vpalignr(r, y, t, 16 - size)

    return Rule(fit(emit, width, width, width, width), "r r", floats=1)


# Shuffles: `attr` has the numbers of lanes, those of the second operand counted on.


def _shuffle(s: Shape) -> Rule | None:
    if s.level == AVX512:
        return _shuffle_by_index(s)
    if s.level == AVX2:
        return _shuffle_halves(s) if s.width == 16 or s.size < 4 else _shuffle_wide(s)
    return _shuffle_narrow(s) if s.size >= 4 else None


def _shuffle_by_index(s: Shape) -> Rule:
    width, size, count = s.width, s.size, s.lanes
    more = width // size - count  # lanes of a register that the vector doesn't have
    numbers = [lane + more * (lane >= count) for lane in s.attr] + [0] * more

    def direct(w: VectorWriter, r: Any, x: Any, y: Any) -> None:
        w.load_whole(r, w.sized(w.lanes(size, numbers), width))
        getattr(w.a, "vpermi2" + LETTER[size])(r, x, y)

    def bytes_(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        # The words that have the even bytes, and those that have the odd ones, then the bytes from both.
        a = w.a
        for to, odd in ((r, 0), (t, 1)):
            w.load_whole(to, w.sized(w.lanes(2, [lane >> 1 for lane in numbers[odd::2]]), width))
            a.vpermi2w(to, x, y)
            order = [at % 16 // 2 * 2 + (lane & 1) if at % 2 == odd else 0x80 for at, lane in enumerate(numbers)]
            a.vpshufb(to, to, w.sized(w.lanes(1, order), width))
        logic(w, "or", r, r, t)

    if size == 1 and "AVX512_VBMI" not in s.target.features:
        return Rule(fit(bytes_, *[width] * 4), "r! r!", floats=1)
    return Rule(fit(direct, *[width] * 3), "r! r!")


def _shuffle_halves(s: Shape) -> Rule:
    """By bytes within parts of 16, after whole parts have been brought to where they are wanted."""
    width, size, count = s.width, s.size, s.bytes
    parts = width // 16
    wanted = [size * lane + byte for lane in s.attr for byte in range(size)]
    wanted = [at if at < count else at - count + width for at in wanted]
    wanted += [-16] * (width - count)
    steps: list[tuple[list[int], list[int]]] = []
    """For each part of the result, one of the operands that it takes bytes from, and which."""
    each = [sorted({at >> 4 for at in wanted[16 * part : 16 * part + 16] if at >= 0}) for part in range(parts)]
    for number in range(max(map(len, each))):
        taken = [found[number] if number < len(found) else 0 for found in each]
        used = [number < len(found) for found in each]
        order = [
            at & 15 if used[place >> 4] and at >> 4 == taken[place >> 4] else 0x80 for place, at in enumerate(wanted)
        ]
        steps.append((taken, order))

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        for number, (taken, order) in enumerate(steps):
            to = t if number else r
            source = to
            if parts == 1:
                source = (x, y)[taken[0]]
            elif taken in ([0, 1], [2, 3]):
                source = x if taken[0] == 0 else y
            else:
                w.a.vperm2i128(to, x, y, taken[0] | taken[1] << 4)
            w.a.vpshufb(to, source, w.sized(w.lanes(1, order), width))
            if number:
                logic(w, "or", r, r, t)

    return Rule(fit(emit, *[width] * 4), "r! r!", floats=1)


def _shuffle_wide(s: Shape) -> Rule:
    """32 bytes by lanes of 4 or 8, from each operand, then some of the lanes of both."""
    size, lanes = s.size, s.lanes
    numbers = [lane % lanes for lane in s.attr]
    second = sum(((1 << size // 4) - 1) << place * (size // 4) for place, lane in enumerate(s.attr) if lane >= lanes)

    def move(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        if size == 8:
            w.a.vpermq(r, x, sum(number << 2 * place for place, number in enumerate(numbers)))
        else:
            w.load_whole(t, w.sized(w.lanes(4, numbers), 32))
            w.a.vpermd(r, t, x)

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        if second != 255:
            move(w, r, x, r)
        if second:
            to = r if second == 255 else t
            move(w, to, y, to)
        if 0 < second < 255:
            w.a.vpblendd(r, r, t, second)

    def halves(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        # Every other lane: within the halves, then the halves' parts in order.
        if size == 8:
            (w.a.vpunpckhqdq if s.attr[0] else w.a.vpunpcklqdq)(r, x, y)
        else:
            w.a.vshufps(r, x, y, 0xDD if s.attr[0] else 0x88)
        w.a.vpermq(r, r, 0xD8)

    every_other = s.attr in (tuple(range(0, 2 * lanes, 2)), tuple(range(1, 2 * lanes, 2)))
    return Rule(fit(halves if every_other else emit, *[32] * 4), "r! r!", floats=1)


def _shuffle_narrow(s: Shape) -> Rule:
    """16 bytes by lanes of 4 or 8."""
    lanes, size = s.lanes, s.size
    from_second = [lane >= lanes for lane in s.attr]
    numbers = [lane % lanes for lane in s.attr]
    if size == 8:
        numbers = [2 * number + half for number in numbers for half in range(2)]
        from_second = [second for second in from_second for _ in range(2)]
    numbers += [0] * (4 - len(numbers))
    from_second += from_second[-1:] * (4 - len(from_second))
    control = sum(number << 2 * place for place, number in enumerate(numbers))

    def pairs(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        copy(w, r, y if from_second[0] else x)
        w.a.shufps(r, y if from_second[2] else x, control)

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        a = w.a
        a.pshufd(r, x, control)
        a.pand(r, w.lanes(4, [0 if second else -1 for second in from_second]))
        a.pshufd(t, y, control)
        a.pand(t, w.lanes(4, [-1 if second else 0 for second in from_second]))
        a.por(r, t)

    in_pairs = from_second[0] == from_second[1] and from_second[2] == from_second[3]
    return Rule(fit(pairs if in_pairs else emit, *[16] * 4), "r! r!", floats=1)


_REDUCED_BY = {
    "add": "add", "mul": "mul", "and": "and", "or": "or", "xor": "xor", "imin": "imin",
    "imax": "imax", "umin": "umin", "umax": "umax", "fadd": "fadd", "fmul": "fmul",
}  # fmt: skip


def upper(w: VectorWriter, r: Any, x: Any, half: int) -> None:
    """The bytes from `half` on of a vector of twice as many, as the lowest of r."""
    a = w.a
    r = w.sized(r, 16)
    if half == 32:
        a.vextracti64x4(w.sized(r, 32), w.sized(x, 64), 1)
    elif half == 16:
        (a.vextracti64x2 if w.level == AVX512 else a.vextracti128)(r, w.sized(x, 32), 1)
    else:
        x = w.sized(x, 16)
        if half >= 4:
            two(w, "pshufd", r, x, 0x4E if half == 8 else 0x55)
        else:
            shift(w, "psrld" if half == 2 else "psrlw", r, x, 8 * half)


def _reduce(s: Shape) -> Rule | None:
    element, size = s.source_element, s.source_size
    op = _REDUCED_BY[s.attr]
    steps: list[tuple[int, Rule]] = []
    lanes = s.lanes
    while lanes > 1:
        lanes //= 2
        type = vector(element, max(lanes, 2))
        rule = s.target.vector_rule(op, type, type)
        if rule is None:
            return None
        steps.append((size * lanes, rule))
    floats = max([rule.floats for _, rule in steps])
    unsigned = s.attr in ("umin", "umax")

    def emit(w: VectorWriter, r: Any, x: Any, *temporaries: Any) -> None:
        high, one, other, *more = temporaries
        low = x
        for half, rule in steps:
            upper(w, high, low, half)
            to = other if low is one else one
            rule.emit(w, to, low, high, *more[: rule.floats])
            low = to
        finish(w, r, low, size, unsigned, element in FLOATS)

    return Rule(emit, "r", floats=3 + floats)


def finish(w: VectorWriter, r: Any, x: Any, size: int, unsigned: bool, is_float: bool) -> None:
    """The lowest lane as a scalar."""
    a = w.a
    x = XMM[x.number]
    if is_float:
        copy(w, r, x)
        return
    low = w.low(r)
    if size == 8:
        (a.vmovq if w.level else a.movq)(r, x)
        return
    (a.vmovd if w.level else a.movd)(low, x)
    if size == 4:
        if not unsigned:
            a.movsxd(r, low)
    elif unsigned:
        a.movzx(low, (WORDS8 if size == 1 else WORDS16)[r.number])
    else:
        a.movsx(r, (WORDS8 if size == 1 else WORDS16)[r.number])


def _extract(s: Shape) -> Rule:
    if s.source_element == BOOL:
        return _extract_bool(s)
    at = s.attr * s.source_size
    is_float = s.element in FLOATS

    def emit(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        finish(w, r, _moved_down(w, t, x, at, s.source_bytes), s.source_size, False, is_float)

    return Rule(emit, "r", floats=1)


def _moved_down(w: VectorWriter, t: Any, x: Any, at: int, count: int) -> Any:
    """The byte `at` and those behind it as the lowest of a register: of t, or of x itself."""
    a = w.a
    t = XMM[t.number]
    part, at = divmod(at, 16)
    if part:
        if count == 64:
            a.vextracti64x2(t, w.sized(x, 64), part)
        elif w.level == AVX512:
            a.vextracti64x2(t, w.sized(x, 32), part)
        else:
            a.vextracti128(t, w.sized(x, 32), part)
        x = t
    x = XMM[x.number]
    if at:
        shift(w, "psrldq", t, x, at)
        x = t
    return x


def _extract_bool(s: Shape) -> Rule:
    if s.level == AVX512:

        def masks(w: VectorWriter, r: Any, x: Any) -> None:
            w.a.kmovq(r, x)
            w.a.shr(r, s.attr)
            w.a.and_(w.low(r), 1)

        return Rule(masks, "r")

    def vectors(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
        low = _moved_down(w, t, x, s.attr * s.mask_size, s.mask_bytes)
        (w.a.vmovd if w.level else w.a.movd)(w.low(r), low)
        w.a.and_(w.low(r), 1)

    return Rule(vectors, "r", floats=1)


MAKERS: dict[str, Callable[[Shape], Rule | None]] = {
    "splat": _splat,
    "masklow": _masklow,
    "any": _decide,
    "all": _decide,
    "maskbits": _mask_bits,
    "b2i": _from_mask,
    "widen_s": _widen,
    "widen_u": _widen,
    "narrow": _narrow,
    **dict.fromkeys(("i2f", "u2f", "i2s", "u2s", "f2s", "s2f", "f2i"), _convert),
    **dict.fromkeys(("fbits", "sbits", "ifbits", "isbits"), _same_bits),
    "reverse": _reverse,
    "follow": _follow,
    "shuffle": _shuffle,
    "reduce": _reduce,
    "extract": _extract,
}
