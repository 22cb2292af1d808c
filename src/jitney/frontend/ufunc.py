"""Calls of NumPy's inner loops on scalars, for what NumPy computes to bits of its own."""

from __future__ import annotations

import sys

from ..calls.ufunc import DIMENSIONS, STEPS, inner_loop
from ..ir.function import Memory
from ..ir.types import I64, KINDS, NONE
from .types import SCALARS, Val, tuple_items, tuple_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Value
    from .lowering import Lowering
    from .types import Scalar, Type

LETTERS: dict[Scalar, str] = {
    SCALARS[dtype]: letter
    for dtype, letter in {
        "bool": "?", "int8": "b", "int16": "h", "int32": "i", "int64": "l",
        "uint8": "B", "uint16": "H", "uint32": "I", "uint64": "L", "float32": "f", "float64": "d",
    }.items()
}  # fmt: skip
"""How types are written in `ufunc.types`."""

_POINTER = KINDS["u64"]
_ALIAS = "frame"


def numpy_function(name: str) -> Any:
    """NumPy's function of that name. Where a program has NumPy scalars, NumPy is loaded."""
    return getattr(sys.modules["numpy"], name)


def call_ufunc(
    L: Lowering, ufunc: Any, taken: list[Scalar], words: list[Value], vals: list[Val], given: list[Scalar]
) -> list[Val]:
    """The results of a ufunc by its loop from types to types; `vals` are what the words were made of."""
    types = [*taken, *given]
    letters = [LETTERS[type] for type in types]
    loop = inner_loop(ufunc, f"{''.join(letters[: len(taken)])}->{''.join(letters[len(taken) :])}")
    if loop is None:
        result: Type = given[0] if len(given) == 1 else tuple_of(tuple(given))
        value = L.object_upcall(ufunc, vals, result)
        return [value] if len(given) == 1 else tuple_items(value)
    if loop.plain:
        parameters, word = tuple([type.words[0] for type in taken]), given[0].words[0]
        result_word = L.ccall(f"numpy.{ufunc.__name__}", loop.data, parameters, word, tuple(words), pure=True)
        return [Val(given[0], (result_word,))]
    b = L.b
    count = len(types)
    # The frame holds the items, 8 bytes for each, then their addresses.
    frame = b.frame(16 * count)
    for index, (type, item) in enumerate(zip(taken, words, strict=True)):
        b.store(Memory(type.memory, 1, 8 * index, _ALIAS), item, frame)
    for index in range(count):
        b.store(Memory(_POINTER, 1, 8 * (count + index), _ALIAS), b.add(frame, b.word(8 * index)), frame)
    L.ccall(
        f"numpy.{ufunc.__name__}",
        loop.address,
        (I64, I64, I64, I64),
        NONE,
        (b.add(frame, b.word(8 * count)), b.word(DIMENSIONS), b.word(STEPS), b.word(loop.data)),
        pure=False,
    )
    return [
        Val(type, (b.load(Memory(type.memory, 1, 8 * index, _ALIAS), frame),))
        for index, type in enumerate(given, len(taken))
    ]
