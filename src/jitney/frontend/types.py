"""The types of Python values as the compiler sees them, and `Val`: a type with the IR values that make it up.

Each type says which words (IR values) a value of it has; many have none, because the type says it all. Types are
interned: equal ones are the same object, so that they can be compared by `is` and stand in keys.

Python's float and `numpy.float64` are two types with one representation, as are int and `numpy.int64`. An int is INT
where a signed word holds it and UINT where it may need an unsigned one.
"""

from __future__ import annotations

from weakref import WeakValueDictionary

from ..ir.types import BOOL as BIT
from ..ir.types import F32, F64, I64, KINDS
from ..records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from ..ir.function import Value
    from ..ir.types import MemoryKind


class Type:
    """A type. `words` are the IR types of its values' parts; `name` is how messages call it.

    `owners` are the positions of the words that are references which a variable with such a value owns.
    """

    __slots__ = ("__weakref__", "name", "owners", "words")

    def __init__(self, name: str, words: tuple[int, ...] = (), owners: tuple[int, ...] = ()) -> None:
        self.name = name
        self.words = words
        self.owners = owners

    def __repr__(self) -> str:
        return self.name


class Val(NamedTuple):
    """A value: what `type` says, made of `words`."""

    type: Type
    words: tuple[Value, ...] = ()

    @property
    def word(self) -> Value:
        """The only word."""
        return self.words[0]


INT = Type("int", (I64,))
UINT = Type("int (0..2**64-1)", (I64,))
FLOAT = Type("float", (F64,))
BOOL = Type("bool", (BIT,))
NONE = Type("None")
UNBOUND = Type("unbound")
"""Of a variable that has no value yet."""


class Scalar(Type):
    """A NumPy scalar. Integers narrower than a word are kept sign- or zero-extended; uint64 is its bits.

    `kind` is NumPy's letter: b, i, u or f. `bits` is the width, 8 for bool. `memory` is how arrays hold it.
    """

    __slots__ = ("bits", "dtype", "kind", "memory")

    def __init__(self, dtype: str, kind: str, bits: int, word: int, memory: MemoryKind) -> None:
        super().__init__("np.bool_" if kind == "b" else f"np.{dtype}", (word,))
        self.dtype = dtype
        self.kind = kind
        self.bits = bits
        self.memory = memory

    @property
    def signed(self) -> bool:
        return self.kind != "u"


