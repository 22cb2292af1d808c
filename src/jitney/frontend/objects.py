"""Python objects to words and back, in Python: for arguments and results that generated code doesn't know, for the
operands of exits, and for Python functions that compiled code calls.

A raw word is an int from 0 to 2**64 - 1: the bits of a float64, of a float32 (zero-extended) or of a signed word.
"""

from __future__ import annotations

import ctypes
import struct
import sys
import weakref

from ..ir.types import BOOL as BIT
from ..ir.types import F32, F64, WORD
from ..machine.context import NOGIL, WORDS, WORKER
from .types import (
    BOOL,
    FLOAT,
    INT,
    ITEMS,
    NONE,
    RANGE,
    SCALARS,
    UINT,
    Array,
    Buffer,
    Object,
    Raised,
    Scalar,
    Text,
    Tuple,
    Val,
    array_of,
    buffer_of,
    make_tuple,
    object_of,
    tuple_items,
    tuple_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from .lowering import Lowering
    from .types import Type

incref = ctypes.PYFUNCTYPE(None, ctypes.py_object)(("Py_IncRef", ctypes.pythonapi))


class Misfit(Exception):
    """An object is not of the type that it should be."""


def numpy_loaded() -> Any:
    """The numpy module, if the program has imported it."""
    return sys.modules.get("numpy")


def scalar_of(kind: type) -> Scalar | None:
    """The type for a NumPy scalar type."""
    if not kind.__module__.startswith("numpy"):
        return None
    numpy = numpy_loaded()
    if numpy is None or not issubclass(kind, numpy.generic) or not issubclass(kind, (numpy.number, numpy.bool_)):
        return None
    return scalar_of_dtype(numpy.dtype(kind))


def scalar_of_dtype(dtype: Any) -> Scalar | None:
    """The type for the items of a dtype. `longlong` has the name of `int64`, and is another type."""
    found = SCALARS.get(dtype.name)
    return found if found is not None and numpy_loaded().dtype(found.dtype).type is dtype.type else None


def array_type(array: Any) -> Array | None:
    """The type of an exact ndarray of native byte order and a known dtype; None for others."""
    dtype = scalar_of_dtype(array.dtype)
    if dtype is None or not array.dtype.isnative or not array.flags.aligned:
        return None
    return array_of(dtype, array.ndim, bool(array.flags.c_contiguous), not array.flags.writeable)


def type_of(value: object) -> Type | None:
    """The type of an argument; None where compiled code doesn't take it, as for an int beyond 64 bits."""
    kind = type(value)
    if kind is int:
        return INT if -(1 << 63) <= value < 1 << 63 else UINT if 0 <= value <= WORD else None  # type: ignore[operator]
    simple = _SIMPLE.get(kind)
    if simple is not None:
        return simple
    if kind is tuple:
        items = [type_of(item) for item in value]  # type: ignore[attr-defined]
        return None if None in items else tuple_of(tuple(items))  # type: ignore[arg-type]
    if kind is bytes:
        return buffer_of("bytes", "B", True)
    if kind is bytearray:
        return buffer_of("bytearray")
    if kind is memoryview:
        view: memoryview = value  # type: ignore[assignment]
        code = view.format.lstrip("@")
        if view.ndim != 1 or not view.c_contiguous or code not in ITEMS or struct.calcsize(code) != view.itemsize:
            return None
        return buffer_of("memoryview", code, view.readonly)
    if kind.__module__ == "array" and kind.__name__ == "array":
        code = value.typecode  # type: ignore[attr-defined]
        return buffer_of("array", code) if code in ITEMS else None
    if kind.__module__.startswith("numpy"):
        numpy = numpy_loaded()
        if numpy is not None and kind is numpy.ndarray:
            return array_type(value)
        return scalar_of(kind)
    if issubclass(kind, tuple) and is_named_tuple(kind):
        items = [type_of(item) for item in value]  # type: ignore[attr-defined]
        return None if None in items else tuple_of(tuple(items), kind)  # type: ignore[arg-type]
    if kind in _CONSTANT_KINDS or getattr(kind, "_is_jitted", False) or isinstance(value, type):
        return object_of(value)
    return None


def is_named_tuple(cls: type) -> bool:
    """Whether a class is what collections.namedtuple or typing.NamedTuple make, its operators those of tuples."""
    found = _named_tuples.get(cls)
    if found is None:
        special = {name for name in vars(cls) if name.startswith("__") and name.endswith("__")}
        found = cls.__bases__ == (tuple,) and hasattr(cls, "_field_defaults") and not special & _OPERATORS
        _named_tuples[cls] = found
    return found


_named_tuples: weakref.WeakKeyDictionary[type, bool] = weakref.WeakKeyDictionary()
_OPERATORS = frozenset(vars(tuple)) - {"__new__", "__doc__", "__repr__", "__getnewargs__"} | {"__bool__", "__radd__"}
"""What a named tuple may not have of its own for compiled code to know it."""


def sample(type: Type) -> Any:
    """Some object of that type, or MISSING: whether Python refuses an operation depends on the types alone."""
    simple = _SAMPLES.get(type, MISSING)
    if simple is not MISSING:
        return simple
    if isinstance(type, Scalar):
        return numpy_loaded().dtype(type.dtype).type(0)
    if isinstance(type, Array):
        return numpy_loaded().zeros((1,) * type.ndim, type.dtype.dtype)
    if isinstance(type, Buffer):
        if type.kind == "array":
            from array import array

            return array(type.code)
        if type.kind == "memoryview":
            return memoryview(bytes(8) if type.readonly else bytearray(8)).cast(type.code)  # type: ignore[call-overload]
        return b"" if type.kind == "bytes" else bytearray()
    if isinstance(type, Tuple):
        items = [sample(item) for item in type.items]
        return MISSING if any(item is MISSING for item in items) else tuple.__new__(type.cls, items)
    return type.value if isinstance(type, Object) else MISSING


MISSING: Any = object()
"""Stands for an object that there isn't."""
_SAMPLES: dict[Type, object] = {INT: 0, UINT: 0, FLOAT: 0.0, BOOL: False, NONE: None, RANGE: range(0)}


_SIMPLE: dict[type, Type] = {bool: BOOL, float: FLOAT, type(None): NONE}
_CONSTANT_KINDS = frozenset((type(sys), type(len), type(type_of)))
"""Objects of these types can be arguments: functions are compiled for the very module or function that they get."""


def float_bits(number: float) -> int:
    return int.from_bytes(struct.pack("<d", number), "little")


def bits_float(bits: int) -> float:
    return struct.unpack("<d", bits.to_bytes(8, "little"))[0]  # type: ignore[no-any-return]


def unbox(type: Type, value: Any, keep: list[object]) -> list[int]:
    """The raw words of an object of that type. What must live while they are used is put into `keep`."""
    if type is INT:
        if value.__class__ is not int or not -(1 << 63) <= value < 1 << 63:
            raise Misfit
        return [value & WORD]
    if type is UINT:
        if value.__class__ is not int or not 0 <= value <= WORD:
            raise Misfit
        return [value]
    if type is FLOAT:
        if value.__class__ is not float:
            raise Misfit
        return [float_bits(value)]
    if type is BOOL:
        if value is not True and value is not False:
            raise Misfit
        return [int(value)]
    if isinstance(type, Scalar):
        if scalar_of(value.__class__) is not type:
            raise Misfit
        return [_padded(value.tobytes())]
    if isinstance(type, Tuple):
        if value.__class__ is not type.cls:
            raise Misfit
        given: Any = value
        if len(given) != len(type.items):
            raise Misfit
        return [word for item, part in zip(type.items, given, strict=True) for word in unbox(item, part, keep)]
    if isinstance(type, Array):
        return _unbox_array(type, value, keep)
    if isinstance(type, Buffer):
        return _unbox_buffer(type, value, keep)
    if type is NONE:
        if value is not None:
            raise Misfit
    elif isinstance(type, Object):
        if value is not type.value:
            raise Misfit
    elif type is RANGE:
        return [value.start & WORD, value.stop & WORD, value.step & WORD]
    return []


def _padded(data: bytes) -> int:
    return int.from_bytes(data, "little")


def sign_extended(type: Type, words: list[int]) -> list[int]:
    """Words of a NumPy scalar as the IR has them: narrow signed integers are sign-extended."""
    if isinstance(type, Scalar) and type.kind == "i" and words[0] >> type.bits - 1 & 1:
        return [words[0] | WORD & -(1 << type.bits)]
    return words


def _unbox_array(type: Array, value: Any, keep: list[object]) -> list[int]:
    numpy = numpy_loaded()
    if value.__class__ is not numpy.ndarray:
        raise Misfit
    found = array_type(value)
    if found is None or found.dtype is not type.dtype or found.ndim != type.ndim or found.readonly > type.readonly:
        raise Misfit
    if type.contiguous and not found.contiguous:
        raise Misfit
    keep.append(value)
    words = [value.__array_interface__["data"][0], *value.shape]
    if not type.contiguous:
        words += [stride & WORD for stride in value.strides]
    if type.held:
        incref(value)
    return [*words, id(value)]


def _unbox_buffer(type: Buffer, value: Any, keep: list[object]) -> list[int]:
    found = type_of(value)
    if not isinstance(found, Buffer) or (found.kind, found.code) != (type.kind, type.code):
        raise Misfit
    if found.readonly and not type.readonly:
        raise Misfit
    view = memoryview(value)  # exported as long as it lives: nothing can be resized
    keep.append(view)
    if type.held:
        incref(value)
    return [address_of(view), len(view), id(value)]


class _PyBuffer(ctypes.Structure):
    """Py_buffer, of the stable ABI."""

    _fields_ = [
        ("buf", ctypes.c_void_p), ("obj", ctypes.py_object), ("len", ctypes.c_ssize_t), ("itemsize", ctypes.c_ssize_t),
        ("readonly", ctypes.c_int), ("ndim", ctypes.c_int), ("format", ctypes.c_char_p), ("shape", ctypes.c_void_p),
        ("strides", ctypes.c_void_p), ("suboffsets", ctypes.c_void_p), ("internal", ctypes.c_void_p),
    ]  # fmt: skip


_get_buffer = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.POINTER(_PyBuffer), ctypes.c_int)(
    ("PyObject_GetBuffer", ctypes.pythonapi)
)
_release_buffer = ctypes.PYFUNCTYPE(None, ctypes.POINTER(_PyBuffer))(("PyBuffer_Release", ctypes.pythonapi))


