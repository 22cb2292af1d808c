"""Rotations: two shifts of one word, to the left and to the right, that make up its width together.

`x << k | x >> 64 - k` is one of 64 bits. Of a word below 2**32, `(x << k) % 2**32 | x >> 32 - k`, and the whole modulo
2**32, are of 32 bits.
"""

from __future__ import annotations

from ..ir import ops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.function import Value

    Alone = Callable[[Value, int], bool]
    """Whether a value is of that op, and nobody else needs it."""


ROOTS = (ops.OR, ops.AND, ops.ZEXT32)
"""What a rotation may end in."""


def rotation(value: Value, alone: Alone) -> tuple[int, tuple[Value, ...], list[Value]] | None:
    """Of an operation of ROOTS: the bits, the word and the count by which it is rotated to the left, and the operations
    that are part of it; None if it is no rotation."""
    gone: list[Value] = []
    either = value
    if value.op != ops.OR:
        either = value.args[0]
        if not (is_low_half(value) and alone(either, ops.OR)):
            return None
        gone.append(either)
    left, right = either.args
    if left.op == ops.SAR or left.op == ops.SHR:
        left, right = right, left
    if not gone and is_low_half(left) and alone(left, left.op):
        gone.append(left)
        left = left.args[0]
    bits = 32 if gone else 64
    if not (alone(left, ops.SHL) and (alone(right, ops.SHR) or alone(right, ops.SAR))):
        return None
    (x, by), (y, back) = left.args, right.args
    if x is not y or by.op != ops.CONST or back.op != ops.CONST or (by.attr & 63) + (back.attr & 63) != bits:
        return None
    fits = 0 <= x.lo <= x.hi < 1 << 32 if bits == 32 else right.op == ops.SHR or x.lo >= 0
    return (bits, left.args, [*gone, left, right]) if fits else None


def is_low_half(value: Value) -> bool:
    """Whether the value is the low 32 bits of its first operand."""
    if value.op == ops.AND:
        return value.args[1].op == ops.CONST and value.args[1].attr == 0xFFFF_FFFF
    return value.op == ops.ZEXT32
