"""The types of IR values: what a register may hold. What a Python value is made of is the front end's business.

A type is `element + 16 * log2(lanes)`: one lane is a scalar; 2 to 64 lanes are a vector, whose lanes lie side by side
in one register, the first lowest. A vector of BOOL is a mask.
"""

from __future__ import annotations

I64, F64, F32, BOOL, NONE = range(5)
"""A word; a float64; a float32; a truth value, 0 or 1 in a whole register; and what ops without a result have."""

I32, I16, I8 = range(5, 8)
"""Integers that exist in vectors only."""

FIRST_VECTOR = 16
"""Types from here on are vectors."""

_ELEMENTS = ("i64", "f64", "f32", "bool", "none", "i32", "i16", "i8")
NAMES = tuple(
    [(*_ELEMENTS, *[""] * 8)[type & 15] + (f"x{1 << (type >> 4)}" if type > 15 else "") for type in range(7 * 16)]
)
"""By type: `i64`, `f32x8`."""
LETTERS = "ifsb"

MIN, MAX = -(1 << 63), (1 << 63) - 1
"""The bounds of a word read as signed."""

WORD = (1 << 64) - 1


SIZES = (8, 8, 4, 0, 0, 4, 2, 1)
"""Bytes of a lane, by element. Those of a mask are the target's business."""


def vector(element: int, lanes: int) -> int:
    """The type of `lanes` elements; of one, the element itself."""
    return element + 16 * (lanes.bit_length() - 1)


def element_of(type: int) -> int:
    return type & 15


def lanes_of(type: int) -> int:
    return 1 << (type >> 4)


def bytes_of(type: int) -> int:
    """How many bytes of a register the lanes take, if it is no mask."""
    return SIZES[type & 15] << (type >> 4)


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