def address_of(view: memoryview) -> int:
    """Where a buffer's memory is."""
    buffer = _PyBuffer()
    _get_buffer(view, ctypes.byref(buffer), 0)
    address = buffer.buf or 0
    _release_buffer(ctypes.byref(buffer))
    return address


def box(type: Type, words: Sequence[int]) -> Any:
    """The object that raw words of that type stand for."""
    if type is INT:
        return words[0] - (1 << 64) if words[0] >> 63 else words[0]
    if type is UINT:
        return words[0]
    if type is FLOAT:
        return bits_float(words[0])
    if type is BOOL:
        return bool(words[0])
    if isinstance(type, Scalar):
        numpy = numpy_loaded()
        return numpy.frombuffer(words[0].to_bytes(8, "little"), type.dtype, 1)[0]
    if isinstance(type, Tuple):
        return tuple.__new__(type.cls, _box_all(type.items, words))
    if isinstance(type, Text):
        return type.text(_box_all(type.parts, words))
    if isinstance(type, Raised):
        return type.cls(*_box_all(type.parts, words))
    if isinstance(type, Array):
        return box_array(type, words)
    if isinstance(type, Buffer):
        return box_buffer(type, words)
    if type is RANGE:
        return range(*(word - (1 << 64) if word >> 63 else word for word in words))
    if isinstance(type, Object):
        return type.value
    return None


