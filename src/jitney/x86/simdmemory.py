"""How vectors are loaded and stored: rules as in simd.py. `attr` is the name of the kind of memory."""

from __future__ import annotations

from ..machine.types import BOOL, F32, F64, KINDS, SIZES
from .operands import Address, Mem
from .rules import Rule
from .simd import K7, LETTER, Shape, equal, invert, narrow, widen
from .vectors import AVX512
from .vectorwriter import SIZED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .vectorwriter import VectorWriter

FLOATS = (F64, F32)
_new = tuple.__new__


def _transfer(w: VectorWriter, target: Any, source: Any, count: int, word: Any) -> None:
    """`count` bytes between a vector's register and memory. `word` is a free register."""
    a = w.a
    loads = source.__class__ is Mem
    register = w.sized(target if loads else source, max(16, count))
    memory = w.sized(source if loads else target, count)
    prefix = "v" if w.level else ""
    if count >= 16:
        move = w._transfer
    elif count >= 4:
        move = getattr(a, prefix + ("movsd" if count == 8 else "movss"))
    else:
        move = getattr(a, prefix + "movd")
        if loads:
            a.movzx(w.low(word), memory)
            move(register, w.low(word))
        else:
            move(w.low(word), register)
            a.mov(memory, w.half(word))
        return
    if loads:
        move(register, memory)
    else:
        move(memory, register)


def _load(s: Shape) -> Rule:
    if s.element == BOOL:
        return _load_bool(s)
    kind = KINDS[s.attr]
    bytes_ = kind.size * s.lanes
    words = int(bytes_ < 4)
    if kind.size == s.size:
        return Rule(lambda w, r, x, t=None: _transfer(w, r, x, s.bytes, t), "m", words=words)
    if s.level and s.bytes >= 16:

        def direct(w: VectorWriter, r: Any, x: Any) -> None:
            widen(w, w.sized(r, s.width), w.sized(x, bytes_), kind.size, s.size, s.lanes, kind.signed, None)

        return Rule(direct, "m")

    def emit(w: VectorWriter, r: Any, x: Any, *temporaries: Any) -> None:
        _transfer(w, r, x, bytes_, temporaries[0])
        widen(w, r, r, kind.size, s.size, s.lanes, kind.signed, temporaries[-1])

    return Rule(emit, "m", words=words, floats=1)


def _load_bool(s: Shape) -> Rule:
    """Bytes that are true where they are not 0."""
    lanes, width = s.lanes, max(16, s.lanes)

    def masks(w: VectorWriter, r: Any, x: Any, word: Any, t: Any) -> None:
        _transfer(w, t, x, lanes, word)
        t = w.sized(t, width)
        w.a.vptestmb(r, t, t)

    def vectors(w: VectorWriter, r: Any, x: Any, word: Any, t: Any) -> None:
        small, t = w.sized(r, width), w.sized(t, width)
        _transfer(w, r, x, lanes, word)
        w.zero(t)
        equal(w, 1, small, small, t, t)
        invert(w, small, small, t)
        if s.mask_size > 1:
            widen(w, r, small, 1, s.mask_size, lanes, True, t)

    return Rule(masks if s.level == AVX512 else vectors, "m", words=1, floats=1)


def _store(s: Shape) -> Rule:
    if s.source_element == BOOL:
        return _store_bool(s)
    size, kind = s.source_size, KINDS[s.attr]
    bytes_ = kind.size * s.lanes
    if kind.size == size:
        words = int(bytes_ < 4)
        return Rule(lambda w, r, x, memory, t=None: _transfer(w, memory, x, bytes_, t), "r m", words=words)
    if s.level == AVX512 and bytes_ >= 16:

        def direct(w: VectorWriter, r: Any, x: Any, memory: Any) -> None:
            mnemonic = f"vpmov{LETTER[size]}{LETTER[kind.size]}"
            getattr(w.a, mnemonic)(w.sized(memory, bytes_), w.sized(x, s.source_bytes))

        return Rule(direct, "r m")

    def emit(w: VectorWriter, r: Any, x: Any, memory: Any, word: Any, t: Any, u: Any) -> None:
        t, u, x = w.sized(t, s.source_width), w.sized(u, s.source_width), w.sized(x, s.source_width)
        narrow(w, t, x, size, kind.size, s.lanes, False, u)
        _transfer(w, memory, t, bytes_, word)

    return Rule(emit, "r m", words=1, floats=2)


