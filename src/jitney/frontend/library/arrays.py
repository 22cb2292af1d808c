"""Functions of NumPy that make arrays. NumPy makes them; compiled code gets their memory.

`zeros`, `empty` and copies are C functions of NumPy's, called directly; `ones` and `full` are `empty`, filled by a
routine of ours if the items hold the number as it is. The others are called as Python calls them.
"""

from __future__ import annotations

import math
import sys

from ...calls.jitroutines import routines
from ...calls.numpylayout import COPY, DATA, EMPTY, ZEROS, maker
from ...ir.function import NEW_ARRAY, Memory
from ...ir.types import I64, KINDS, WORD, signed
from ..buffers import array_word
from ..objects import scalar_of_dtype
from ..types import BOOL, FLOAT, INT, LONGEST, NONE, SCALARS, UINT, Array, Scalar, Tuple, Val, array_of, tuple_items
from . import lowers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.function import Exit, Value
    from ..lowering import Lowering
    from ..types import Type

np = sys.modules["numpy"]

Keywords = dict[str, Val]


def dtype_of(L: Lowering, value: Val | None, default: str = "float64") -> Scalar:
    """The dtype that an argument names."""
    if value is None or value.type is NONE:
        return SCALARS[default]
    known = L.constant(value)
    if known is L.UNKNOWN:
        L.unsupported("a dtype that is known at run time only")
    try:
        dtype = np.dtype(known)
    except TypeError as error:
        L.unsupported(f"{error}.")
    found = scalar_of_dtype(dtype)
    if found is None or not dtype.isnative:
        L.unsupported(f"the dtype {dtype.name if dtype.name not in SCALARS else dtype.type.__name__}")
    return found


def _only(L: Lowering, name: str, keywords: Keywords, *known: str) -> None:
    for keyword in keywords:
        if keyword not in known:
            L.unsupported(f"np.{name} with {keyword}=")


def _arguments(L: Lowering, name: str, arguments: list[Val], keywords: Keywords, *names: str) -> list[Val | None]:
    if len(arguments) > len(names):
        L.unsupported(f"np.{name} with {len(arguments)} arguments")
    _only(L, name, keywords, *names)
    found: list[Val | None] = [*arguments, *[None] * (len(names) - len(arguments))]
    for k, keyword in enumerate(names):
        if keyword in keywords:
            found[k] = keywords[keyword]
    return found


def _dimensions(L: Lowering, shape: Val | None) -> tuple[Val, int]:
    """The shape as an argument for NumPy, and how many dimensions it has."""
    if shape is None:
        L.unsupported("an array without a shape")
    if isinstance(shape.type, Tuple):
        sizes = tuple_items(shape)
        ndim = len(sizes)
    else:
        sizes, ndim = [shape], 1
    for size in sizes:
        if size.type not in (INT, UINT, BOOL) and not (isinstance(size.type, Scalar) and size.type.kind in "iu"):
            L.misuse(np.empty, [shape], f"a shape with {size.type.name} in it")
    return shape, ndim


_ZEROS = np.zeros, np.zeros_like
_ONES = np.ones, np.ones_like
_ITEMS = KINDS["u64"]
_ALIAS = "frame"


def make_directly(
    L: Lowering, make: Any, given: list[Val], sizes: list[Value], kind: Scalar, number: Val | None
) -> Val | None:
    """An array of these sizes, full of the number or else empty, by C functions; None where that can't be.

    Where it fails, what `make` raises with the values given is raised.
    """
    zeros = number is not None and _is_zero(number)
    address = _address(L, ZEROS if zeros else EMPTY)
    if not address or not (zeros or number is None or _is_held(kind, number)):
        return None
    b = L.b
    descriptor = np.dtype(kind.dtype)
    L.session.keep(descriptor)
    exit = L.raises(make, *given)
    for size in sizes:
        b.guard(b.le(b.zero, size), exit)
        b.guard(b.le(size, b.word(LONGEST)), L.bails("an array is too long"))
    shape = b.frame(8 * max(len(sizes), 1))
    for axis, size in enumerate(sizes):
        b.store(Memory(_ITEMS, 1, 8 * axis, _ALIAS), size, shape)
    words = b.word(address), b.word(len(sizes)), shape, b.word(id(descriptor))
    array = _call(L, words, made(kind, len(sizes)), sizes, exit)
    if number is not None and not zeros:
        _fill(L, array, number)
    return array


