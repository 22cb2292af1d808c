"""How operations on vectors are computed: a rule for each op, element, number of lanes and level, made when wanted.

Mnemonics come from one stem at all levels: `padd` + `q` is `paddq r, y` with SSE2 and `vpaddq r, x, y` with AVX2 and
AVX-512, on registers as wide as the vector. What a level lacks is put together from what it has. (Warren, "Hacker's
Delight", for comparisons and shifts from others; the SDM, volume 2, for all else.)
"""

from __future__ import annotations

from ..machine.types import BOOL, F32, F64, SIZES, element_of, lanes_of, vector
from .floats import CEIL, FLOOR, NEAREST, TRUNC
from .operands import REGISTERS
from .rules import Rule
from .vectors import AVX2, AVX512, SSE2

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .vectorlowering import VectorLowering
    from .vectorwriter import VectorWriter

    Emit = Callable[..., Any]

LETTER = {8: "q", 4: "d", 2: "w", 1: "b"}
"""Of integers, by size."""
K0, K7 = REGISTERS["k0"], REGISTERS["k7"]
"""Mask registers that rules may use: k0 can't be a predicate, and k7 is the scratch register, so it may hold the rule's
only mask."""


class Shape:
    """What a rule is made for: an op with a result of `type` and a first operand of type `source`.

    `size` and `bytes` are those of the result's lanes and all of it, `width` the bytes of its register; `source_` the
    same of the first operand.
    """

    def __init__(self, target: VectorLowering, op: str, type: int, source: int, attr: Any) -> None:
        self.target = target
        self.level = target.level
        self.op = op
        self.type = type
        self.attr = attr
        self.source = source
        self.element, self.lanes = element_of(type), max(lanes_of(type), lanes_of(source))
        self.size, self.bytes = SIZES[self.element], target.bytes_of(type)
        self.width = max(16, self.bytes)
        self.source_element = element_of(source)
        self.source_size, self.source_bytes = SIZES[self.source_element], target.bytes_of(source)
        self.source_width = max(16, self.source_bytes)
        self.mask_bytes = target.bytes_of(vector(BOOL, self.lanes)) if self.lanes > 1 else 0
        self.mask_size = self.mask_bytes // self.lanes

    @property
    def mask_width(self) -> int:
        """Of a register operand that is a mask: 0, to be left alone, where it is a mask register."""
        return 0 if self.level == AVX512 else self.mask_bytes


def make(target: VectorLowering, op: str, type: int, source: int, attr: Any) -> Rule | None:
    """The rule, or None where the level has none."""
    from . import simdmemory, simdmoves

    shape = Shape(target, op, type, source, attr)
    maker = MAKERS.get(op) or simdmoves.MAKERS.get(op) or simdmemory.MAKERS.get(op)
    return None if maker is None else maker(shape)


def fit(emit: Emit, result: int, *widths: int) -> Emit:
    """The same with its operands as wide as said, the result first; 0: as they are."""

    def fitted(w: VectorWriter, r: Any, *operands: Any) -> Any:
        sized = w.sized
        return emit(
            w,
            sized(r, result) if result else r,
            *[sized(x, width) if width else x for x, width in zip(operands, widths, strict=True)],
        )

    return fitted


def three(w: VectorWriter, stem: str, r: Any, x: Any, y: Any, *numbers: int) -> None:
    """r = x op y. Below AVX, r is not y."""
    if w.level:
        getattr(w.a, "v" + stem)(r, x, y, *numbers)
    else:
        copy(w, r, x)
        getattr(w.a, stem)(r, y, *numbers)


def two(w: VectorWriter, stem: str, r: Any, x: Any, *numbers: int) -> None:
    """r = op x, with numbers, where the instruction writes another register than it reads."""
    getattr(w.a, ("v" if w.level else "") + stem)(r, x, *numbers)


