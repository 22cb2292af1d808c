"""What the parts of the vectoriser share: why something can't be done, tables of ops."""

from __future__ import annotations

from ...ir import ops
from ...ir.types import F32, F64, I8, I16, I32, I64, KINDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...ir.function import Block, Memory, Value
    from .inorder import Step

ALIAS = "lanes"
"""The alias class of memory in the frame."""
FLOATS = {F64: KINDS["f64"], F32: KINDS["f32"]}
ELEMENTS = {8: I8, 16: I16, 32: I32, 64: I64}
SMALL = 1 << 46
"""Bound of the elements of sums that have no other."""
HALF = (1 << 31) - 1
FAR = 1 << 61


IN_ORDER = "a sum of floats is computed in order; @jit(fastmath=True) allows any order"
CALLS = "it calls a function"
COSTLY = frozenset((IN_ORDER, CALLS))
"""Why loops aren't spread at first. They are looked at again when no other way was found for them and those around
them, and then what lanes cost more for is done: sums in order (inorder.py), and rare calls (calls.py)."""


class No(Exception):
    """The loop can't be spread over lanes; says why, and at which line."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line
        self.written = False
        """Whether it came up while the loop was written; it may be written in another way."""


class Missing(No):
    """There is no such operation on vectors."""

    def __init__(self, op: int, element: int, line: int) -> None:
        super().__init__(f"this processor has no vectors for {ops.NAMES[op]}", line)


class Access:
    """A load or store: its address moves by `stride` bytes in each iteration; None where it is not affine."""

    __slots__ = ("address", "block", "memory", "place", "store", "stride", "value")

    def __init__(self, value: Value, block: Block, place: int, stride: int | Value | None) -> None:
        self.value = value
        self.block = block
        self.place = place
        self.store = value.op == ops.STORE
        self.memory: Memory = value.attr
        self.address = value.args[1:] if self.store else value.args
        self.stride = stride


class Group:
    """Stores that take turns, `out[2 * i]` and `out[2 * i + 1]`, the lowest first: together they leave no gap. `whole`
    writes integers of their joint size."""

    __slots__ = ("parts", "whole")

    def __init__(self, parts: list[Access]) -> None:
        self.parts = parts
        first = parts[0]
        size = first.memory.kind.size * len(parts)
        self.whole = Access(first.value, first.block, first.place, size)
        self.whole.memory = first.memory._replace(kind=KINDS[f"u{8 * size}"])


class Reduction:
    """A parameter of the head that collects; `how` is a row of REDUCTIONS, or `min` or `max`, or `order` if a scalar
    takes the `steps` of each lane after those of the lane before."""

    __slots__ = ("extension", "how", "param", "steps")

    def __init__(self, param: Value, how: str, extension: int, steps: list[Step]) -> None:
        self.param = param
        self.how = how
        self.extension = extension
        """The op that wraps it to a narrower integer after each step; -1 for none."""
        self.steps = steps


LOW = frozenset((ops.ADD, ops.SUB, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.SHL, ops.ADDO, ops.SUBO, ops.MULO))
"""The low bits of the result depend on the low bits of the operands alone."""

EXTENSIONS = {
    ops.SEXT8: (8, True),
    ops.SEXT16: (16, True),
    ops.SEXT32: (32, True),
    ops.ZEXT8: (8, False),
    ops.ZEXT16: (16, False),
    ops.ZEXT32: (32, False),
}

COMPARED = frozenset((ops.EQ, ops.NE, ops.LT, ops.LE, ops.ULT, ops.ULE))

UNCHECKED = {ops.ADDO: ops.ADD, ops.SUBO: ops.SUB, ops.MULO: ops.MUL}


def next_access(accesses: list[Access], value: Value) -> Access:
    for access in accesses:
        if access.value is value:
            return access
    raise AssertionError
