"""The C library's mathematics, as far as it gives the very numbers that this interpreter's `math` gives.

CPython's own functions call the C library's, so compiled code may call the same symbols. Before one is used its results
at a handful of points are compared with the interpreter's, bit by bit; where they differ (a statically linked
interpreter with another library, say) there is no symbol, and the caller goes through the Python function.
"""

from __future__ import annotations

import math
import struct
from functools import cache

from ..errors import LinkError
from ..ir.types import F64
from ..machine.externals import address_of
from .types import FLOAT, INT, Val

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from ..ir.function import Value
    from .lowering import Lowering

POINTS = (
    0.0, -0.0, 1.0, -1.0, 0.5, -0.7, 0.1, 1e-9, -3e-5, 1.5, 2.0, 2.718281828459045, -3.3, 7.25, 10.0, 33.3, -123.456,
    700.1, 1e5, 1e22, -4e18, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308,
)  # fmt: skip


INTS = (0, 1, -1, 3, -60, 100, -1074, 1100, -2200)


def call(L: Lowering, name: str, reference: Callable[..., float], *words: Value) -> Value:
    """Calls a function of the C library on float64s and ints, or the Python function that it should agree with."""
    parameters = tuple([word.type for word in words])
    address = symbol(name, parameters, reference)
    if address is None:
        vals = [Val(FLOAT if word.type == F64 else INT, (word,)) for word in words]
        return L.object_upcall(reference, vals, FLOAT).word
    return L.ccall(name, address, parameters, F64, words)


@cache
def symbol(name: str, parameters: tuple[int, ...], reference: Callable[..., float]) -> int | None:
    """The address of a function, of float64s (F64) and ints (I64), that is seen to compute what the Python one does."""
    try:
        address = address_of(name)
    except LinkError:
        return None
    return address if agrees(function_at(address, parameters), reference, points(parameters)) else None


def function_at(address: int, parameters: tuple[int, ...]) -> Callable[..., float]:
    """A C function that gives a float64, as a Python callable."""
    import ctypes

    types = [ctypes.c_double if parameter == F64 else ctypes.c_int for parameter in parameters]
    function: Any = ctypes.CFUNCTYPE(ctypes.c_double, *types)(address)
    return function  # type: ignore[no-any-return]


def points(parameters: tuple[int, ...]) -> list[tuple[float, ...]]:
    """Arguments to try: all of the points for the first parameter, fewer for each further one."""
    found: list[tuple[float, ...]] = [()]
    for index, parameter in enumerate(parameters):
        choice: tuple[float, ...] = POINTS[:: 1 + 3 * index] if parameter == F64 else INTS
        found = [(*case, point) for case in found for point in choice]
    return found


def agrees(function: Callable[..., float], reference: Callable[..., float], cases: Iterable[tuple[float, ...]]) -> bool:
    """Whether both give the same bits wherever the reference doesn't raise."""
    for case in cases:
        try:
            expected = reference(*case)
        except (ArithmeticError, ValueError):
            continue
        if not same(function(*case), expected):
            return False
    return True


def same(x: float, y: float) -> bool:
    """Whether two floats are the same, the sign of zero included. NaNs are all one."""
    return struct.pack("<d", x) == struct.pack("<d", y) or (math.isnan(x) and math.isnan(y))