def _store_bool(s: Shape) -> Rule:
    lanes, width = s.lanes, max(16, s.lanes)

    def masks(w: VectorWriter, r: Any, x: Any, memory: Any, word: Any, t: Any) -> None:
        t = w.sized(t, width)
        w.a.vpmovm2b(t, x)
        w.a.vpabsb(t, t)
        _transfer(w, memory, t, lanes, word)

    def vectors(w: VectorWriter, r: Any, x: Any, memory: Any, word: Any, t: Any, u: Any) -> None:
        wide = max(width, s.mask_bytes)
        narrow(w, w.sized(t, wide), w.sized(x, wide), s.mask_size, 1, lanes, True, w.sized(u, wide))
        if s.mask_size == 1:
            w.load_whole(w.sized(t, wide), w.sized(x, wide))
        if s.level:
            w.a.vpabsb(w.sized(t, width), w.sized(t, width))
        else:
            w.a.pand(t, w.every(1, 1, 16))
        _transfer(w, memory, t, lanes, word)

    if s.level == AVX512:
        return Rule(masks, "r m", words=1, floats=1)
    return Rule(vectors, "r m", words=1, floats=2)


# Under masks.


def _lanes_only(w: VectorWriter, mask: Any, lanes: int, size: int) -> Any:
    """The mask register, or K7 with its bits above that many lanes cleared, where a register has more of that size."""
    if 16 // size <= lanes:
        return mask
    w.a.kshiftlq(K7, mask, 64 - lanes)
    w.a.kshiftrq(K7, K7, 64 - lanes)
    return K7


def _vector_mask(w: VectorWriter, s: Shape, size: int, mask: Any, t: Any, u: Any) -> Any:
    """A mask for lanes of `size` below AVX-512: in t unless the mask is right as it is."""
    if s.mask_size > size:
        narrow(w, w.sized(t, s.mask_bytes), w.sized(mask, s.mask_bytes), s.mask_size, size, s.lanes, True, u)
        mask = t
    if size * s.lanes < 16:
        w.a.vmovq(w.sized(t, 16), w.sized(mask, 16))
        mask = t
    return mask


def _masked_stem(size: int, floats: bool) -> str:
    return f"vmaskmovp{'d' if size == 8 else 's'}" if floats else "vpmaskmov" + LETTER[size]


def _load_masked(s: Shape) -> Rule | None:
    kind = KINDS[s.attr]
    size = kind.size
    if s.level == AVX512:
        stem = f"vpmov{'s' if kind.signed else 'z'}x{LETTER[size]}{LETTER[s.size]}"
        if size == s.size:
            stem = f"vmovup{'d' if size == 8 else 's'}" if size >= 4 else f"vmovdqu{8 * size}"

        def masks(w: VectorWriter, r: Any, memory: Any, mask: Any) -> None:
            from .operands import z

            mask = _lanes_only(w, mask, s.lanes, s.size)
            count = size * s.width // s.size
            getattr(w.a, stem)(w.sized(r, s.width)(mask, z), w.sized(memory, count))

        return Rule(masks, "m r")
    if not s.level or size < 4 or size < s.size:
        return None

    def vectors(w: VectorWriter, r: Any, memory: Any, mask: Any, t: Any, u: Any) -> None:
        mask = _vector_mask(w, s, size, mask, t, u)
        stem = _masked_stem(size, s.element in FLOATS)
        getattr(w.a, stem)(w.sized(r, s.width), w.sized(mask, s.width), w.sized(memory, s.width))

    return Rule(vectors, "m r", floats=2)


