"""Methods of values: numbers, arrays and buffers."""

from __future__ import annotations

import operator
import string

from .. import scalars, texts
from ..buffers import size_of
from ..types import BOOL, FLOAT, INT, NONE, SCALARS, UINT, Array, Buffer, Object, Scalar, Val, array_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..lowering import Lowering
    from ..types import Type

    Method = Callable[[Lowering, Val, list[Val], dict[str, Val]], Val]


def rule_for(type: Type, name: str) -> Method | None:
    """What lowers a call of the method of values of that type."""
    for kind, methods in _METHODS:
        if kind(type):
            found = methods.get(name)
            if found is not None:
                return found
    return None


def bit_length(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    word, b = value.word, L.b
    if value.type is BOOL:
        return Val(INT, (b.b2i(word),))
    if value.type is INT and word.lo < 0:
        word = b.select(b.lt(word, b.zero), b.neg(word), word)  # as unsigned, 2**63 too
    return Val(INT, (b.bitlen(word),))


def bit_count(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    word, b = value.word, L.b
    if value.type is BOOL:
        return Val(INT, (b.b2i(word),))
    if (value.type is INT or (isinstance(value.type, Scalar) and value.type.signed)) and word.lo < 0:
        word = b.select(b.lt(word, b.zero), b.neg(word), word)
    return Val(INT, (b.popcnt(word),))


def conjugate(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    return L.unary("pos", value)


def is_integer(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    b = L.b
    word = L.to_float(value)
    finite = b.feq(b.fsub(word, word), b.float(0.0))
    return Val(BOOL, (b.band(finite, b.feq(b.ftrunc(word), word)),))


def item(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    """The Python number in a NumPy scalar."""
    type = value.type
    assert isinstance(type, Scalar)
    if type.kind == "f":
        return Val(FLOAT, (L.to_float(value),))
    return Val(BOOL if type.kind == "b" else UINT if type.dtype == "uint64" else INT, value.words)


def astype(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    from . import arrays

    wanted = arrays.dtype_of(L, arguments[0])
    if isinstance(value.type, Scalar):
        return scalars.cast(L, value, wanted, scalars.Replay(L, wanted_type(wanted), value))
    kind = array_of(wanted, value.type.ndim, True, False, True, True)  # type: ignore[attr-defined]

    def call(array: Any) -> Any:
        return array.astype(wanted.dtype, order="C")

    return L.object_upcall(call, [value], kind)


def wanted_type(dtype: Scalar) -> Any:
    from ..objects import numpy_loaded

    return numpy_loaded().dtype(dtype.dtype).type


def fill(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if not value.type.fresh:  # type: ignore[attr-defined]
        L.b.effect()
    if len(arguments) == 1 and not keywords and not value.type.readonly:  # type: ignore[attr-defined]
        from .arrays import fill_directly

        if fill_directly(L, value, arguments[0]):
            return L.make_constant(None)

    def call(array: Any, number: object) -> None:
        array.fill(number)

    return L.object_upcall(call, [value, *arguments], NONE)


def copy(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    type = value.type
    assert isinstance(type, Array)
    if type.whole:
        from .arrays import copy_directly

        direct = copy_directly(L, value)
        if direct is not None:
            return direct
    return L.object_upcall(_copy, [value], array_of(type.dtype, type.ndim, True, False, True, True))


def _copy(array: Any) -> Any:
    return array.copy()


def flatten(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    if arguments or keywords:
        L.unsupported("flatten() with arguments")
    type = value.type
    assert isinstance(type, Array)
    return L.object_upcall(operator.methodcaller("flatten"), [value], array_of(type.dtype, 1, True, False, True, True))


def ravel(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    """A view of an array whose items lie side by side."""
    type = value.type
    assert isinstance(type, Array)
    if arguments or keywords or not type.contiguous or not type.ndim:
        L.unsupported("ravel() of an array that is not C-contiguous", "copy it: flatten()")
    kind = array_of(type.dtype, 1, True, type.readonly, type.fresh, type.held, False)
    return Val(kind, (value.words[0], size_of(L, value), value.words[-1]))


def sort(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    type = value.type
    assert isinstance(type, Array)
    if arguments or keywords:
        L.unsupported("sort() with arguments")
    if not type.fresh:
        L.b.effect()
    return L.object_upcall(operator.methodcaller("sort"), [value], NONE)


TOTALS = ("sum", "prod", "mean", "std", "var", "min", "max", "argmin", "argmax", "any", "all")


def total(name: str) -> Method:
    """A method that works on all items: NumPy does it."""

    def rule(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
        type = value.type
        assert isinstance(type, Array)
        if arguments or keywords:
            L.unsupported(f"{name}() with arguments")
        dtype = type.dtype
        if name in ("sum", "prod") and dtype.kind in "biu":
            dtype = SCALARS["uint64" if dtype.kind == "u" else "int64"]
        elif name in ("mean", "std", "var") and dtype.kind in "biu":
            dtype = SCALARS["float64"]
        elif name in ("argmin", "argmax"):
            dtype = SCALARS["int64"]
        elif name in ("any", "all"):
            dtype = SCALARS["bool"]
        return L.object_upcall(operator.methodcaller(name), [value], dtype)

    return rule


def tobytes(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    from ..types import buffer_of

    return L.object_upcall(operator.methodcaller("tobytes"), [value], buffer_of("bytes", "B", True, True, True))


def format_(L: Lowering, value: Val, arguments: list[Val], keywords: dict[str, Val]) -> Val:
    """A template with fields by position."""
    found: list[Val] = []
    number = 0
    for text, field, spec, conversion in string.Formatter().parse(L.constant(value)):
        found.append(L.make_constant(text))
        if field is None:
            continue
        name = field or str(number)
        number += not field
        part = keywords.get(name) or (arguments[int(name)] if name.isdecimal() and int(name) < len(arguments) else None)
        if part is None or "{" in (spec or ""):
            L.unsupported("such a template")
        found.append(texts.formatted(L, part, conversion or "", spec or ""))
    return texts.joined(L, found)


def _is_int(type: Type) -> bool:
    return type in (INT, UINT, BOOL) or (isinstance(type, Scalar) and type.kind in "iu")


_METHODS: list[tuple[Callable[[Any], bool], dict[str, Method]]] = [
    (_is_int, {"bit_count": bit_count, "conjugate": conjugate}),
    (lambda type: type in (INT, UINT, BOOL), {"bit_length": bit_length}),
    (lambda type: type is FLOAT or type is SCALARS["float64"], {"is_integer": is_integer, "conjugate": conjugate}),
    (lambda type: isinstance(type, Scalar), {"item": item, "astype": astype}),
    (
        lambda type: isinstance(type, Array),
        {
            "fill": fill,
            "copy": copy,
            "astype": astype,
            "tobytes": tobytes,
            "flatten": flatten,
            "ravel": ravel,
            "sort": sort,
            **{name: total(name) for name in TOTALS},
        },
    ),
    (lambda type: isinstance(type, Buffer), {"tobytes": tobytes}),
    (lambda type: isinstance(type, Object) and isinstance(type.value, str), {"format": format_}),
]
