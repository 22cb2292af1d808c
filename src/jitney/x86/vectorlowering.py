"""x86-64 for functions that have vectors: more registers, wider moves, and rules for vectors beside those of scalars.

Locations 32 to 47 are xmm16 to xmm31, which only vectors use; 48 to 55 are k0 to k7.
"""

from __future__ import annotations

from functools import lru_cache

from ..machine.types import BOOL, F32, F64, FIRST_VECTOR, NAMES, SIZES, element_of, lanes_of
from . import abi
from .lowering import Lowering
from .operands import REGISTERS
from .vectors import AVX512, WIDTHS, level_of
from .vectorwriter import VectorWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .rules import Rule

WORDS, FLOATS, VECTOR, MASK = range(4)
HIGH = tuple(range(32, 48))
FIRST_MASK = 48
MASKS = tuple(range(FIRST_MASK + 1, FIRST_MASK + 7))
"""Those that are allocated: k7 is the scratch register, and k0 can't be a predicate."""
MASK_SCRATCH = FIRST_MASK + 7


class VectorLowering(Lowering):
    registers = (
        *abi.LOCATIONS,
        *[REGISTERS[f"xmm{number}"] for number in range(16, 32)],
        *[REGISTERS[f"k{number}"] for number in range(8)],
    )
    register_count = len(registers)
    kinds = (WORDS,) * 16 + (VECTOR,) * 32 + (MASK,) * 8
    scratches = (abi.WORD_SCRATCH, abi.FLOAT_SCRATCH, abi.FLOAT_SCRATCH, MASK_SCRATCH)

    def __init__(self, features: frozenset[str], registers: int, wide: int) -> None:
        super().__init__(features, registers)
        self.level = level_of(features)
        self.wide = wide
        self.vector_bytes = WIDTHS[self.level]
        masks: tuple[int, ...] = ()
        vectors: tuple[int, ...] = abi.FLOAT_ORDER
        if self.level == AVX512:
            masks = MASKS
            vectors += HIGH
            self.caller_saved = (*abi.CALLER_SAVED, *HIGH, *masks)
        self.orders = (*self.orders, vectors[:registers], masks[:registers])
        self.classes = tuple([self._class(type) for type in range(len(NAMES))])
        self._rules: dict[Any, Rule | None] = {}

    def _class(self, type: int) -> int:
        if type < FIRST_VECTOR:
            return FLOATS if type in (F64, F32) else WORDS
        return MASK if element_of(type) == BOOL and self.level == AVX512 else VECTOR

    def bytes_of(self, type: int) -> int:
        """How much of a register a vector takes."""
        return bytes_of(type, self.level)

    def vector_rule(self, op: str, type: int, source: int, attr: Any = None) -> Rule | None:
        """The rule for an op with a result of `type`, first operand of type `source`, and what else tells it apart."""
        key = (op, type, source, attr)
        if key not in self._rules:
            from .simd import make

            self._rules[key] = make(self, op, type, source, attr)
        return self._rules[key]

    def writer(self, externals: dict[str, int]) -> VectorWriter:
        return VectorWriter(self, externals)


def bytes_of(type: int, level: int) -> int:
    """Masks in vectors have the widest lanes that fit, up to 8 bytes."""
    element, lanes = element_of(type), lanes_of(type)
    return min(8 * lanes, WIDTHS[level]) if element == BOOL else SIZES[element] * lanes


def widest(features: frozenset[str], types: set[int]) -> int:
    """The bytes of the widest register that vectors of these types take."""
    level = level_of(features)
    masks = level == AVX512
    return max([16, *[bytes_of(type, level) for type in types if not (masks and element_of(type) == BOOL)]])


@lru_cache(maxsize=32)
def vector_lowering(features: frozenset[str], registers: int, wide: int) -> VectorLowering:
    return VectorLowering(features, registers, wide)