def shift(w: VectorWriter, stem: str, r: Any, x: Any, count: Any) -> None:
    """By a number, or the count in an xmm register."""
    if w.level:
        getattr(w.a, "v" + stem)(r, x, count)
    else:
        copy(w, r, x)
        getattr(w.a, stem)(r, count)


def copy(w: VectorWriter, r: Any, x: Any) -> None:
    w.load_whole(r, x)


def logic(w: VectorWriter, name: str, r: Any, x: Any, y: Any) -> None:
    """and, andn (of the complement of x), or, xor of all bits."""
    three(w, ("p" + name + "q") if w.level == AVX512 else "p" + name, r, x, y)


def invert(w: VectorWriter, r: Any, x: Any, t: Any) -> None:
    """All bits. Below AVX-512 by way of t."""
    if w.level == AVX512:
        w.a.vpternlogq(r, x, x, 0x55)
    else:
        w.ones(t)
        logic(w, "xor", r, x, t)


def blend(w: VectorWriter, size: int, floats: bool, r: Any, mask: Any, x: Any, y: Any, t: Any) -> None:
    """x where the mask of lanes of that size is set, else y. Below AVX2, r and t are none of the others."""
    if w.level:
        if floats:
            getattr(w.a, "vblendvpd" if size == 8 else "vblendvps")(r, y, x, mask)
        else:
            w.a.vpblendvb(r, y, x, mask)
    else:
        copy(w, r, mask)
        w.a.pandn(r, y)
        copy(w, t, mask)
        w.a.pand(t, x)
        w.a.por(r, t)


def equal(w: VectorWriter, size: int, r: Any, x: Any, y: Any, t: Any) -> None:
    """A mask of lanes of that size. Below AVX2, r is not y, and t neither."""
    if size == 8 and not w.level:
        three(w, "pcmpeqd", r, x, y)
        w.a.pshufd(t, r, 0xB1)
        w.a.pand(r, t)
    else:
        three(w, "pcmpeq" + LETTER[size], r, x, y)


def less(w: VectorWriter, size: int, signed: bool, r: Any, x: Any, y: Any, t: Any, u: Any) -> None:
    """x < y, as a mask. Below AVX2, r, t and u are none of the others."""
    if size == 8 and not w.level:
        a = w.a
        copy(w, t, x)
        a.pxor(t, y)
        copy(w, r, x)
        a.psubq(r, y)
        if signed:  # the sign of d ^ ((x ^ y) & (d ^ x)), with d = x - y
            copy(w, u, r)
            a.pxor(u, x)
            a.pand(t, u)
            a.pxor(r, t)
        else:  # of (~x & y) | (~(x ^ y) & d)
            a.pandn(t, r)
            copy(w, r, x)
            a.pandn(r, y)
            a.por(r, t)
        a.psrad(r, 31)
        a.pshufd(r, r, 0xF5)
        return
    if not signed:
        sign = w.every(size, 1 << 8 * size - 1, w.width_of(r))
        logic(w, "xor", t, x, sign)
        logic(w, "xor", r, y, sign)
        three(w, "pcmpgt" + LETTER[size], r, r, t)
    else:
        three(w, "pcmpgt" + LETTER[size], r, y, x)


def widen(w: VectorWriter, r: Any, x: Any, small: int, large: int, lanes: int, signed: bool, t: Any) -> None:
    """Lanes of size `small` to `large`. Below AVX2, t is neither of the others, and x in a register."""
    if w.level:
        stem = f"vpmov{'s' if signed else 'z'}x{LETTER[small]}{LETTER[large]}"
        getattr(w.a, stem)(w.sized(r, max(16, large * lanes)), w.sized(x, small * lanes))
        return
    a = w.a
    copy(w, r, x)
    if not signed:
        a.pxor(t, t)
    while small < large:
        unpack = {1: a.punpcklbw, 2: a.punpcklwd, 4: a.punpckldq}[small]
        if not signed:
            unpack(r, t)
        elif small == 4:
            copy(w, t, r)
            a.psrad(t, 31)
            unpack(r, t)
        else:
            unpack(r, r)
            (a.psraw if small == 1 else a.psrad)(r, 8 * small)
        small *= 2