SCALARS: dict[str, Scalar] = {
    "bool": Scalar("bool", "b", 8, BIT, KINDS["bool"]),
    **{f"int{bits}": Scalar(f"int{bits}", "i", bits, I64, KINDS[f"i{bits}"]) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": Scalar(f"uint{bits}", "u", bits, I64, KINDS[f"u{bits}"]) for bits in (8, 16, 32, 64)},
    "float32": Scalar("float32", "f", 32, F32, KINDS["f32"]),
    "float64": Scalar("float64", "f", 64, F64, KINDS["f64"]),
}
"""By the name of their dtype."""


class Tuple(Type):
    """A tuple: the words of its items, one after the other. `cls` is tuple, or a named tuple's class."""

    __slots__ = ("cls", "items")

    def __init__(self, items: tuple[Type, ...], cls: type = tuple) -> None:
        inner = ", ".join(item.name for item in items)
        owners, at = [], 0
        for item in items:
            owners += [at + owner for owner in item.owners]
            at += len(item.words)
        super().__init__(
            f"{cls.__name__}({inner})" if cls is not tuple else f"({inner},)" if len(items) == 1 else f"({inner})",
            tuple(word for item in items for word in item.words),
            tuple(owners),
        )
        self.items = items
        self.cls = cls


class Array(Type):
    """A NumPy array or a view of one. Words: data, shape, strides (not if contiguous), owner.

    `owner` is the address of the ndarray that keeps the memory. `whole`: the value is that object itself. `held`: the
    variables that hold the value own a reference to it. `fresh`: made within the outermost call, which alone sees it.
    """

    __slots__ = ("contiguous", "dtype", "fresh", "held", "ndim", "readonly", "whole")

    def __init__(
        self, dtype: Scalar, ndim: int, contiguous: bool, readonly: bool, fresh: bool, held: bool, whole: bool
    ) -> None:
        dims = ", ".join([":"] * ndim) if not contiguous or not ndim else ", ".join([":"] * (ndim - 1) + ["::1"])
        count = 2 + ndim + (0 if contiguous else ndim)
        name = f"{dtype.dtype}[{dims}]{' (read-only)' if readonly else ''}"
        super().__init__(name, (I64,) * count, (count - 1,) if held else ())
        self.dtype = dtype
        self.ndim = ndim
        self.contiguous = contiguous
        self.readonly = readonly
        self.fresh = fresh
        self.held = held
        self.whole = whole


class Buffer(Type):
    """bytes, bytearray, memoryview or array.array. Words: data, length, owner. Items are Python ints or floats.

    `code` is the item's format as in `struct`. `whole`, `held` and `fresh` are as for arrays.
    """

    __slots__ = ("code", "fresh", "held", "item", "kind", "memory", "readonly", "whole")

    def __init__(self, kind: str, code: str, readonly: bool, fresh: bool, held: bool, whole: bool) -> None:
        shown = kind if code == "B" else f"{kind}[{code!r}]"
        name = f"{shown}{' (read-only)' if readonly and kind != 'bytes' else ''}"
        super().__init__(name, (I64, I64, I64), (2,) if held else ())
        self.kind = kind
        self.code = code
        self.memory = KINDS[ITEMS[code]]
        self.item = FLOAT if code in "fd" else BOOL if code == "?" else UINT if self.memory.name == "u64" else INT
        self.readonly = readonly
        self.fresh = fresh
        self.held = held
        self.whole = whole


ITEMS = {
    "b": "i8", "B": "u8", "h": "i16", "H": "u16", "i": "i32", "I": "u32", "l": "i64", "L": "u64", "q": "i64",
    "Q": "u64", "n": "i64", "N": "u64", "f": "f32", "d": "f64", "?": "bool",
}  # fmt: skip
"""How the items of a buffer lie in memory, by their format (struct, native sizes)."""


class Object(Type):
    """A Python object that is known while compiling: a module, a function, a type, a string."""

    __slots__ = ("value",)

    def __init__(self, value: object) -> None:
        super().__init__(getattr(value, "__name__", None) or repr(value))
        self.value = value


class Text(Type):
    """A str made of values at run time, for messages: the words of `parts`. `template` has strings, and for each part
    its conversion and format specification. It becomes a str where it leaves compiled code."""

    __slots__ = ("parts", "template")

    def __init__(self, template: tuple[str | tuple[str, str], ...], parts: tuple[Type, ...]) -> None:
        super().__init__("str", tuple(word for part in parts for word in part.words))
        self.template = template
        self.parts = parts

    def text(self, values: list[object]) -> str:
        rest = iter(values)
        return "".join(
            [
                piece if isinstance(piece, str) else CONVERSIONS[piece[0]](next(rest), piece[1])
                for piece in self.template
            ]
        )


CONVERSIONS: dict[str, Callable[[object, str], str]] = {
    "": format,
    "s": lambda value, spec: format(str(value), spec),
    "r": lambda value, spec: format(repr(value), spec),
    "a": lambda value, spec: format(ascii(value), spec),
    "%": lambda value, spec: spec % (value,),
}
"""Those of f-strings, and `%`, whose specification is a whole directive."""


class Raised(Type):
    """An exception that is made where it is raised: the class, and the words of its arguments, `parts`."""

    __slots__ = ("cls", "parts")

    def __init__(self, cls: type[BaseException], parts: tuple[Type, ...]) -> None:
        super().__init__(cls.__name__, tuple(word for part in parts for word in part.words))
        self.cls = cls
        self.parts = parts


class Range(Type):
    """A range object. Words: start, stop, step."""

    __slots__ = ()


RANGE = Range("range", (I64, I64, I64))

_interned: dict[Any, Type] = {}
_of_objects: WeakValueDictionary[tuple[Any, ...], Type] = WeakValueDictionary()
"""Object types and those made of them, by the ids of what they name, which the type itself keeps: a type must not live
for ever with its object, which may be a jitted function that has the type in its code."""


def tuple_of(items: tuple[Type, ...], cls: type = tuple) -> Tuple:
    key = (Tuple, items, cls)
    found = _interned.get(key)
    return found or _made_of(items, key, lambda: Tuple(items, cls))  # type: ignore[return-value]


def text_of(template: tuple[str | tuple[str, str], ...], parts: tuple[Type, ...]) -> Text:
    key = (Text, template, parts)
    found = _interned.get(key)
    return found or _made_of(parts, key, lambda: Text(template, parts))  # type: ignore[return-value]


def raised_of(cls: type[BaseException], parts: tuple[Type, ...]) -> Raised:
    key = (Raised, cls, parts)
    found = _interned.get(key)
    return found or _made_of(parts, key, lambda: Raised(cls, parts))  # type: ignore[return-value]


def _made_of(parts: tuple[Type, ...], key: tuple[Any, ...], make: Callable[[], Type]) -> Any:
    """A type with these parts, made if need be."""
    if not any(map(_names_object, parts)):
        found = _interned[key] = make()
        return found
    key = tuple([tuple(map(id, part)) if part is parts else part for part in key])
    found = _of_objects.get(key) or make()
    _of_objects[key] = found
    return found


def _names_object(type: Type) -> bool:
    parts = type.items if isinstance(type, Tuple) else type.parts if isinstance(type, (Text, Raised)) else ()
    return isinstance(type, Object) or any(map(_names_object, parts))


def array_of(
    dtype: Scalar,
    ndim: int,
    contiguous: bool = True,
    readonly: bool = False,
    fresh: bool = False,
    held: bool = False,
    whole: bool = True,
) -> Array:
    key = (Array, dtype, ndim, contiguous, readonly, fresh, held, whole)
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = Array(dtype, ndim, contiguous, readonly, fresh, held, whole)
    return found  # type: ignore[return-value]


def buffer_of(
    kind: str, code: str = "B", readonly: bool = False, fresh: bool = False, held: bool = False, whole: bool = True
) -> Buffer:
    key = (Buffer, kind, code, readonly, fresh, held, whole)
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = Buffer(kind, code, readonly, fresh, held, whole)
    return found  # type: ignore[return-value]


def object_of(value: object) -> Object:
    key = (Object, int, value) if type(value) is int else (Object, id(value))  # a folded int is a new object each time
    found = _of_objects.get(key)
    if found is None:
        found = _of_objects[key] = Object(value)
    return found  # type: ignore[return-value]


def make_tuple(items: list[Val], cls: type = tuple) -> Val:
    return Val(tuple_of(tuple(item.type for item in items), cls), tuple(word for item in items for word in item.words))


def tuple_items(value: Val) -> list[Val]:
    """The items of a tuple."""
    return divided(value, value.type.items)  # type: ignore[attr-defined]


def divided(value: Val, types: tuple[Type, ...]) -> list[Val]:
    """A value whose words are those of values of these types, as those."""
    found, at = [], 0
    for type in types:
        count = len(type.words)
        found.append(Val(type, value.words[at : at + count]))
        at += count
    return found


def is_number(type: Type) -> bool:
    """An int, bool, float or NumPy scalar."""
    return type in _PYTHON_NUMBERS or isinstance(type, Scalar)


def are_numbers(type: Type) -> bool:
    """A number, or a tuple of such."""
    return all(map(are_numbers, type.items)) if isinstance(type, Tuple) else is_number(type)


_PYTHON_NUMBERS = frozenset((INT, UINT, FLOAT, BOOL))

LONGEST = 1 << 47
"""No object in user space has more bytes or items."""


def limits(type: Type, first: int = 0) -> Iterator[tuple[int, int, int]]:
    """What a type says of the ranges of its words: the number of a word, counted from `first`, and its bounds."""
    if isinstance(type, Array):
        for axis in range(type.ndim):
            yield first + 1 + axis, 0, LONGEST
    elif isinstance(type, Buffer):
        yield first + 1, 0, LONGEST
    elif isinstance(type, Tuple):
        for item in type.items:
            yield from limits(item, first)
            first += len(item.words)
    elif isinstance(type, Scalar) and type.kind in "iu" and type.bits < 64:
        low = -(1 << type.bits - 1) if type.kind == "i" else 0
        yield first, low, low + (1 << type.bits) - 1


def limit(type: Type, words: tuple[Value, ...]) -> None:
    """Notes what a type says of the ranges of its words, which are parameters or results, and so of that type wherever
    they are used. (Of others a guard may have found out that they are: what stands before it must not know.)"""
    for number, lo, hi in limits(type):
        word = words[number]
        word.lo, word.hi = max(word.lo, lo), min(word.hi, hi)
