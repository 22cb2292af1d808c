"""The inner loops of NumPy's ufuncs: C functions that compiled code calls to get NumPy's own bits.

A `PyUFuncObject` holds, for each combination of types that it knows, a function and a pointer that it is called with
(numpy/ufuncobject.h; these fields haven't moved since NumPy 1.0):

    void loop(char **args, npy_intp const *dimensions, npy_intp const *steps, void *data)

A layout is believed once its fields tell of a ufunc what its Python attributes tell.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

from ..records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class InnerLoop(NamedTuple):
    """The addresses of a loop and of its data. A `plain` loop does nothing but call its data, as a C function of the
    items that gives the result."""

    address: int
    data: int
    plain: bool


class _Fields(ctypes.Structure):
    """What follows the object's header."""

    _fields_ = (
        ("nin", ctypes.c_int),
        ("nout", ctypes.c_int),
        ("nargs", ctypes.c_int),
        ("identity", ctypes.c_int),
        ("functions", ctypes.POINTER(ctypes.c_void_p)),
        ("data", ctypes.POINTER(ctypes.c_void_p)),
        ("ntypes", ctypes.c_int),
        ("reserved1", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("types", ctypes.POINTER(ctypes.c_char)),
    )


TYPE_NUMBERS = {
    letter: number for number, letter in enumerate("?bBhHiIlLqQfdgFDGOSUV") if letter
} | {"M": 21, "m": 22, "e": 23}  # fmt: skip
"""NumPy's type numbers by the letters in which `ufunc.types` writes them."""

_once = (ctypes.c_ssize_t * 8)(1)
DIMENSIONS = ctypes.addressof(_once)
"""Of a loop over one item."""
STEPS = DIMENSIONS + ctypes.sizeof(ctypes.c_ssize_t)
"""Zeros, as NumPy passes for scalars: some loops take another way, to other bits, where a step is the item's size."""


@cache
def inner_loop(ufunc: Any, signature: str) -> InnerLoop | None:
    """The loop for types as in `ufunc.types`, like "dd->d", or None if there is none or it can't be found."""
    signatures: list[str] = ufunc.types
    if signature not in signatures or type(ufunc).__basicsize__ < object.__basicsize__ + ctypes.sizeof(_Fields):
        return None
    fields = _Fields.from_address(id(ufunc) + object.__basicsize__)
    counts = (fields.nin, fields.nout, fields.nargs, fields.ntypes)
    if counts != (ufunc.nin, ufunc.nout, ufunc.nargs, ufunc.ntypes):
        return None
    numbers = bytes(TYPE_NUMBERS[letter] for one in signatures for letter in one.replace("->", ""))
    if fields.name != ufunc.__name__.encode() or fields.types[: len(numbers)] != numbers:
        return None
    index = signatures.index(signature)
    address = fields.functions[index]
    if not address:
        return None
    data = fields.data[index] if fields.data else None
    return InnerLoop(address, data or 0, data is not None and address == _plain_loop(signature))


_PLAIN_LOOPS = {"d->d": 5, "f->f": 6, "ff->f": 14, "dd->d": 15}
"""Where NumPy's table of C functions for ufuncs has the loops that call their data (PyUFunc_d_d and so on)."""


def _plain_loop(signature: str) -> int | None:
    index = _PLAIN_LOOPS.get(signature)
    table = getattr(sys.modules.get("numpy._core._multiarray_umath"), "_UFUNC_API", None)
    if index is None or table is None:
        return None
    prototype = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)
    start: int = prototype(("PyCapsule_GetPointer", ctypes.pythonapi))(table, None)
    return ctypes.c_void_p.from_address(start + index * ctypes.sizeof(ctypes.c_void_p)).value