def narrow(w: VectorWriter, r: Any, x: Any, large: int, small: int, lanes: int, mask: bool, t: Any) -> None:
    """The low parts of lanes of size `large`. `mask`: the lanes are masks. At AVX2, t is neither of the others."""
    a = w.a
    if w.level == AVX512:
        getattr(a, f"vpmov{LETTER[large]}{LETTER[small]}")(
            w.sized(r, max(16, small * lanes)), w.sized(x, large * lanes)
        )
    elif w.level == AVX2:
        wide = large * lanes > 16
        low, (r, x, t) = w.sized(r, 16), [w.sized(one, 32 if wide else 16) for one in (r, x, t)]
        if large == 8 and small == 4:
            a.vpshufd(r, x, 0x88)
        else:
            order = [at if at % large < small else -1 for at in range(16)]
            order = [at for at in order if at >= 0]
            order += [0x80] * (16 - len(order))
            a.vpshufb(r, x, w.sized(w.lanes(1, order * 2), 32 if wide else 16))
        if wide and large == 2 * small:
            a.vpermq(r, r, 0x08)
        elif wide:
            a.vextracti128(w.sized(t, 16), r, 1)
            (a.vpunpckldq if large == 4 * small else a.vpunpcklwd)(low, low, w.sized(t, 16))
    else:
        copy(w, r, x)
        while large > small:
            if large == 8:
                a.pshufd(r, r, 0x88)
            elif large == 4:
                if not mask:
                    a.pslld(r, 16)
                    a.psrad(r, 16)
                a.packssdw(r, r)
            elif mask:
                a.packsswb(r, r)
            else:
                a.pand(r, w.every(2, 255, 16))
                a.packuswb(r, r)
            large //= 2


# Arithmetic.


def binary(s: Shape, stem: str, commutes: bool) -> Rule:
    width = s.width

    def emit(w: VectorWriter, r: Any, x: Any, y: Any) -> None:
        if r is y and commutes:
            x, y = y, x
        three(w, stem, r, x, y)

    fitted = fit(emit, width, width, width)
    if s.level:
        return Rule(fitted, "r m", commutes=commutes)
    return Rule(fitted, "r r" if commutes else "M r!", tied=True, commutes=commutes)


def suffix(s: Shape) -> str:
    return "pd" if s.element == F64 else "ps"


_INTEGER = {"add": ("padd", True), "sub": ("psub", False)}
_FLOAT = {"fadd": ("add", True), "fsub": ("sub", False), "fmul": ("mul", True), "fdiv": ("div", False)}
_BITS = {"and": "and", "or": "or", "xor": "xor", "band": "and", "bor": "or", "bxor": "xor"}


def _integer(s: Shape) -> Rule | None:
    if s.attr == "mask":
        return _add_mask(s)
    stem, commutes = _INTEGER[s.op]
    return binary(s, stem + LETTER[s.size], commutes)


def _add_mask(s: Shape) -> Rule | None:
    """One more in the lanes of a mask."""
    width, size = s.width, s.size

    def masked(w: VectorWriter, r: Any, x: Any, mask: Any) -> None:
        copy(w, r, x)
        getattr(w.a, "vpadd" + LETTER[size])(r(mask), r, w.every(size, 1, width))

    if s.level == AVX512:
        return Rule(fit(masked, width, width, 0), "M r", tied=True)
    return binary(s, "psub" + LETTER[size], False) if size == s.mask_size else None


def _float(s: Shape) -> Rule:
    stem, commutes = _FLOAT[s.op]
    return binary(s, stem + suffix(s), commutes)


