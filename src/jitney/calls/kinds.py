"""Kinds of Python values that cross between Python and compiled code, and the words that each is made of.

A kind is what an entry (entry.py) looks for in an argument, or makes of a result. Words have the letters of
`ir.types.LETTERS`: i word, b bool, f float64, s float32.

    kind                as an argument                        words
    INT                 an exact int within int64             i
    UINT                an exact int in 2**63 to 2**64 - 1    i     as a result, any in 0 to 2**64 - 1
    FLOAT               an exact float                        f
    BOOL, truth(x, y)   one of two objects                    b
    NONE, constant(x)   that object                           -
    scalar(type, ...)   an exact NumPy scalar                 i, f or s
    tuple_of(...)       an exact tuple of that length         those of its items
    array(...)          an exact ndarray                      data, shape..., strides... unless contiguous, object
    BYTES               an exact bytes object                 data, length, object
    buffer(type, ...)   exported for the length of the call   data, count of items, object
    OBJECT, OWNED       only results: the address of an       i
                        object; OWNED gives the reference away
    built(make, n)      only results: make(*words), as        i each
                        signed ints
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

C_CONTIGUOUS, ALIGNED, WRITEABLE = 0x1, 0x100, 0x400
"""Flags of NumPy's arrays (ndarraytypes.h)."""


class Kind:
    """`words` are the letters of its words. `objects` are what the generated code compares with; it keeps them."""

    __slots__ = ("detail", "items", "name", "objects", "words")

    def __init__(
        self,
        name: str,
        words: str,
        objects: tuple[Any, ...] = (),
        items: tuple[Kind, ...] = (),
        detail: tuple[Any, ...] = (),
    ) -> None:
        self.name = name
        self.words = words
        self.objects = objects
        self.items = items
        self.detail = detail

    def __repr__(self) -> str:
        inner = ", ".join(repr(part) for part in (*self.objects, *self.items, *self.detail))
        return f"{self.name}({inner})" if inner else self.name


INT = Kind("int", "i", (int,))
UINT = Kind("uint", "i", (int,))
FLOAT = Kind("float", "f", (float,))
BOOL = Kind("truth", "b", (True, False))
NONE = Kind("constant", "", (None,))
BYTES = Kind("bytes", "iii", (bytes,))
OBJECT = Kind("object", "i")
OWNED = Kind("owned", "i")


def owned(words: int) -> Kind:
    """A result of so many words, of which the last is the address of the object; the reference is given away."""
    return Kind("owned", "i" * words)


def constant(value: object) -> Kind:
    return Kind("constant", "", (value,))


def truth(true: object, false: object) -> Kind:
    """NumPy's two bools, say."""
    return Kind("truth", "b", (true, false))


def scalar(type: type, size: int, letter: str, signed: bool = True) -> Kind:
    """A NumPy scalar whose value takes `size` bytes; `letter` is that of its word; `signed` tells how to extend it."""
    return Kind("scalar", letter, (type,), (), (size, signed))


def array(ndarray: type, descr: object, ndim: int, *, contiguous: bool, writable: bool) -> Kind:
    """An array of that type and dtype object, aligned. `contiguous` asks for C order, else any strides will do."""
    words = "i" * (2 + ndim if contiguous else 2 + 2 * ndim)
    return Kind("array", words, (ndarray, descr), (), (ndim, contiguous, writable))


def buffer(type: type, format: str, size: int, *, writable: bool) -> Kind:
    """A bytearray, memoryview or array.array: one dimension of items of `size` bytes and that format (module struct),
    one after the other."""
    return Kind("buffer", "iii", (type, format.encode() + b"\0"), (), (size, writable))


def tuple_of(*items: Kind) -> Kind:
    return Kind("tuple", "".join(item.words for item in items), (tuple,), items)


def built(make: Callable[..., object], words: int) -> Kind:
    return Kind("built", "i" * words, (make,))


def objects_of(kind: Kind) -> list[object]:
    """All objects that generated code for the kind refers to."""
    found = list(kind.objects)
    for item in kind.items:
        found += objects_of(item)
    return found