def _box_all(types: tuple[Type, ...], words: Sequence[int]) -> list[Any]:
    found, at = [], 0
    for type in types:
        found.append(box(type, words[at : at + len(type.words)]))
        at += len(type.words)
    return found


def object_at(address: int) -> Any:
    return ctypes.cast(address, ctypes.py_object).value


class _Memory:
    """What NumPy makes a view of: see its array interface. Keeps the owner of the memory."""

    def __init__(self, interface: dict[str, Any], owner: object) -> None:
        self.__array_interface__ = interface
        self.owner = owner


def box_array(type: Array, words: Sequence[int]) -> Any:
    """The array: the owner itself, or a view that keeps it alive."""
    owner = object_at(words[len(type.words) - 1])
    if type.whole:
        return owner
    numpy = numpy_loaded()
    shape = tuple(words[1 : 1 + type.ndim])
    strides = None
    if 0 in shape and owner.size == 0 and not any(owner.strides):
        strides = owner.strides[:1] * type.ndim  # NumPy gives such strides to new arrays without items
    elif not type.contiguous:
        strides = tuple(word - (1 << 64) if word >> 63 else word for word in words[1 + type.ndim : 1 + 2 * type.ndim])
    interface = {
        "version": 3,
        "data": (words[0], type.readonly),
        "shape": shape,
        "typestr": numpy.dtype(type.dtype.dtype).str,
    }
    if strides is not None:  # that means the same, but NumPy loses a reference to None each time
        interface["strides"] = strides
    return numpy.asarray(_Memory(interface, owner))


def box_buffer(type: Buffer, words: Sequence[int]) -> Any:
    owner = object_at(words[2])
    if type.whole:
        return owner
    length = words[1] * type.memory.size
    if type.kind == "bytes":
        return ctypes.string_at(words[0], length) if length else b""
    view = memoryview(owner).cast("B")
    offset = words[0] - address_of(view) if length else 0
    part = view[offset : offset + length]
    return part if type.code == "B" else part.cast(type.code)  # type: ignore[call-overload]