def _logic(s: Shape) -> Rule:
    name = _BITS[s.op]
    if s.attr == "not":  # of the first operand
        if s.level == AVX512:
            return Rule(lambda w, r, x, y: w.a.kandnq(r, x, y), "r r")
        return binary(s, "pandn", False)
    if s.element == BOOL and s.level == AVX512:
        return Rule(lambda w, r, x, y: getattr(w.a, f"k{name}q")(r, x, y), "r r", commutes=True)
    return binary(s, f"p{name}q" if s.level == AVX512 else "p" + name, True)


def _not(s: Shape) -> Rule:
    if s.level == AVX512:
        return Rule(lambda w, r, x: w.a.knotq(r, x), "r")
    width = s.width
    return Rule(fit(invert, width, width, width), "r!", floats=1)


def _multiply(s: Shape) -> Rule:
    width, level = s.width, s.level
    if s.size == 2:
        return binary(s, "pmullw", True)
    if s.size == 4 and level:
        return binary(s, "pmulld", True)
    if s.size == 8 and level == AVX512:
        return binary(s, "pmullq", True)

    def quads(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        # low * low + ((high * low + low * high) << 32)
        shift(w, "psrlq", t, x, 32)
        three(w, "pmuludq", t, t, y)
        shift(w, "psrlq", r, y, 32)
        three(w, "pmuludq", r, r, x)
        three(w, "paddq", t, t, r)
        shift(w, "psllq", t, t, 32)
        three(w, "pmuludq", r, x, y)
        three(w, "paddq", r, r, t)

    def doubles(w: VectorWriter, r: Any, x: Any, y: Any, t: Any, u: Any) -> None:
        # The products of the even lanes and of the odd ones, whose low halves are put side by side.
        a = w.a
        copy(w, r, x)
        a.pmuludq(r, y)
        a.pshufd(r, r, 0x08)
        a.pshufd(t, x, 0xF5)
        a.pshufd(u, y, 0xF5)
        a.pmuludq(t, u)
        a.pshufd(t, t, 0x08)
        a.punpckldq(r, t)

    def bytes_(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        # The same of words: even bytes from the products of the words, odd ones from those of their high halves.
        shift(w, "psrlw", t, x, 8)
        shift(w, "psrlw", r, y, 8)
        three(w, "pmullw", t, t, r)
        shift(w, "psllw", t, t, 8)
        three(w, "pmullw", r, x, y)
        shift(w, "psllw", r, r, 8)
        shift(w, "psrlw", r, r, 8)
        logic(w, "or", r, r, t)

    if s.size == 4:
        return Rule(fit(doubles, *[width] * 5), "r! r!", floats=2)
    return Rule(fit(quads if s.size == 8 else bytes_, *[width] * 4), "r! r!", floats=1)


def _extremum(s: Shape) -> Rule:
    signed, least = s.op in ("imin", "imax"), s.op in ("imin", "umin")
    stem = f"p{'min' if least else 'max'}{'s' if signed else 'u'}{LETTER[s.size]}"
    if s.level == AVX512 or (s.level and s.size < 8) or (not s.level and s.size == (2 if signed else 1)):
        return binary(s, stem, True)

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any, u: Any, v: Any) -> None:
        less(w, s.size, signed, v, x, y, t, u)
        blend(w, s.size, False, r, v, x if least else y, y if least else x, t)

    return Rule(fit(emit, *[s.width] * 6), "r! r!", floats=3)


def _sign(s: Shape) -> Rule:
    """fneg, fabs."""
    name, number = ("xor", 1 << 8 * s.size - 1) if s.op == "fneg" else ("and", (1 << 8 * s.size - 1) - 1)

    def emit(w: VectorWriter, r: Any, x: Any) -> None:
        logic(w, name, r, x, w.every(s.size, number, s.width))

    return Rule(fit(emit, s.width, s.width), "r" if s.level else "M", tied=not s.level)


def _copysign(s: Shape) -> Rule:
    sign = 1 << 8 * s.size - 1

    def chosen(w: VectorWriter, r: Any, x: Any, y: Any) -> None:
        # Bit by bit, where the third operand has a bit: the second; else the first. Or the other way round.
        if r is y:
            w.a.vpternlogq(r, x, w.every(s.size, sign, s.width), 0xE4)
        else:
            copy(w, r, x)
            w.a.vpternlogq(r, y, w.every(s.size, sign, s.width), 0xD8)

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any) -> None:
        logic(w, "and", t, y, w.every(s.size, sign, s.width))
        logic(w, "and", r, x, w.every(s.size, sign - 1, s.width))
        logic(w, "or", r, r, t)

    if s.level == AVX512:
        return Rule(fit(chosen, *[s.width] * 3), "r r")
    return Rule(fit(emit, *[s.width] * 4), "r r", floats=1)