def _store_masked(s: Shape) -> Rule | None:
    kind = KINDS[s.attr]
    size, from_ = kind.size, s.source_size
    if s.level == AVX512:
        stem = f"vpmov{LETTER[from_]}{LETTER[size]}"
        if size == from_:
            stem = f"vmovup{'d' if size == 8 else 's'}" if size >= 4 else f"vmovdqu{8 * size}"

        def masks(w: VectorWriter, r: Any, x: Any, memory: Any, mask: Any) -> None:
            mask = _lanes_only(w, mask, s.lanes, from_)
            count = s.source_width if size == from_ else size * s.source_width // from_
            getattr(w.a, stem)(w.sized(memory, count)(mask), w.sized(x, s.source_width))

        return Rule(masks, "r m r")
    if not s.level or size < 4 or size < from_:
        return None

    def vectors(w: VectorWriter, r: Any, x: Any, memory: Any, mask: Any, t: Any, u: Any) -> None:
        mask = _vector_mask(w, s, size, mask, t, u)
        stem = _masked_stem(size, s.source_element in FLOATS)
        getattr(w.a, stem)(w.sized(memory, s.source_width), w.sized(mask, s.source_width), w.sized(x, s.source_width))

    return Rule(vectors, "r m r", floats=2)


# Gathers and scatters. `attr` is the name of the kind, and the element of the indices.


def _indexed(w: VectorWriter, memory: Any, index: int, lanes: int) -> Any:
    """The memory operand, its index a register as wide as the indices."""
    base, register, scale, displacement, symbol = memory[1]
    wide = SIZED[max(16, SIZES[index] * lanes)][register.number]
    from .operands import ptr

    return _new(Mem, (ptr, _new(Address, (base, wide, scale, displacement, symbol)), None))


def _gather_stem(gathers: str, kind: Any, index: int) -> str:
    data = {"f64": "pd", "f32": "ps"}.get(kind.name) or LETTER[kind.size]
    return f"v{'' if data in ('pd', 'ps') else 'p'}{gathers}{LETTER[SIZES[index]]}{data}"


def _gather(s: Shape) -> Rule | None:
    name, index = s.attr
    kind = KINDS[name]
    if not s.level or kind.size < 4:
        return None
    width = max(16, kind.size * s.lanes)
    stem = _gather_stem("gather", kind, index)
    few = max(kind.size, SIZES[index]) * s.lanes < 16  # the instruction has more lanes

    def emit(w: VectorWriter, r: Any, memory: Any, mask: Any, *temporaries: Any) -> None:
        low = w.sized(r, width)
        place = _indexed(w, memory, index, s.lanes)
        if s.level == AVX512:
            if _lanes_only(w, mask, s.lanes, max(kind.size, SIZES[index])) is mask:
                w.move_mask(K7, mask)
            w.zero(r)
            getattr(w.a, stem)(low(K7), place)
        else:
            t, u = temporaries
            if _vector_mask(w, s, kind.size, mask, t, u) is not t:
                w.load_whole(w.sized(t, width), w.sized(mask, width))
            if few:
                w.a.vmovq(w.sized(t, 16), w.sized(t, 16))
            w.zero(r)
            getattr(w.a, stem)(low, place, w.sized(t, width))
        if kind.size < s.size:
            widen(w, r, low, kind.size, s.size, s.lanes, kind.signed, None)

    return Rule(emit, "m! r", floats=0 if s.level == AVX512 else 2)


def _scatter(s: Shape) -> Rule | None:
    name, index = s.attr
    kind = KINDS[name]
    if s.level < AVX512 or kind.size < 4:
        return None
    width = max(16, kind.size * s.lanes)
    stem = _gather_stem("scatter", kind, index)

    def emit(w: VectorWriter, r: Any, x: Any, memory: Any, mask: Any, *temporaries: Any) -> None:
        if _lanes_only(w, mask, s.lanes, max(kind.size, SIZES[index])) is mask:
            w.move_mask(K7, mask)
        if kind.size < s.source_size:
            (t,) = temporaries
            narrow(w, t, w.sized(x, s.source_bytes), s.source_size, kind.size, s.lanes, False, None)
            x = t
        getattr(w.a, stem)(_indexed(w, memory, index, s.lanes)(K7), w.sized(x, width))

    return Rule(emit, "r m r", floats=int(kind.size < s.source_size))


MAKERS: dict[str, Callable[[Shape], Rule | None]] = {
    "load": _load,
    "store": _store,
    "mload": _load_masked,
    "mstore": _store_masked,
    "gather": _gather,
    "scatter": _scatter,
}