def fill_directly(L: Lowering, array: Val, number: Val) -> bool:
    """Makes all items of an array that may be written that number. False where it takes more than to store it."""
    type: Any = array.type
    if not type.contiguous or L.spec.owner._options.get("_interpreter") or not _is_held(type.dtype, number):
        return False
    _fill(L, array, number)
    return True


def _is_zero(number: Val) -> bool:
    """Whether it is known to be 0, all bits of which are clear."""
    if number.type is not INT and number.type is not FLOAT:
        return False
    return number.word.is_const and number.word.attr == 0 and math.copysign(1, number.word.attr) > 0


def _is_held(kind: Scalar, number: Val) -> bool:
    """Whether an item of that dtype holds the number as assignment would convert it, without more ado."""
    type = number.type
    if type is kind:
        return kind.kind in "iuf"
    if kind.kind == "f":
        known = number.word.attr if type is INT and number.word.is_const else _INEXACT
        return type is FLOAT or (isinstance(type, Scalar) and type.kind == "f") or -_INEXACT < known < _INEXACT
    if kind.kind not in "iu" or type is not INT:
        return False
    low = -(1 << kind.bits - 1) if kind.kind == "i" else 0
    return bool(low <= number.word.lo and number.word.hi < low + (1 << kind.bits))


_INEXACT = 1 << 24
"""From here on a float32 doesn't hold all ints."""