def _unary(stem: str, *numbers: int) -> Callable[[Shape], Rule]:
    def make(s: Shape) -> Rule:
        def emit(w: VectorWriter, r: Any, x: Any) -> None:
            two(w, stem + suffix(s), r, x, *numbers)

        return Rule(fit(emit, s.width, s.width), "m" if s.level else "r")

    return make


def _rounding(mode: int) -> Callable[[Shape], Rule | None]:
    def make(s: Shape) -> Rule | None:
        return None if not s.level else _unary("rndscale" if s.level == AVX512 else "round", mode)(s)

    return make


def _fma(s: Shape) -> Rule | None:
    if not s.level:
        return None
    stem = "vfmsub" if s.attr == "minus" else "vfmadd"
    forms = [f"{stem}{order}{suffix(s)}" for order in ("213", "231")]

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, z: Any) -> None:
        if r is y:
            x, y = y, x
        if r is x:
            getattr(w.a, forms[0])(r, y, z)
        else:
            copy(w, r, z)
            getattr(w.a, forms[1])(r, x, y)

    return Rule(fit(emit, *[s.width] * 4), "r r m")


# Comparisons: masks of the lanes' size, widened to the size that masks have.

_PREDICATES = {"eq": 0, "lt": 1, "le": 2, "ne": 4, "ult": 1, "ule": 2}
_FLOAT_PREDICATES = {"feq": 0, "flt": 1, "fle": 2, "fne": 4}


def _to_mask(s: Shape, w: VectorWriter, r: Any, t: Any) -> None:
    if s.mask_size > s.source_size:
        widen(w, r, r, s.source_size, s.mask_size, s.lanes, True, t)


def _compare(s: Shape) -> Rule | None:
    width, size = s.source_width, s.source_size
    unsigned = s.op in ("ult", "ule")
    if s.level == AVX512:
        return _into_mask(s, f"vpcmp{'u' if unsigned else ''}{LETTER[size]}", _PREDICATES[s.op])
    if s.attr == "masked":
        return None
    inverted = s.op in ("ne", "le", "ule")

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, t: Any, u: Any) -> None:
        if s.op in ("eq", "ne"):
            equal(w, size, r, x, y, t)
        elif inverted:
            less(w, size, not unsigned, r, y, x, t, u)
        else:
            less(w, size, not unsigned, r, x, y, t, u)
        if inverted:
            invert(w, r, r, t)
        _to_mask(s, w, r, t)

    if s.level and s.op in ("eq", "lt"):  # one instruction, without temporaries
        uses = "r m" if s.op == "eq" else "m r"
        return Rule(fit(lambda w, r, x, y: emit(w, r, x, y, r, r), *[width] * 3), uses)
    if s.level:
        return Rule(fit(lambda w, r, x, y, t: emit(w, r, x, y, t, t), *[width] * 4), "r r", floats=1)
    return Rule(fit(emit, *[width] * 5), "r! r!", floats=2)