class Upcaller:
    """Between compiled code and a Python function that it calls.

    Called with the address of the context, whose words are the arguments and become the results; the IR interpreter
    calls it with a list of words, and gets the list of results. If `checked`, the first of these tells whether the
    object was one of the type `result`.

    `pure`: the function is one of numbers, without effects. In a part of a parallel loop, whose exceptions wait until
    it is known which comes first, what it raises is not passed on: the first result is RAISED, and compiled code leaves
    by an exit that calls it again.
    """

    __slots__ = ("checked", "function", "pure", "result", "size", "types")

    RAISED = 2

    def __init__(
        self,
        function: Callable[..., object],
        types: tuple[Type, ...],
        result: Type,
        checked: bool = False,
        pure: bool = False,
    ) -> None:
        self.function = function
        self.checked = checked
        self.pure = pure
        self.types = types
        self.result = result
        self.size = sum(len(type.words) for type in types)

    def __call__(self, given: Any) -> list[int] | None:
        if isinstance(given, list):
            return self.run(given)
        address = given + WORDS
        words = (ctypes.c_uint64 * self.size).from_address(address) if self.size else ()
        try:
            results = self.run(list(words))
        except Exception:
            in_part = ctypes.c_uint32.from_address(given + NOGIL).value >= WORKER
            if not (in_part and self.pure and self.raises_again(list(words))):
                raise
            results = [self.RAISED] + [0] * len(self.result.words)
        if results:
            (ctypes.c_uint64 * len(results)).from_address(address)[:] = results  # type: ignore[assignment]
        return None

    def raises_again(self, words: list[int]) -> bool:
        """Whether it is the function that raises, and not a signal's handler, nor that memory was short."""
        try:
            self.run(words)
        except Exception:
            return True
        return False

    def run(self, words: list[int]) -> list[int]:
        value = self.function(*_box_all(self.types, words))
        if self.result is NONE:
            return []
        try:
            found = ir_words(self.result, value)
            return [1, *found] if self.checked else found
        except Misfit:
            if self.checked:
                return [0] * (1 + len(self.result.words))
            raise OverflowError(
                f"{getattr(self.function, '__name__', 'a function')} gave {value!r}, which compiled code cannot hold"
            ) from None


def ir_words(type: Type, value: object, keep: list[object] | None = None) -> list[int]:
    """As unbox, with narrow signed integers sign-extended as the IR has them."""
    words = unbox(type, value, [] if keep is None else keep)
    if isinstance(type, Scalar):
        return sign_extended(type, words)
    if isinstance(type, Tuple):
        found, at = [], 0
        for item in type.items:
            count = len(item.words)
            part = words[at : at + count]
            found += sign_extended(item, part)
            at += count
        return found
    return words


def constant_words(L: Lowering, type: Type, value: object) -> Val:
    """A value that is known while compiling, as constants."""
    raw = ir_words(type, value, L.session.kept)
    words = []
    for word, kind in zip(raw, type.words, strict=True):
        if kind == F64:
            words.append(L.b.float(bits_float(word)))
        elif kind == F32:
            words.append(L.b.single(struct.unpack("<f", word.to_bytes(4, "little"))[0]))
        elif kind == BIT:
            words.append(L.b.bool(word))
        else:
            words.append(L.b.word(word))
    return Val(type, tuple(words))


def returned(L: Lowering, value: Val) -> Val:
    """A value as results have it: arrays and buffers come with a reference of their own."""
    type = value.type
    if isinstance(type, Tuple):
        return make_tuple([returned(L, item) for item in tuple_items(value)], type.cls)
    if isinstance(type, (Array, Buffer)):
        owner = value.words[-1]
        if type.held and owner in L.temporaries:
            L.temporaries.remove(owner)
        else:
            L.b.retain(owner)
        return Val(held(type), value.words)
    if isinstance(type, (Text, Raised)):
        L.unsupported(f"returning a new {type.name}")
    if type.words or type is NONE or isinstance(type, Object):
        if type.__class__.__module__.endswith("iteration") and type.__class__.__name__ != "Object":
            L.unsupported("returning an iterator")
        return value
    return L.unsupported(f"returning {type.name}")


def held(type: Array | Buffer) -> Type:
    """The type of the same value where variables own a reference to it."""
    if isinstance(type, Array):
        return array_of(type.dtype, type.ndim, type.contiguous, type.readonly, type.fresh, True, type.whole)
    return buffer_of(type.kind, type.code, type.readonly, type.fresh, True, type.whole)


def borrowed(type: Type) -> Type:
    """The type of a value as a callee gets it: the caller holds the references."""
    if isinstance(type, Tuple):
        return tuple_of(tuple(borrowed(item) for item in type.items), type.cls)
    if isinstance(type, Array) and type.held:
        return array_of(type.dtype, type.ndim, type.contiguous, type.readonly, type.fresh, False, type.whole)
    if isinstance(type, Buffer) and type.held:
        return buffer_of(type.kind, type.code, type.readonly, type.fresh, False, type.whole)
    return type
