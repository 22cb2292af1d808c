"""Functions of NumPy that look at a whole array: totals, sorting, products. NumPy does the work, as Python calls it."""

from __future__ import annotations

import sys

from ..types import INT, SCALARS, Array, Scalar, Tuple, Val, tuple_items
from . import lowers
from .arrays import made
from .methods import TOTALS, total

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..lowering import Lowering
    from ..types import Type

np = sys.modules["numpy"]


def _array(L: Lowering, name: str, value: Val, most: int = 64) -> Array:
    """The type of an argument, which is to be an array of at most so many dimensions, at least one."""
    type = value.type
    if not isinstance(type, Array) or not 0 < type.ndim <= most:
        L.unsupported(f"np.{name} of {type.name}")
    return type


def _total(name: str) -> None:
    method = total(name)

    @lowers(getattr(np, name))
    def rule(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        if len(arguments) != 1 or keywords or not isinstance(arguments[0].type, Array):
            L.unsupported(f"np.{name} of anything but an array alone")
        return method(L, arguments[0], [], {})


for _name in TOTALS:
    _total(_name)


def _of_one(name: str, result: Callable[[Scalar], Type]) -> None:
    """A function of an array of one dimension."""
    function = getattr(np, name)

    @lowers(function)
    def rule(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        if len(arguments) != 1 or keywords:
            L.unsupported(f"np.{name} with more than an array")
        return L.object_upcall(function, arguments, result(_array(L, name, arguments[0], 1).dtype))


def _sum_of(dtype: Scalar) -> Scalar:
    return SCALARS["uint64" if dtype.kind == "u" else "int64"] if dtype.kind in "biu" else dtype


_of_one("sort", lambda dtype: made(dtype, 1))
_of_one("argsort", lambda dtype: made(SCALARS["int64"], 1))
_of_one("cumsum", lambda dtype: made(_sum_of(dtype), 1))
_of_one("cumprod", lambda dtype: made(_sum_of(dtype), 1))
_of_one("diff", lambda dtype: made(dtype, 1))
_of_one("unique", lambda dtype: made(dtype, 1))
_of_one("count_nonzero", lambda dtype: INT)
_of_one("median", lambda dtype: dtype if dtype.kind == "f" else SCALARS["float64"])


@lowers(np.dot)
def dot(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if len(arguments) != 2 or keywords:
        L.unsupported("np.dot of anything but two arrays")
    one, other = [_array(L, "dot", value, 2) for value in arguments]
    if one.dtype is not other.dtype:
        L.unsupported("np.dot of arrays of different dtypes")
    ndim = one.ndim + other.ndim - 2
    return L.object_upcall(np.dot, arguments, made(one.dtype, ndim) if ndim else one.dtype)


@lowers(np.concatenate)
def concatenate(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if len(arguments) != 1 or keywords or not isinstance(arguments[0].type, Tuple):
        L.unsupported("np.concatenate of anything but a tuple of arrays")
    parts = tuple_items(arguments[0])
    dtypes = {_array(L, "concatenate", part, 1).dtype for part in parts}
    if len(dtypes) != 1:
        L.unsupported("np.concatenate of arrays of different dtypes")

    def call(*arrays: Any) -> Any:
        return np.concatenate(arrays)

    return L.object_upcall(call, parts, made(dtypes.pop(), 1))


@lowers(np.eye)
def eye(L: Lowering, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if not 1 <= len(arguments) <= 2 or keywords:
        L.unsupported("np.eye with more than two sizes")
    return L.object_upcall(np.eye, arguments, made(SCALARS["float64"], 2))