def _into_mask(s: Shape, mnemonic: str, predicate: int) -> Rule:
    """A comparison into a mask register: of all lanes, or of those of a mask, which is the last operand then."""
    width = s.source_width
    if s.attr in ("masked", "masked not"):
        return Rule(
            fit(lambda w, r, x, y, mask: getattr(w.a, mnemonic)(r(mask), x, y, predicate), 0, width, width, 0), "r m r"
        )
    return Rule(fit(lambda w, r, x, y: getattr(w.a, mnemonic)(r, x, y, predicate), 0, width, width), "r m")


def _compare_floats(s: Shape) -> Rule | None:
    width, predicate = s.source_width, _FLOAT_PREDICATES[s.op]
    if s.attr in ("not", "masked not"):
        predicate ^= 4
    stem = "cmppd" if s.source_element == F64 else "cmpps"
    if s.level == AVX512:
        return _into_mask(s, "v" + stem, predicate)
    if s.attr in ("masked", "masked not"):
        return None

    def emit(w: VectorWriter, r: Any, x: Any, y: Any, *temporary: Any) -> None:
        three(w, stem, r, x, y, predicate)
        _to_mask(s, w, r, *temporary or (r,))

    if s.level:
        return Rule(fit(emit, *[width] * 3), "r m")
    return Rule(fit(emit, *[width] * 4), "M r!", tied=True, floats=1)


# Selection.


def _stem(s: Shape, name: str) -> str | None:
    """The mnemonic of an op that AVX-512 has for each lane under a mask."""
    if name in _INTEGER:
        return _INTEGER[name][0] + LETTER[s.size]
    if name in _FLOAT:
        return _FLOAT[name][0] + suffix(s)
    if name in _BITS:
        return f"p{_BITS[name]}{LETTER[s.size]}" if s.size >= 4 else None
    if name == "mul":
        return {8: "pmullq", 4: "pmulld", 2: "pmullw"}.get(s.size)
    return f"p{name[1:]}{'s' if name[0] == 'i' else 'u'}{LETTER[s.size]}"


def _merged(s: Shape) -> Rule | None:
    """The lanes of the first operand, or of an op of the last ones where the mask is set. With `again`, the op's own
    first operand is that first one."""
    way, name = s.attr
    stem = _stem(s, name) if s.level == AVX512 and s.element != BOOL else None
    if stem is None:
        return None
    width = s.width

    def merge(w: VectorWriter, r: Any, other: Any, mask: Any, x: Any, y: Any) -> None:
        copy(w, r, other)
        getattr(w.a, "v" + stem)(r(mask), x, y)

    def again(w: VectorWriter, r: Any, other: Any, mask: Any, y: Any) -> None:
        merge(w, r, other, mask, r, y)

    if way == "again":
        return Rule(fit(again, width, width, 0, width), "M r m!", tied=True)
    return Rule(fit(merge, width, width, 0, width, width), "M r r! m!", tied=True)


def _select(s: Shape) -> Rule | None:
    if s.attr.__class__ is tuple:
        return _merged(s)
    if s.attr is not None:  # the less or the greater of two floats, as a comparison would choose
        return binary(s, s.attr + suffix(s), False)
    width, size = s.width, s.size
    if s.element == BOOL:
        size = s.mask_size
    if s.level == AVX512:
        if s.element == BOOL:

            def masks(w: VectorWriter, r: Any, mask: Any, x: Any, y: Any) -> None:
                w.a.kandq(K0, mask, x)
                w.a.kandnq(r, mask, y)
                w.a.korq(r, r, K0)

            return Rule(masks, "r r r")
        stem = "vblendm" + suffix(s) if s.element in (F64, F32) else "vpblendm" + LETTER[size]
        return Rule(fit(lambda w, r, mask, x, y: getattr(w.a, stem)(r(mask), y, x), width, 0, width, width), "r m r")

    def emit(w: VectorWriter, r: Any, mask: Any, x: Any, y: Any, *temporaries: Any) -> None:
        t, u = [w.sized(one, width) for one in (*temporaries, r, r)[:2]]
        if size < s.mask_size:
            narrow(w, u, mask, s.mask_size, size, s.lanes, True, r)
            mask = u
        blend(w, size, s.element in (F64, F32), r, w.sized(mask, width), x, y, t)

    widths = (width, s.mask_bytes, width, width)
    if s.level:
        if size == s.mask_size:
            return Rule(fit(emit, *widths), "r m r")
        return Rule(fit(emit, *widths, width, width), "r r! r!", floats=2)
    return Rule(fit(emit, *widths, width, width), "r! r! r!", floats=2)


