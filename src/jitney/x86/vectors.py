"""What vectors the processor has: facts for passes that choose them. How they are computed is the back end's business.

Three levels: AVX-512 (with DQ, BW and VL, as in the x86-64-v4 of the psABI), AVX2 and SSE2.
"""

from __future__ import annotations

from functools import lru_cache

from ..machine.types import BOOL, F32, F64, I8, I16, I32, I64, SIZES
from . import cpu

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

SSE2, AVX2, AVX512 = range(3)
WIDTHS = (16, 32, 64)
"""Bytes of the widest vectors at each level."""

LETTERS = {"q": I64, "d": I32, "w": I16, "b": I8, "f": F64, "s": F32, "m": BOOL}

# By op: the elements of its (first) operand, with the result's where it converts, for SSE2 / and more for AVX2 / and
# more for AVX-512. Those of a load, of `splat` and `lanes` are the result's, those of a store the value's.
_TABLE = """
add sub mul and or xor eq ne lt le ult ule imin imax umin umax lanes | q d w b
shl sar shr                          | q d w b
popcnt                               | / q d w b
band bor bxor bnot any all maskbits masklow | m
select splat extract load store      | q d w b f s m
feq fne flt fle fadd fsub fmul fdiv fneg fabs fsqrt fcopysign | f s
ffloor fceil ftrunc fnearest fma     | / f s
b2i                                  | mq md mw mb
i2f u2f                              | qf df
i2s                                  | ds / / qs
u2s                                  | / / qs ds
f2s                                  | fs
s2f                                  | sf
f2i                                  | fd sd / / fq sq
fbits                                | fq
ifbits                               | qf
sbits                                | sd
isbits                               | ds
widen_s widen_u                      | dq wq bq wd bd bw
narrow                               | qd qw qb dw db wb
reverse                              | q d f s / w b
follow                               | / q d w b f s
shuffle                              | q d f s / w b
reduce                               | q d w b f s
mload mstore                         | / q d f s / w b
gather                               | / q d f s
scatter                              | / / q d f s
"""


class VectorUnit:
    """`level`, and `vector_bytes`, the bytes of the widest vector: 16, 32 or 64. `names` are those of ops by code."""

    def __init__(self, names: Sequence[str], features: frozenset[str]) -> None:
        self.level = level_of(features)
        self.vector_bytes = WIDTHS[self.level]
        self._pairs: dict[int, set[tuple[int, int]]] = {}  # by op: elements of operand and result, -1 for the same
        codes = {name: code for code, name in enumerate(names)}
        for row in _TABLE.strip().splitlines():
            row_names, _, cells = row.partition("|")
            found = {
                (LETTERS[pair[0]], LETTERS[pair[1]] if len(pair) > 1 else -1)
                for cell in cells.split("/")[: 1 + self.level]
                for pair in cell.split()
            }
            for name in row_names.split():
                self._pairs[codes[name]] = found

    def has_vector(self, op: int, element: int, lanes: int, to: int = -1) -> bool:
        """Whether there is code for the op on `lanes` lanes. `element` is that of its (first) operand, of its result
        for loads, SPLAT and `lanes`, of the value for stores; `to` the result's of conversions.

        Counts of SHL, SAR and SHR are meant to be splats: see `has_lane_shifts`. Loads and stores of masks are of
        bools; masked ones below AVX-512 don't change the size; gathers and scatters are from elements of 4 or 8 bytes.
        """
        if lanes < 2 or lanes * max(SIZES[element], SIZES[to] if to >= 0 else 0, 1) > self.vector_bytes:
            return False
        return (element, to) in self._pairs.get(op, ())

    def has_lane_shifts(self, element: int) -> bool:
        """Whether each lane can have its own count."""
        return element in (I64, I32, I16)[: (0, 2, 3)[self.level]]


def level_of(features: frozenset[str]) -> int:
    if {"AVX512F", "AVX512DQ", "AVX512BW", "AVX512VL"} <= features:
        return AVX512
    return AVX2 if {"AVX2", "FMA"} <= features else SSE2


@lru_cache(maxsize=1)
def vector_unit(names: tuple[str, ...]) -> VectorUnit:
    """That of the processor as compiled functions use it, for ops with these names."""
    return VectorUnit(names, cpu.chosen())
