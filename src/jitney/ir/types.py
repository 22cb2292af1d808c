"""The types of IR values: what a register may hold. What a Python value is made of is the front end's business."""

from __future__ import annotations

I64, F64, F32, BOOL, NONE = range(5)
"""A word; a float64; a float32; a truth value, 0 or 1 in a whole register; and what ops without a result have."""

NAMES = ("i64", "f64", "f32", "bool", "none")
LETTERS = "ifsb"

MIN, MAX = -(1 << 63), (1 << 63) - 1
"""The bounds of a word read as signed."""

WORD = (1 << 64) - 1


def is_float(type: int) -> bool:
    return type == F64 or type == F32


def signed(value: int) -> int:
    """`value` modulo 2**64, as a signed word."""
    value &= WORD
    return value - (1 << 64) if value >> 63 else value


class MemoryKind:
    """How a value lies in memory: `name` as in text form, its `size` in bytes, the IR `type` that a load gives."""

    __slots__ = ("name", "signed", "size", "type")

    def __init__(self, name: str, size: int, type: int, signed: bool) -> None:
        self.name = name
        self.size = size
        self.type = type
        self.signed = signed

    def __repr__(self) -> str:
        return self.name


KINDS = {
    kind.name: kind
    for kind in (
        MemoryKind("i8", 1, I64, True),
        MemoryKind("u8", 1, I64, False),
        MemoryKind("i16", 2, I64, True),
        MemoryKind("u16", 2, I64, False),
        MemoryKind("i32", 4, I64, True),
        MemoryKind("u32", 4, I64, False),
        MemoryKind("i64", 8, I64, True),
        MemoryKind("u64", 8, I64, False),
        MemoryKind("f32", 4, F32, True),
        MemoryKind("f64", 8, F64, True),
        MemoryKind("bool", 1, BOOL, False),  # loads give 1 for any byte but 0
    )
}