# Shifts. `attr` tells what the counts are: one number, one word, or a vector, whose counts may need taking modulo.

CONST, UNIFORM, LANES, SMALL = "const", "uniform", "lanes", "small"
_SHIFTS = {"shl": "psll", "sar": "psra", "shr": "psrl"}


def _shift(s: Shape) -> Rule | None:
    width, size = s.width, s.size
    if size == 1:
        return _shift_bytes(s)
    bits = 8 * size - 1
    stem, letter = _SHIFTS[s.op], LETTER[size]
    by_sign = s.op == "sar" and size == 8 and s.level < AVX512  # not there: bits are shifted into a positive number
    if by_sign:
        stem = "psrl"

    def sign(w: VectorWriter, t: Any, x: Any) -> None:
        if w.level:
            w.a.vpxor(t, t, t)
            w.a.vpcmpgtq(t, t, x)
        else:
            w.a.pshufd(t, x, 0xF5)
            w.a.psrad(t, 31)

    def by(w: VectorWriter, r: Any, x: Any, count: Any, t: Any, stem: str = stem + letter) -> None:
        if by_sign:
            sign(w, t, x)
            logic(w, "xor", r, x, t)
            shift(w, stem, r, r, count)
            logic(w, "xor", r, r, t)
        else:
            shift(w, stem, r, x, count)

    if s.attr == CONST:

        def by_number(w: VectorWriter, r: Any, x: Any, count: int, t: Any = None) -> None:
            by(w, r, x, count & bits, t)

        if by_sign:
            return Rule(fit(by_number, width, width, 0, width), "r c", floats=1)
        return Rule(fit(by_number, width, width, 0), "r c" if s.level else "M c", tied=not s.level)
    if s.attr == UNIFORM:

        def by_word(w: VectorWriter, r: Any, x: Any, count: Any, n: Any, t: Any, u: Any) -> None:
            w.move(n, count)
            w.a.and_(w.low(n), bits)
            two(w, "movd", t, w.low(n))
            by(w, r, x, t, u)

        return Rule(fit(by_word, width, width, 0, 0, 16, width), "r! r", words=1, floats=2)
    if s.level == SSE2 or (size == 2 and s.level < AVX512):
        return None

    def by_lanes(w: VectorWriter, r: Any, x: Any, y: Any, *temporaries: Any) -> None:
        t, u = (*temporaries, r, r)[:2]
        if s.attr == LANES:
            logic(w, "and", u, y, w.every(size, bits, width))
            y = u
        by(w, r, x, y, t, stem + "v" + letter)

    if s.attr == SMALL and not by_sign:
        return Rule(fit(by_lanes, *[width] * 3), "r m")
    return Rule(fit(by_lanes, *[width] * 5), "r r!", floats=2)


