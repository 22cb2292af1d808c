"""Draw operands for a form of the instruction table: all registers of a class, edges of addresses and immediates."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from jitney.x86.encoder import encoder
from jitney.x86.forms import IMMEDIATES, Form, kinds
from jitney.x86.operands import (
    MEMORY_TYPES,
    REGISTERS,
    SIZES,
    SWIZZLES,
    Address,
    Conversion,
    Mem,
    Reg,
    eh,
    ptr,
    rd,
    rd_sae,
    rn,
    rn_sae,
    ru,
    ru_sae,
    rz,
    rz_sae,
    sae,
    z,
)

BY_KIND: dict[str, list[Reg]] = {}
for _register in REGISTERS.values():
    BY_KIND.setdefault(_register.kind, []).append(_register)
SIZE_BY_KIND = {size.kind: size for size in SIZES.values()}
SEGMENTS = ("fs", "gs", "es", "cs", "ss", "ds")
MASKS = [REGISTERS[f"k{number}"] for number in range(1, 8)]
BITS = {"imm8": 8, "imm16": 16, "imm32": 32, "imm64": 64, "imm4": 4, "simm8": 8, "simm32": 32}


class Dealer(random.Random):
    """Random choices that come like cards: each once before any comes again."""

    def __init__(self, seed: object) -> None:
        super().__init__(seed)  # type: ignore[arg-type]
        self.decks: dict[object, list[int]] = {}

    def deal(self, cards: Sequence[Any], what: object) -> Any:
        """One of the cards; `what` tells for what, as each purpose and number of cards has a deck of its own."""
        deck = self.decks.setdefault((what, len(cards)), [])
        if not deck:
            deck += range(len(cards))
            self.shuffle(deck)
        return cards[deck.pop()]


def marks(form: Form) -> list[tuple[Conversion, ...]]:
    """Every combination of conversion and eviction hint that a form of MVEX takes, none first."""
    text = ", ".join(form.operands)
    found = [(mark,) for mark in SWIZZLES if "{swizzle}" in text]
    found += [(mark,) for mark in MEMORY_TYPES if mark.name in text]
    if "{eh}" in text:
        found += [(*combination, eh) for combination in ((), *found) if not set(combination) & set(SWIZZLES)]
    return [(), *found]


def draw(form: Form, rng: Dealer, marks: tuple[Conversion, ...] = ()) -> tuple[Any, ...]:
    """Operands that fit `form`, now and then with those that can be left out, with these conversions and hints."""
    encode = encoder(form)
    taken: set[int] = set()
    use_memory = form.memory_bits is not None and (rng.random() < 0.6 or _memory_only(form))
    if form.rounding and rng.random() < 0.4 and not _memory_only(form):
        use_memory = False
    if marks:
        use_memory = marks[0] not in SWIZZLES
    operands: list[Any] = []
    low_only = False
    complete = len(form.explicit) < len(form.operands) and rng.random() < 0.25
    for position, text in enumerate(form.operands):
        if position not in form.explicit:
            operands += [implied(text, encode.address_size, rng)] if complete else []
            continue
        body, _, decorators = text.partition("{")
        base = body.split("/")[0]
        operand: Any
        if base in IMMEDIATES:
            operand = immediate(base, encode.operand_bits, rng)
        elif base == "1":
            operand = 1
        elif base in ("rel8", "rel16", "rel32"):
            raise NotImplementedError("branches are drawn by their own test")
        elif base.startswith("moffs"):
            operand = SIZE_BY_KIND["m" + base[5:]][
                rng.deal((0, 1, 0x1122334455667788, (1 << 64) - 1, rng.getrandbits(64)), "moffs")
            ]
        elif use_memory and form.accepts[position] & {"m", "m+x", "m+y", "m+z"}:
            operand = memory(form, text, rng, taken, marks)
        else:
            accepted = sorted(kind for kind in form.accepts[position] if kind in BY_KIND)
            choices = [register for kind in accepted for register in BY_KIND[kind] if "mem" not in kind]
            if form.notes & {"r64=r32", "r16=r32"}:
                choices = [register for register in choices if register.family not in ("r64", "r16")]
            if low_only:
                choices = [register for register in choices if not register.rex and register.number < 8]
            if encode.w or (text == "Sreg" and position == 0):
                choices = [register for register in choices if register.rex != 2 and register.name != "cs"]
            if form.notes & {"distinct", "own-dest"}:
                choices = [register for register in choices if register.number not in taken]
            operand = rng.deal(choices, position)
            taken.add(operand.number)
            for mark in marks:
                if mark.name in text or (mark in SWIZZLES and "{swizzle}" in text):
                    operand = operand(mark)
            if operand.rex == 2:  # ah and its like go with nothing that needs a REX prefix
                low_only = True
        if "{k1}" in "{" + decorators or "{k2}" in "{" + decorators:
            if "k!" in form.notes or rng.random() < 0.6:
                zeroing = z if "{z" in decorators and isinstance(operand, Reg) and rng.random() < 0.5 else None
                operand = operand(rng.deal(MASKS, "mask"), zeroing)
        operands.append(operand)
    if low_only and not all(_without_rex(operand) for operand in operands):
        return draw(form, rng)
    if form.rounding and not use_memory and not marks and rng.random() < 0.5:
        modes = (rn_sae, rd_sae, ru_sae, rz_sae) + (rn, rd, ru, rz) * (form.encoding == "MVEX")
        operands.append(sae if form.rounding == "sae" else rng.deal(modes, "rounding"))
    return tuple(operands)


def implied(text: str, address_32: bool, rng: Dealer) -> Any:
    """An operand that can be left out, such as `<xmm0>` or `<m8 ds:rsi>`, whose segment is a matter of choice."""
    size, _, place = text[1:-1].partition(" ")
    if not place:
        return REGISTERS["st0" if size == "st(0)" else size]
    segment, _, base = place.partition(":")
    name = base.partition("+")[0]
    register = REGISTERS[f"e{name[1:]}" if address_32 else name]
    address = tuple.__new__(Address, (register, None, 1, 0, None))
    memory = SIZE_BY_KIND.get(size, ptr)
    if segment == "ds" and rng.random() < 0.5:
        return memory[REGISTERS[rng.deal(SEGMENTS, "segment")] : address]
    return memory[address]


def _without_rex(operand: Any) -> bool:
    if isinstance(operand, Reg):
        return operand.rex != 1 and operand.number < 8
    if isinstance(operand, Mem):
        return all(part is None or part.number < 8 or part.family == "rip" for part in operand.address[:2])
    return True


def _memory_only(form: Form) -> bool:
    return any(
        form.accepts[n] & {"m", "m+x", "m+y", "m+z"} and not any(kind in BY_KIND for kind in form.accepts[n])
        for n in form.explicit
    )


def immediate(kind: str, operand_bits: int, rng: Dealer) -> int:
    bits = BITS[kind]
    if kind == "imm4":
        return rng.randrange(16)
    if kind[0] == "s":
        values = [0, 1, -1, -(1 << bits - 1), (1 << bits - 1) - 1, rng.randrange(-(1 << bits - 1), 1 << bits - 1)]
        values += [(1 << operand_bits) - 1, (1 << operand_bits) - (1 << bits - 1)]
    else:
        values = [0, 1, -1, -(1 << bits - 1), (1 << bits) - 1, rng.getrandbits(bits)]
    return rng.deal(values, kind)


def memory(form: Form, text: str, rng: Dealer, taken: set[int], marks: tuple[Conversion, ...] = ()) -> Any:
    encode = encoder(form)
    body = text.partition("{")[0]
    size = ptr
    unit = encode.unit
    wanted = [kind for kind in kinds(text, True) if kind in SIZE_BY_KIND and kind != "m"]
    broadcast = sorted(kind for kind in wanted if kind[0] == "b")
    types = [mark for mark in marks if mark in MEMORY_TYPES]
    unit //= types[0].divisor if types else 1
    if types and types[0].name in text:  # else a store, which converts its register
        bits = (form.memory_bits or 32) // types[0].divisor
        size = rng.choice((ptr, SIZE_BY_KIND.get(f"m{bits}", ptr)))
    elif broadcast and not types and rng.random() < 0.4:
        size = SIZE_BY_KIND[broadcast[0] if len(broadcast) == 1 else rng.choice(broadcast)]
        unit = size.bits // 8
        size = size.to(encode.unit // unit)
    elif len(wanted) - len(broadcast) == 1 and rng.random() < 0.9:
        size = SIZE_BY_KIND[next(kind for kind in wanted if kind[0] == "m")]
    vector = body[-1] if body.startswith("vm") else ""
    width = "r32" if encode.address_size or (rng.random() < 0.1 and not encode.address_64) else "r64"
    bases = [r for r in REGISTERS.values() if r.family == width]
    edges = [0, 0, 1, -1, unit, 0x7FFFFFFF, -0x80000000, rng.randrange(-(1 << 31), 1 << 31)]
    edges += [edge * step for edge in (127, 128, -128, -129) for step in (1, unit)]
    displacement = rng.deal(edges, "displacement")
    base = rng.deal(bases, "base") if rng.random() < 0.9 else None
    index = None
    scale = 1
    if vector:
        choices = [
            r for r in REGISTERS.values()
            if r.name.startswith(vector + "mm") and r.number not in taken
            and (r.number < 16 or form.encoding in ("EVEX", "MVEX"))
        ]  # fmt: skip
        index = rng.deal(choices, "index")
        taken.add(index.number)
        scale = rng.deal((1, 2, 4, 8), "scale")
    elif rng.random() < 0.5:
        index = rng.deal([r for r in bases if r.number != 4], "index")
        scale = rng.deal((1, 2, 4, 8), "scale")
    elif base is not None and rng.random() < 0.12 and width == "r64" and not encode.sib and not encode.no_rip:
        base = REGISTERS["rip"]
    if base is None and index is None and encode.address_size:
        base = bases[0]
    address = tuple.__new__(Address, (base, index, scale, displacement, None))
    operand = size[REGISTERS[rng.deal(SEGMENTS, "segment")] : address] if rng.random() < 0.1 else size[address]
    for mark in marks:
        if mark.name in text:
            operand = operand(mark)
    return operand