def _fill(L: Lowering, array: Val, number: Val) -> None:
    b, type = L.b, array.type
    assert isinstance(type, Array)
    pattern = L.to_bits(array_word(L, type.dtype, number))
    size = np.dtype(type.dtype.dtype).itemsize
    if size < 8:
        mask = (1 << 8 * size) - 1
        pattern = b.mul(b.and_(pattern, b.word(mask)), b.word(signed(WORD // mask)))
    count = b.word(size)
    for length in array.words[1 : 1 + type.ndim]:
        count = b.mul(count, length)
    L.ccall("fill", routines()["fill"], (I64, I64, I64), I64, (array.words[0], count, pattern), pure=False)


def copy_directly(L: Lowering, array: Val) -> Val | None:
    """A copy of an array, which lies as C has it; None where NumPy's function for that isn't known."""
    address = _address(L, COPY)
    if not address:
        return None
    type: Any = array.type
    b, sizes = L.b, array.words[1 : 1 + type.ndim]
    words = b.word(address), array.words[-1], b.zero, b.zero
    return _call(L, words, made(type.dtype, type.ndim), list(sizes), L.raises(np.copy, array))


def _address(L: Lowering, place: int | None) -> int:
    """That of one of NumPy's C functions; 0 where it isn't known, or where there is no machine code."""
    return 0 if place is None or L.spec.owner._options.get("_interpreter") else maker(np.ndarray, place)


def _call(L: Lowering, words: tuple[Value, ...], type: Array, sizes: list[Value], exit: Exit) -> Val:
    b = L.b
    object = L.ccall(NEW_ARRAY, routines()["new_array"], (I64, I64, I64, I64), I64, words, pure=False)
    b.guard(b.ne(object, b.zero), exit)
    data = b.load(Memory(_ITEMS, 1, DATA, _ALIAS), object)
    return L.made(Val(type, (data, *sizes, object)))


def maker_rule(function: Any) -> None:
    """zeros, ones, empty: of a shape and a dtype."""

    def rule(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
        shape, dtype = _arguments(L, function.__name__, arguments, keywords, "shape", "dtype")
        given, ndim = _dimensions(L, shape)
        kind = dtype_of(L, dtype)

        def make(shape: object) -> Any:
            return function(shape, kind.dtype)

        if all(word.type == I64 for word in given.words):  # bools are refused by some versions
            direct = make_directly(L, make, [given], list(given.words), kind, _number(L, function))
            if direct is not None:
                return direct
        return L.object_upcall(make, [given], made(kind, ndim))

    lowers(function)(rule)


def _number(L: Lowering, function: Any) -> Val | None:
    """What it fills arrays with."""
    return L.make_constant(0) if function in _ZEROS else L.make_constant(1) if function in _ONES else None


def made(dtype: Scalar, ndim: int) -> Array:
    """The type of a new array."""
    return array_of(dtype, ndim, True, False, True, True)


for _function in (np.zeros, np.ones, np.empty):
    maker_rule(_function)


@lowers(np.full)
def full(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    shape, value, dtype = _arguments(L, "full", arguments, keywords, "shape", "fill_value", "dtype")
    given, ndim = _dimensions(L, shape)
    if value is None:
        L.unsupported("np.full without a value")
    kind = dtype_of(L, dtype) if dtype is not None and dtype.type is not NONE else natural(L, value.type)

    def make(shape: object, value: object) -> Any:
        return np.full(shape, value, kind.dtype)

    if all(word.type == I64 for word in given.words):
        direct = make_directly(L, make, [given, value], list(given.words), kind, value)
        if direct is not None:
            return direct
    return L.object_upcall(make, [given, value], made(kind, ndim))


def natural(L: Lowering, type: Type) -> Scalar:
    """The dtype that NumPy gives to an array of such values."""
    if isinstance(type, Scalar):
        return type
    found = {INT: "int64", FLOAT: "float64", BOOL: "bool"}.get(type)
    if found is None:
        L.unsupported(f"an array of {type.name}")
    return SCALARS[found]


def like(function: Any) -> None:
    """zeros_like, ones_like, empty_like."""

    def rule(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
        array, dtype = _arguments(L, function.__name__, arguments, keywords, "a", "dtype")
        if array is None or not isinstance(array.type, Array):
            L.unsupported(f"np.{function.__name__} of what is no array")
        kind = dtype_of(L, dtype, array.type.dtype.dtype)
        contiguous = array.type.contiguous or array.type.ndim < 2

        def make(array: Any) -> Any:
            return function(array, kind.dtype)

        if contiguous:
            sizes = list(array.words[1 : 1 + array.type.ndim])
            direct = make_directly(L, make, [array], sizes, kind, _number(L, function))
            if direct is not None:
                return direct
        type = array_of(kind, array.type.ndim, contiguous, False, True, True)
        return L.object_upcall(make, [array], type)

    lowers(function)(rule)


for _function in (np.zeros_like, np.ones_like, np.empty_like):
    like(_function)


@lowers(np.full_like)
def full_like(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    array, value, dtype = _arguments(L, "full_like", arguments, keywords, "a", "fill_value", "dtype")
    if array is None or value is None or not isinstance(array.type, Array):
        L.unsupported("np.full_like of what is no array")
    kind = dtype_of(L, dtype, array.type.dtype.dtype)

    def make(array: Any, value: object) -> Any:
        return np.full_like(array, value, kind.dtype)

    contiguous = array.type.contiguous or array.type.ndim < 2
    if contiguous:
        direct = make_directly(L, make, [array, value], list(array.words[1 : 1 + array.type.ndim]), kind, value)
        if direct is not None:
            return direct
    return L.object_upcall(make, [array, value], array_of(kind, array.type.ndim, contiguous, False, True, True))


@lowers(np.arange)
def arange(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    start, stop, step, dtype = _arguments(L, "arange", arguments, keywords, "start", "stop", "step", "dtype")
    given = [value for value in (start, stop, step) if value is not None and value.type is not NONE]
    if dtype is not None and dtype.type is not NONE:
        kind = dtype_of(L, dtype)
    else:
        kinds = [natural(L, value.type) for value in given]
        kind = SCALARS[np.result_type(*[np.dtype(kind.dtype) for kind in kinds]).name]
        if kind.kind == "b":
            kind = SCALARS["int64"]

    def make(*bounds: object) -> Any:
        return np.arange(*bounds, dtype=kind.dtype)

    return L.object_upcall(make, given, made(kind, 1))


@lowers(np.linspace)
def linspace(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    start, stop, count = _arguments(L, "linspace", arguments, keywords, "start", "stop", "num")
    given = [value for value in (start, stop, count) if value is not None]
    return L.object_upcall(np.linspace, given, made(SCALARS["float64"], 1))


@lowers(np.dtype)
def dtype(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    kind = dtype_of(L, arguments[0] if arguments else None)
    return L.make_constant(np.dtype(kind.dtype))


@lowers(np.ascontiguousarray)
def ascontiguousarray(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    (array,) = _arguments(L, "ascontiguousarray", arguments, keywords, "a")
    if array is None or not isinstance(array.type, Array) or array.type.ndim == 0:
        L.unsupported("np.ascontiguousarray of what is no array")
    type = array.type
    if type.contiguous:
        return array
    return L.object_upcall(_contiguous, [array], array_of(type.dtype, type.ndim, True, type.readonly, False, True))


def _contiguous(array: Any) -> Any:
    return np.ascontiguousarray(array)