def _shift_bytes(s: Shape) -> Rule | None:
    """Words are shifted instead, and what has come from the byte beside is taken out."""
    width, op = s.width, s.op

    def by(w: VectorWriter, r: Any, x: Any, count: Any, t: Any) -> None:
        low, high = w.every(2, 0x00FF, width), w.every(2, 0xFF00, width)
        if op == "shl":
            logic(w, "and", t, x, high)
            shift(w, "psllw", t, t, count)
            shift(w, "psllw", r, x, count)
            logic(w, "and", r, r, low)
        elif op == "shr":
            logic(w, "and", t, x, low)
            shift(w, "psrlw", t, t, count)
            shift(w, "psrlw", r, x, count)
            logic(w, "and", r, r, high)
        else:
            shift(w, "psllw", t, x, 8)
            shift(w, "psraw", t, t, count)
            shift(w, "psrlw", t, t, 8)
            shift(w, "psraw", r, x, count)
            logic(w, "and", r, r, high)
        logic(w, "or", r, r, t)

    def by_number(w: VectorWriter, r: Any, x: Any, count: int, t: Any) -> None:
        count &= 7
        if op == "sar":
            by(w, r, x, count, t)
        elif op == "shl" and count == 1:
            three(w, "paddb", r, x, x)
        else:
            shift(w, "psllw" if op == "shl" else "psrlw", r, x, count)
            logic(w, "and", r, r, w.every(1, 0xFF << count if op == "shl" else 0xFF >> count, width))

    def by_word(w: VectorWriter, r: Any, x: Any, count: Any, n: Any, t: Any, u: Any) -> None:
        w.move(n, count)
        w.a.and_(w.low(n), 7)
        two(w, "movd", t, w.low(n))
        by(w, r, x, t, u)

    if s.attr == CONST:
        return Rule(fit(by_number, width, width, 0, width), "r! c", floats=1)
    if s.attr == UNIFORM:
        return Rule(fit(by_word, width, width, 0, 0, 16, width), "r! r", words=1, floats=2)
    return None


def _population(s: Shape) -> Rule | None:
    width = s.width
    feature = "AVX512_VPOPCNTDQ" if s.size > 2 else "AVX512_BITALG"
    if s.level == AVX512 and feature in s.target.features:
        return Rule(fit(lambda w, r, x: getattr(w.a, "vpopcnt" + LETTER[s.size])(r, x), width, width), "m")
    if not s.level:
        return None

    def emit(w: VectorWriter, r: Any, x: Any, t: Any, u: Any) -> None:
        a = w.a
        low = w.every(1, 15, width)
        counts = [bin(number).count("1") for number in range(16)]
        logic(w, "and", t, x, low)
        shift(w, "psrlw", u, x, 4)
        logic(w, "and", u, u, low)
        w.load_whole(r, w.sized(w.lanes(1, counts * (width // 16)), width))
        a.vpshufb(t, r, t)
        a.vpshufb(r, r, u)
        a.vpaddb(r, r, t)
        if s.size == 8:
            w.zero(t)
            a.vpsadbw(r, r, t)
        if s.size in (2, 4):
            a.vpmaddubsw(r, r, w.every(1, 1, width))
        if s.size == 4:
            a.vpmaddwd(r, r, w.every(2, 1, width))

    return Rule(fit(emit, *[width] * 4), "r!", floats=2)


MAKERS: dict[str, Callable[[Shape], Rule | None]] = {
    **dict.fromkeys(_INTEGER, _integer),
    **dict.fromkeys(_FLOAT, _float),
    **dict.fromkeys(_BITS, _logic),
    **dict.fromkeys(_PREDICATES, _compare),
    **dict.fromkeys(_FLOAT_PREDICATES, _compare_floats),
    **dict.fromkeys(_SHIFTS, _shift),
    **dict.fromkeys(("imin", "imax", "umin", "umax"), _extremum),
    "mul": _multiply,
    "bnot": _not,
    "select": _select,
    "popcnt": _population,
    "fneg": _sign,
    "fabs": _sign,
    "fsqrt": _unary("sqrt"),
    "fcopysign": _copysign,
    "ffloor": _rounding(FLOOR),
    "fceil": _rounding(CEIL),
    "ftrunc": _rounding(TRUNC),
    "fnearest": _rounding(NEAREST),
    "fma": _fma,
}
