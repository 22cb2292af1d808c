"""Operators on bytes, bytearrays, memoryviews and array.arrays: concatenation, comparison, `in`.

Bytes are compared and searched by the C library; the rest is left to the interpreter.
"""

from __future__ import annotations

import operator

from ..ir.types import I64
from ..machine.externals import address_of
from .types import BOOL, INT, Buffer, Scalar, Val, buffer_of, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from ..ir.builder import Builder
    from ..ir.function import Value
    from .lowering import Lowering


def binary(L: Lowering, op: str, a: Val, b: Val) -> Val | None:
    """a + b or a * n of bytes, bytearrays and array.arrays, which the interpreter makes; None for anything else."""
    s, t = a.type, b.type
    if op == "add" and isinstance(s, Buffer) and isinstance(t, Buffer) and s.kind != "memoryview":
        result, function = s, operator.add
    elif (
        op == "mul"
        and isinstance(s, Buffer)
        and s.kind != "memoryview"
        and (t in (INT, BOOL) or (isinstance(t, Scalar) and t.kind in "iu"))
    ):
        result, function = s, operator.mul
    elif op == "mul" and isinstance(t, Buffer) and t.kind != "memoryview" and (s in (INT, BOOL)):
        result, function = t, operator.mul
    else:
        return None
    kind = buffer_of(result.kind, result.code, result.kind == "bytes", result.kind != "bytes", True)
    return L.object_upcall(function, [a, b], kind)


def compare(L: Lowering, op: str, a: Val, other: Val) -> Value:
    """a == other and the like."""
    s, t = a.type, other.type
    assert isinstance(s, Buffer) and isinstance(t, Buffer)
    b = L.b
    bytewise = s.kind in _BYTES and t.kind in _BYTES
    if s.kind == "memoryview" or t.kind == "memoryview":
        bytewise = op in ("eq", "ne") and s.code == "B" and t.code == "B"
    elif "array" in (s.kind, t.kind) and s.kind != t.kind and op in ("eq", "ne"):
        return b.bool(op == "ne")
    if not bytewise:
        return L.object_upcall(getattr(operator, op), [a, other], BOOL).word
    x, y = a.words[1], other.words[1]
    shorter = b.select(b.lt(x, y), x, y)
    order = _c_call(L, "memcmp", (a.words[0], other.words[0], shorter))
    order = b.extend(order, 32, True)
    difference = b.select(b.eq(order, b.zero), b.sub(x, y), order)
    return _SIGNS[op](b, difference)


_BYTES = ("bytes", "bytearray")
_SIGNS: dict[str, Callable[[Builder, Value], Value]] = {
    "eq": lambda b, sign: b.eq(sign, b.zero),
    "ne": lambda b, sign: b.ne(sign, b.zero),
    "lt": lambda b, sign: b.lt(sign, b.zero),
    "le": lambda b, sign: b.le(sign, b.zero),
    "gt": lambda b, sign: b.lt(b.zero, sign),
    "ge": lambda b, sign: b.le(b.zero, sign),
}
"""What a comparison makes of the sign of a difference."""


def contains(L: Lowering, where: Val, item: Val) -> Value:
    """item in where"""
    type, b = where.type, L.b
    if isinstance(type, Buffer) and type.kind in _BYTES and item.type in (INT, BOOL):
        word = L.to_int_word(item)
        inside = b.ult(word, b.word(256))
        b.guard(inside, L.raises(_contains_byte, item))
        return b.ne(_c_call(L, "memchr", (where.words[0], word, where.words[1])), b.zero)
    if isinstance(type, Buffer) or (type.ndim == 1 and is_number(item.type)):  # type: ignore[attr-defined]
        return L.object_upcall(operator.contains, [where, item], BOOL).word
    return L.unsupported(f"'in' on {type.name}", "write a loop")


def _contains_byte(number: int) -> bool:
    return operator.contains(b"", number)


def _c_call(L: Lowering, name: str, words: tuple[Value, ...]) -> Value:
    """A function of the C library on memory that others may change."""
    return L.ccall(name, address_of(name), (I64,) * len(words), I64, words, pure=False)
