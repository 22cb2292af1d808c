"""Where NumPy keeps things inside its arrays and scalars, checked against live ones before it is believed.

NumPy isn't imported here: whoever has one of its types hands it in.

Sources: numpy/ndarraytypes.h (PyArrayObject_fields, the same since NumPy 1.7), numpy/arrayscalars.h.
"""

from __future__ import annotations

import ctypes
import functools
import struct
import sys

from .cpython import object_function
from .layout import layout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


DATA, NDIM, SHAPE, STRIDES, BASE, DESCR, FLAGS = 16, 24, 32, 40, 48, 56, 64
SCALAR_VALUE = 16

_SLOT_ALLOC = 47  # Py_tp_alloc, typeslots.h
_FLOAT = {"f": "<d", "s": "<f"}


def _word(address: int) -> int:
    return ctypes.c_uint64.from_address(address).value


@functools.cache
def knows_arrays(ndarray: type) -> bool:
    """Whether arrays of this type look as the offsets above say."""
    numpy: Any = sys.modules.get("numpy")
    if layout() is None or numpy is None or ndarray is not numpy.ndarray:
        return False
    whole = numpy.arange(24, dtype=numpy.int16).reshape(2, 3, 4)
    frozen = numpy.zeros(3)
    frozen.flags.writeable = False
    odd = numpy.zeros(17, numpy.uint8)[1:].view(numpy.float64)
    for view in (whole, whole[::-1, 1:, ::2], whole.T, whole[0, 0], numpy.array(7), frozen, odd, numpy.zeros((0, 3))):
        start, ndim = id(view), view.ndim
        flags = _word(start + FLAGS) & 0xFFFFFFFF
        shape = tuple(_word(_word(start + SHAPE) + 8 * axis) for axis in range(ndim))
        strides = tuple(ctypes.c_int64.from_address(_word(start + STRIDES) + 8 * axis).value for axis in range(ndim))
        seen = (_word(start + DATA), _word(start + NDIM) & 0xFFFFFFFF, shape, strides, _word(start + DESCR))
        if seen != (view.ctypes.data, ndim, view.shape, view.strides, id(view.dtype)):
            return False
        if (flags & 0x1, flags & 0x100, flags & 0x400) != (
            0x1 * view.flags.c_contiguous, 0x100 * view.flags.aligned, 0x400 * view.flags.writeable,
        ):  # fmt: skip
            return False
    return True


COPY, ZEROS, EMPTY = 85, 183, 184
"""Places in NumPy's C API (numpy/__multiarray_api.h), the same since 1.0, of

    PyArray_NewCopy     PyObject *(PyObject *array, int order)
    PyArray_Zeros, PyArray_Empty    PyObject *(int ndim, Py_ssize_t *shape, PyArray_Descr *, int order)

Order 0 is C's. The descriptor's reference is stolen.
"""


@functools.cache
def maker(ndarray: type, place: int) -> int:
    """The address of one of these functions, seen to do what it should; or 0."""
    if not knows_arrays(ndarray):
        return 0
    numpy: Any = sys.modules["numpy"]
    core = getattr(numpy, "_core", None) or numpy.core
    pointer, number = ctypes.c_void_p, ctypes.c_int
    get = ctypes.PYFUNCTYPE(pointer, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
    address = _word((get(core._multiarray_umath._ARRAY_API, None) or 0) + 8 * place)
    like: Any = numpy.arange(30, dtype=numpy.int16).reshape(2, 3, 5)[::-1]
    if place == COPY:
        made: Any = ctypes.PYFUNCTYPE(ctypes.py_object, pointer, number)(address)(id(like), 0)
    else:
        object_function("Py_IncRef")(like.dtype)
        make = ctypes.PYFUNCTYPE(ctypes.py_object, number, pointer, pointer, number)(address)
        made = make(3, (ctypes.c_ssize_t * 3)(2, 3, 5), id(like.dtype), 0)
    seen = made.__class__, made.shape, made.dtype, made.strides, made.flags.owndata
    fits = seen == (ndarray, (2, 3, 5), like.dtype, (30, 10, 2), True)
    items = place == EMPTY or bool((made == (like if place == COPY else 0)).all())
    return address if fits and items else 0


@functools.cache
def knows_scalar(type: type, size: int, letter: str) -> bool:
    """Whether scalars of this type hold their value as said."""
    if layout() is None:
        return False
    for number in (0, 1, 93):
        value: Any = type(number)
        stored = ctypes.string_at(id(value) + SCALAR_VALUE, size)
        found = struct.unpack(_FLOAT[letter], stored)[0] if letter in _FLOAT else int.from_bytes(stored, "little")
        if found != number:
            return False
        if value.dtype.itemsize != size or value.__class__ is not type:
            return False
    return True


@functools.cache
def allocator(type: type) -> int:
    """The address of the C function that makes a scalar of this type: PyObject *alloc(PyTypeObject *, 0)."""
    pointer = ctypes.c_void_p
    get = ctypes.PYFUNCTYPE(pointer, ctypes.py_object, ctypes.c_int)(("PyType_GetSlot", ctypes.pythonapi))
    return int(get(type, _SLOT_ALLOC) or 0)


@functools.cache
def can_make(type: Any, size: int, letter: str) -> bool:
    """Whether a scalar can be made by its type's allocator and a store."""
    address = allocator(type)
    if not address or not knows_scalar(type, size, letter):
        return False
    made: Any = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.py_object, ctypes.c_ssize_t)(address)(type, 0)
    if type is not made.__class__:
        return False
    wanted = type(93)
    ctypes.memmove(id(made) + SCALAR_VALUE, wanted.tobytes(), size)
    return bool(made == wanted and repr(made) == repr(wanted) and made.dtype == wanted.dtype)
