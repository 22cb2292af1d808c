"""Arrays and buffers: subscripts, slices, views, stores and attributes.

An index is checked against the size once, as an unsigned word, after a negative one has been moved up by it. Addresses
are left to the IR's loads and stores, which take base + index * scale.
"""

from __future__ import annotations

import math
import operator

from ..ir.function import Memory
from ..ir.types import MAX, MIN
from . import raising
from . import syntax as ast
from .objects import numpy_loaded
from .types import (
    BOOL,
    FLOAT,
    INT,
    LONGEST,
    NONE,
    RANGE,
    UINT,
    Array,
    Buffer,
    Object,
    Scalar,
    Tuple,
    Val,
    array_of,
    buffer_of,
    is_number,
    make_tuple,
    tuple_items,
    tuple_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ..ir.builder import Builder
    from ..ir.function import Exit, Value
    from .expressions import Given
    from .lowering import Lowering
    from .types import Type


# Parts of a value.


def data(value: Val) -> Value:
    return value.words[0]


def shape(value: Val) -> tuple[Value, ...]:
    """The sizes of an array's dimensions, or a buffer's length."""
    type = value.type
    return value.words[1 : 1 + type.ndim] if isinstance(type, Array) else value.words[1:2]


def strides(L: Lowering, value: Val) -> list[Value]:
    """The distances in bytes between items, for each dimension of an array."""
    type = value.type
    assert isinstance(type, Array)
    if not type.contiguous:
        return list(value.words[1 + type.ndim : 1 + 2 * type.ndim])
    found = [L.b.word(type.dtype.memory.size)]
    for size in reversed(shape(value)[1:]):
        product = L.b.mul(found[0], size)
        found.insert(0, product)
    return found[: type.ndim]


def size_of(L: Lowering, value: Val) -> Value:
    """The count of items of an array."""
    found = L.b.word(1)
    for size in shape(value):
        found = L.b.mul(found, size)
    L.b.narrow_new(found, 0, LONGEST)
    return found


def alias(value: Val) -> str:
    """The alias class of its memory: what was made inside the call overlaps nothing else."""
    return "fresh" if value.type.fresh else "given"  # type: ignore[attr-defined]


# Indices.


def wrapped(L: Lowering, index: Value, size: Value, exit: Callable[[], Exit]) -> Value:
    """An index from 0, for one that may be negative; leaves by the exit where it is out of range."""
    b = L.b
    if index.is_const and size.is_const and -size.attr <= index.attr < size.attr:
        return b.word(index.attr % size.attr)
    if index.lo < 0:
        moved = b.add(index, size)
        index = moved if index.hi < 0 else b.select(b.lt(index, b.zero), moved, index)
    if L.below.get(index.id) is size:
        return index
    inside = b.ult(index, size)
    if not (inside.is_const and inside.attr):
        b.guard(inside, exit())
        if not index.is_const and index.lo < 0:
            index = L.nonnegative(index)
    return index


class _Cut:
    """One dimension under a slice: where it begins and ends, its length, and its step."""

    __slots__ = ("first", "last", "length", "step", "whole")

    def __init__(self, first: Value, last: Value, length: Value, step: Value, whole: bool) -> None:
        self.first = first
        self.last = last
        self.length = length
        self.step = step
        self.whole = whole


def cut(L: Lowering, node: ast.Slice, size: Value) -> _Cut:
    """A slice of a dimension of that size (CPython's PySlice_AdjustIndices)."""
    b = L.b
    if node.lower is None and node.upper is None and node.step is None:
        return _Cut(b.zero, size, size, b.word(1), True)
    lower, upper = _bound_value(L, node.lower), _bound_value(L, node.upper)
    given = None if node.step is None else L.lower_expression(node.step)
    step = b.word(1) if given is None or given.type is NONE else _slice_word(L, given)
    if step.lo <= 0 <= step.hi:
        if step.is_const:
            L.leave(L.raises(_slice_step_zero))
        b.guard(b.ne(step, b.zero), L.raises(_slice_step_zero))
    down = b.lt(step, b.zero)
    low = b.select(down, b.word(-1), b.zero)
    high = b.select(down, b.add(size, b.word(-1)), size)
    first = b.select(down, high, low) if lower is None else _clipped(b, lower, size, low, high)
    last = b.select(down, low, high) if upper is None else _clipped(b, upper, size, low, high)
    gap = b.select(down, b.sub(first, last), b.sub(last, first))
    width = b.select(down, b.neg(step), step)
    if width.is_const:
        count = gap if width.attr == 1 else b.div(b.add(gap, b.word(width.attr - 1)), width)
    else:
        width = b.select(
            b.lt(b.zero, width), b.select(b.lt(width, b.word(LONGEST)), width, b.word(LONGEST)), b.word(LONGEST)
        )
        b.narrow_new(width, 1, LONGEST)
        count = b.add(b.div(b.add(gap, b.word(-1)), width), b.word(1))
    length = b.select(b.lt(b.zero, gap), count, b.zero)
    b.narrow_new(length, 0, LONGEST)
    return _Cut(first, last, length, step, False)


def _slice_step_zero() -> object:
    return [][::0]


def _bound_value(L: Lowering, node: ast.expr | None) -> Value | None:
    """The word of a bound of a slice; None where there is none."""
    value = None if node is None else L.lower_expression(node)
    return None if value is None or value.type is NONE else _slice_word(L, value)


def _slice_word(L: Lowering, value: Val) -> Value:
    if value.type is UINT or (isinstance(value.type, Scalar) and value.type.dtype == "uint64"):
        b = L.b  # beyond any size is as good as the greatest word
        return b.select(b.le(b.zero, value.word), value.word, b.word(MAX))
    if isinstance(value.type, Array):
        L.unsupported(f"a slice with {value.type.name}")
    known = L.constant(value)
    if isinstance(known, int) and not value.words:
        return L.b.word(MAX if known > 0 else MIN)
    if not (value.type in (INT, BOOL) or (isinstance(value.type, Scalar) and value.type.kind in "iu")):
        L.leave(L.raises(_slice_by, value))
    return L.to_int_word(value)


def _slice_by(bound: object) -> object:
    empty: Any = ()
    return empty[bound:]


def _clipped(b: Builder, index: Value, size: Value, low: Value, high: Value) -> Value:
    """A bound of a slice, from the beginning, within `low` and `high`."""
    if index.lo < 0:
        moved = b.add(index, size)
        index = moved if index.hi < 0 else b.select(b.lt(index, b.zero), moved, index)
    if index.lo < low.lo or low.lo != low.hi:
        index = b.select(b.lt(index, low), low, index)
    return b.select(b.lt(high, index), high, index)


def subscript(L: Lowering, value: Val, index: ast.expr | Given) -> Val:
    """value[index]"""
    if isinstance(value.type, Buffer):
        if isinstance(index, ast.Slice):
            return slice_buffer(L, value, index)
        where = L.index(index)
        if not is_number(where.type) or where.type is FLOAT or _is_float(where.type):
            L.misuse(operator.getitem, [value, where], f"an index that is {where.type.name}")
        return load_item(L, value, wrapped(L, buffer_index(L, where), value.words[1], _index_exit(L, value)))
    place = locate(L, value, index)
    return place.load(L) if isinstance(place, Place) else place


def buffer_index(L: Lowering, where: Val) -> Value:
    """The word of an index; one beyond 63 bits is out of range, with an exception of its own."""
    return L.to_int_word(where)


def _is_float(type: Type) -> bool:
    return isinstance(type, Scalar) and type.kind in "fb"


def _index_exit(L: Lowering, value: Val) -> Callable[[], Exit]:
    kind, code = value.type.kind, value.type.code  # type: ignore[attr-defined]
    return lambda: L.raises(raising.index_sequence(kind, code))


def load_item(L: Lowering, value: Val, index: Value) -> Val:
    """The item of a buffer at an index that is in range."""
    type = value.type
    assert isinstance(type, Buffer)
    word = L.b.load(Memory(type.memory, type.memory.size, 0, alias(value)), value.words[0], index)
    if type.memory.name == "f32":
        word = L.b.s2f(word)
    return Val(type.item, (word,))


class Place:
    """An item of an array: where it is in memory."""

    __slots__ = ("array", "base", "index", "scale")

    def __init__(self, array: Val, base: Value, index: Value | None, scale: int) -> None:
        self.array = array
        self.base = base
        self.index = index
        self.scale = scale

    def memory(self) -> Memory:
        type = self.array.type
        return Memory(type.dtype.memory, self.scale, 0, alias(self.array))  # type: ignore[attr-defined]

    def load(self, L: Lowering) -> Val:
        return Val(self.array.type.dtype, (L.b.load(self.memory(), self.base, self.index),))  # type: ignore[attr-defined]

    def store(self, L: Lowering, word: Value) -> None:
        L.b.store(self.memory(), word, self.base, self.index)


def locate(L: Lowering, value: Val, index: ast.expr | Given, store: bool = False) -> Place | Val:
    """What value[index] is: the place of an item, or a view of the array."""
    type = value.type
    assert isinstance(type, Array)
    parts: list[Any] = list(index.elts) if isinstance(index, ast.Tuple) else [index]
    wheres: list[Any] = [part if isinstance(part, ast.Slice) else L.index(part) for part in parts]
    if store and type.readonly:
        L.leave(L.raises(raising.store_readonly("numpy")))
    resolved: list[Any] = []  # a word, a slice node, None for a new axis, Ellipsis
    for part, where in zip(parts, wheres, strict=True):
        if isinstance(part, ast.Slice):
            resolved.append(part)
            continue
        kind = where.type
        if kind is NONE:
            resolved.append(None)
        elif isinstance(kind, Object) and kind.value is ...:
            resolved.append(...)
        elif isinstance(kind, Array):
            L.unsupported("an array as an index", "write a loop over the indices", L.node)
        elif kind is BOOL or (isinstance(kind, Scalar) and kind.kind == "b"):
            if store or len(parts) > 1:
                L.unsupported("a bool as an index", None, L.node)
            copied = array_of(type.dtype, type.ndim + 1, False, False, True, True)
            return L.object_upcall(operator.getitem, [value, where], copied)
        elif isinstance(kind, Tuple):
            items = tuple_items(where)
            if len(parts) > 1 or not all(item.type in (INT, UINT) or _is_integer(item.type) for item in items):
                L.unsupported("such a tuple as an index", "write the indices into the subscript", L.node)
            resolved.extend([L.to_int_word(item) for item in items])
        elif not (kind is INT or kind is UINT or _is_integer(kind)):
            L.misuse(_index_by, [where], f"an index that is {kind.name}", None, (IndexError,))
        else:
            resolved.append(L.to_int_word(where))
    used = sum(part is not None and part is not ... for part in resolved)
    if used > type.ndim:
        L.leave(L.raises(_too_many_indices(type.ndim, used)))
    if ... in resolved:
        k = resolved.index(...)
        resolved[k : k + 1] = [ast.Slice(None, None, None)] * (type.ndim - used)
    else:
        resolved += [ast.Slice(None, None, None)] * (type.ndim - used)
    if all(not isinstance(part, ast.Slice) and part is not None for part in resolved):
        return item_place(L, value, resolved)
    return view(L, value, resolved)


def _is_integer(type: Type) -> bool:
    return isinstance(type, Scalar) and type.kind in "iu"


def _index_by(index: object) -> object:
    import sys

    return sys.modules["numpy"].zeros(1)[index]


def _too_many_indices(ndim: int, count: int) -> Callable[[], object]:
    def recipe() -> object:
        return raising.index_array((1,) * ndim, *(0,) * count)

    return recipe


def checked(L: Lowering, value: Val, indices: list[Value], dims: list[int]) -> list[Value]:
    """The indices of these dimensions, moved up if negative, and found to be in range."""
    sizes = shape(value)
    given = make_tuple([Val(INT, (index,)) for index in indices])
    total = len(sizes)

    def exit() -> Exit:
        return L.raises(_replay_index(tuple(dims), total), make_tuple([Val(INT, (size,)) for size in sizes]), given)

    return [wrapped(L, index, sizes[dim], exit) for index, dim in zip(indices, dims, strict=True)]


def _replay_index(dims: tuple[int, ...], total: int) -> Callable[..., object]:
    def recipe(shape: tuple[int, ...], given: tuple[int, ...]) -> object:
        full: list[Any] = [slice(None)] * total
        for dim, index in zip(dims, given, strict=True):
            full[dim] = index
        return raising.index_array(shape, *full)

    return recipe


def item_place(L: Lowering, value: Val, indices: list[Value]) -> Place:
    """The place of the item at these indices, one for each dimension."""
    type = value.type
    assert isinstance(type, Array)
    b = L.b
    size = type.dtype.memory.size
    words = checked(L, value, indices, list(range(type.ndim)))
    base = data(value)
    if not words:
        return Place(value, base, None, 1)
    if type.contiguous:
        offset = words[0]
        for index, extent in zip(words[1:], shape(value)[1:], strict=True):
            offset = b.add(b.mul(offset, extent), index)
        return Place(value, base, offset, size)
    steps = strides(L, value)
    for index, stride in zip(words[:-1], steps[:-1], strict=True):
        base = b.add(base, b.mul(index, stride))
    return Place(value, base, b.mul(words[-1], steps[-1]), 1)


def view(L: Lowering, value: Val, parts: list[Any]) -> Val:
    """A view: `parts` has a word, a slice or None (a new axis) for each dimension."""
    type = value.type
    assert isinstance(type, Array)
    b = L.b
    sizes, steps = shape(value), strides(L, value)
    fixed = [
        (dim, part) for dim, part in enumerate(p for p in parts if p is not None) if not isinstance(part, ast.Slice)
    ]
    found = checked(L, value, [part for _, part in fixed], [dim for dim, _ in fixed])
    words = dict(zip((dim for dim, _ in fixed), found, strict=True))
    base, dim = data(value), 0
    new_sizes: list[Value] = []
    new_steps: list[Value] = []
    contiguous = type.contiguous
    free = False  # a dimension that is kept has come: what follows must be whole for the view to be contiguous
    for part in parts:
        if part is None:
            new_sizes.append(b.word(1))
            new_steps.append(b.zero)
            contiguous = False
            continue
        if isinstance(part, ast.Slice):
            piece = cut(L, part, sizes[dim])
            if not piece.whole:
                if free or not (piece.step.is_const and piece.step.attr == 1):
                    contiguous = False
                # an empty slice may begin at the end, or before the beginning: nothing is read there
                base = b.add(base, b.mul(piece.first, steps[dim]))
            new_sizes.append(piece.length)
            # of an empty slice, NumPy forgets the step
            step = b.select(b.eq(piece.length, b.zero), b.word(1), piece.step)
            new_steps.append(b.mul(steps[dim], step))
            free = True
        else:
            if free:
                contiguous = False
            base = b.add(base, b.mul(words[dim], steps[dim]))
        dim += 1
    kind = array_of(type.dtype, len(new_sizes), contiguous, type.readonly, type.fresh, type.held, False)
    layout = new_sizes if contiguous else new_sizes + new_steps
    return Val(kind, (base, *layout, value.words[-1]))


def slice_buffer(L: Lowering, value: Val, node: ast.Slice) -> Val:
    type = value.type
    assert isinstance(type, Buffer)
    if type.kind in ("bytearray", "array") or (type.kind == "bytes" and node.step is not None):
        bounds = [L.make_constant(None) if part is None else L.lower_expression(part) for part in _bounds(node)]
        for bound in bounds:
            if not (bound.type is NONE or isinstance(bound.type, Object)):
                _slice_word(L, bound)
        copied = buffer_of(type.kind, type.code, type.kind == "bytes", type.kind != "bytes", True)
        return L.object_upcall(_slice_of, [value, *bounds], copied)
    piece = cut(L, node, value.words[1])
    if not (piece.step.is_const and piece.step.attr == 1):
        L.unsupported(f"a slice of {type.name} with a step", "use a loop over range(start, stop, step)")
    b = L.b
    base = b.add(value.words[0], b.mul(piece.first, b.word(type.memory.size)))
    kind = buffer_of(type.kind, type.code, type.readonly, type.fresh, type.held, False)
    return Val(kind, (base, piece.length, value.words[2]))


def _bounds(node: ast.Slice) -> tuple[ast.expr | None, ...]:
    return (node.lower, node.upper, node.step)


def _slice_of(value: Any, *bounds: Any) -> Any:
    return value[slice(*bounds)]


def item_at(L: Lowering, value: Val, number: Value) -> Val:
    """The item, or part, with that number of an array or buffer; it is in range."""
    type = value.type
    if isinstance(type, Buffer):
        return load_item(L, value, number)
    assert isinstance(type, Array)
    if type.ndim == 1:
        size = type.dtype.memory.size
        if type.contiguous:
            return Place(value, data(value), number, size).load(L)
        return Place(value, data(value), L.b.mul(number, strides(L, value)[0]), 1).load(L)
    base = L.b.add(data(value), L.b.mul(number, strides(L, value)[0]))
    layout = list(shape(value)[1:])
    if not type.contiguous:
        layout += strides(L, value)[1:]
    kind = array_of(type.dtype, type.ndim - 1, type.contiguous, type.readonly, type.fresh, type.held, False)
    return Val(kind, (base, *layout, value.words[-1]))


def unpack(L: Lowering, value: Val, count: int) -> list[Val]:
    """The items of an array or buffer that must have `count` of them."""
    if not isinstance(value.type, (Array, Buffer)) or (isinstance(value.type, Array) and not value.type.ndim):
        L.leave(L.raises(raising.unpacker(count), value))
    length = value.words[1]
    b = L.b
    b.guard(b.eq(length, b.word(count)), L.raises(_unpack_length(count), Val(INT, (length,))))
    return [item_at(L, value, b.word(number)) for number in range(count)]


def _unpack_length(count: int) -> Callable[..., object]:
    recipe = raising.unpacker(count)

    def replay(length: int) -> object:
        return recipe(iter(range(length)))

    return replay


# Stores.


def store(L: Lowering, whole: Val, index: ast.expr, value: Val) -> None:
    """whole[index] = value"""
    type = whole.type
    if isinstance(type, Buffer):
        if isinstance(index, ast.Slice):
            L.unsupported(f"assignment to a slice of {type.name}", "write a loop")
        where = L.lower_expression(index)
        if type.readonly:
            L.leave(L.raises(raising.store_readonly(type.kind)))
        if not is_number(where.type) or where.type is FLOAT or _is_float(where.type):
            L.misuse(operator.setitem, [whole, where, value], f"an index that is {where.type.name}")
        recipe = raising.store_sequence(type.kind, type.code)
        at = wrapped(L, buffer_index(L, where), whole.words[1], lambda: L.raises(recipe, value))
        word = buffer_word(L, type, value)
        if not type.fresh:
            L.b.effect()
        L.b.store(Memory(type.memory, type.memory.size, 0, alias(whole)), word, whole.words[0], at)
        return
    assert isinstance(type, Array)
    place = locate(L, whole, index, store=True)
    if not isinstance(place, Place):
        store_view(L, place, value)
        return
    word = array_word(L, type.dtype, value)
    if not type.fresh:
        L.b.effect()
    place.store(L, word)


def store_view(L: Lowering, target: Val, value: Val) -> None:
    """view[...] = value, for scalars and arrays: NumPy does it."""
    type = target.type
    assert isinstance(type, Array)
    if not (isinstance(value.type, (Array, Scalar)) or value.type in (INT, UINT, FLOAT, BOOL)):
        L.unsupported(f"assignment of {value.type.name} to a view of an array")
    if not type.fresh:
        L.b.effect()
    if not type.readonly and is_number(value.type):
        from .library.arrays import fill_directly

        if fill_directly(L, target, value):
            return
    L.object_upcall(_assign_all, [target, value], NONE)


def _assign_all(target: Any, value: object) -> None:
    target[...] = value


def fits(L: Lowering, word: Value, low: int, high: int, exit: Callable[[], Exit]) -> None:
    """Leaves by the exit unless the signed word is from `low` to `high`."""
    b = L.b
    if word.lo >= low and word.hi <= high:
        return
    if low > MIN:
        b.guard(b.le(b.word(low), word), exit())
    if high < MAX:
        b.guard(b.le(word, b.word(high)), exit())


def buffer_word(L: Lowering, type: Buffer, value: Val) -> Value:
    """The word to store for a value in a buffer's item; raises what Python raises where it doesn't fit."""
    b, memory = L.b, type.memory
    recipe = raising.store_value(type.kind, type.code)

    def exit() -> Exit:
        return L.raises(recipe, value)

    kind = value.type
    if isinstance(kind, Object) and isinstance(kind.value, int) and type.item is FLOAT:
        try:
            value = L.make_constant(float(kind.value))
        except OverflowError:
            L.leave(exit())
        kind = value.type
    if type.item is FLOAT:
        if not (kind in (INT, UINT, FLOAT, BOOL) or isinstance(kind, Scalar)):
            L.leave(exit())
        word = L.to_float(value)
        return b.f2s(word) if memory.name == "f32" else word
    if type.item is BOOL:
        return L.truth(value)
    if kind is FLOAT or kind is NONE or not (kind in (INT, UINT, BOOL) or isinstance(kind, Scalar)):
        L.leave(exit())
    if isinstance(kind, Scalar) and kind.kind in "fb":
        L.leave(exit())
    if memory.name == "u64":
        if kind is UINT or (isinstance(kind, Scalar) and kind.dtype == "uint64"):
            return value.word
        word = L.to_int_word(value)
        b.guard(b.le(b.zero, word), exit())
        return word
    if kind is UINT or (isinstance(kind, Scalar) and kind.dtype == "uint64"):
        b.guard(b.le(b.zero, value.word), exit())
    word = value.word if kind is not BOOL else b.b2i(value.word)
    bits = 8 * memory.size
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if memory.signed else (0, (1 << bits) - 1)
    fits(L, word, low, high, exit)
    return word


def array_word(L: Lowering, dtype: Scalar, value: Val) -> Value:
    """The word to store for a value in an array of that dtype, converted as NumPy's assignment does."""
    from . import scalars

    b, kind = L.b, value.type
    recipe = raising.store_array(dtype.dtype)
    zero_dimensional = isinstance(kind, Array) and kind.ndim == 0
    if zero_dimensional:
        value = Place(value, data(value), None, 1).load(L)
        kind = value.type
    if kind is NONE and dtype.kind in "bf":
        return b.false if dtype.kind == "b" else scalars.constant(b, dtype, math.nan)
    if isinstance(kind, Object) and isinstance(kind.value, int) and dtype.kind in "bf":
        try:
            return L.make_constant(numpy_loaded().dtype(dtype.dtype).type(kind.value)).word
        except OverflowError:
            L.leave(L.raises(recipe, value))
    if not is_number(kind):
        message = f"assignment of {kind.name} to an item of an array"
        L.misuse(recipe, [value], message, L.array_hint(kind), (TypeError, ValueError, OverflowError))
    number = value
    if (
        isinstance(kind, Scalar)
        and kind is not dtype
        and kind.kind in "iuf"
        and dtype.kind == "i"
        and not zero_dimensional
    ):
        # Stored one by one, other scalars become Python's numbers, which must fit. Unsigned items take any.
        if kind.kind == "f":
            number = Val(FLOAT, (L.to_float(value),))
        else:
            number = Val(UINT if kind.dtype == "uint64" else INT, value.words)
    return scalars.cast(L, number, dtype, scalars.Replay(L, recipe, value)).word


# Attributes.


def array_attribute(L: Lowering, value: Val, name: str) -> Val | None:
    type = value.type
    assert isinstance(type, Array)
    b = L.b
    if name == "shape":
        return make_tuple([Val(INT, (size,)) for size in shape(value)])
    if name == "ndim":
        return L.make_constant(type.ndim)
    if name == "size":
        return Val(INT, (size_of(L, value),))
    if name == "itemsize":
        return L.make_constant(type.dtype.memory.size)
    if name == "nbytes":
        return Val(INT, (b.mul(size_of(L, value), b.word(type.dtype.memory.size)),))
    if name == "strides":
        return strides_attribute(L, value)
    if name == "dtype":
        return L.make_constant(numpy_loaded().dtype(type.dtype.dtype))
    if name == "T":
        if type.ndim < 2:
            return Val(
                array_of(type.dtype, type.ndim, type.contiguous, type.readonly, type.fresh, type.held, False),
                value.words,
            )
        kind = array_of(type.dtype, type.ndim, False, type.readonly, type.fresh, type.held, False)
        return Val(kind, (data(value), *shape(value)[::-1], *strides(L, value)[::-1], value.words[-1]))
    return None


def strides_attribute(L: Lowering, value: Val) -> Val:
    """The strides. Those of an array without items may be anything: NumPy is asked."""
    kind = tuple_of((INT,) * value.type.ndim)  # type: ignore[attr-defined]
    words = L.either(
        L.b.ne(size_of(L, value), L.b.zero),
        lambda: strides(L, value),
        lambda: list(L.object_upcall(operator.attrgetter("strides"), [value], kind).words),
        cold=2,
    )
    return Val(kind, tuple(words))


def buffer_attribute(L: Lowering, value: Val, name: str) -> Val | None:
    type = value.type
    assert isinstance(type, Buffer)
    if name == "itemsize" and type.kind in ("memoryview", "array"):
        return L.make_constant(type.memory.size)
    if type.kind == "memoryview":
        if name == "nbytes":
            return Val(INT, (L.b.mul(value.words[1], L.b.word(type.memory.size)),))
        if name == "ndim":
            return L.make_constant(1)
        if name == "readonly":
            return L.make_constant(type.readonly)
        if name == "shape":
            return make_tuple([Val(INT, (value.words[1],))])
    return None


def range_item(L: Lowering, value: Val, index: ast.expr | Given) -> Val:
    from .iteration import _range_length

    b = L.b
    first, stop, step = value.words
    count = _range_length(L, first, stop, step)
    if isinstance(index, ast.Slice):
        b.guard(b.le(b.zero, count), L.bails("a range of more than 63 bits"))
        piece = cut(L, index, L.nonnegative(count))
        exit = L.bails("an int beyond 64 bits")
        stride = b.mulo(step, piece.step, exit)
        start = b.addo(first, b.mulo(piece.first, step, exit), exit)
        return Val(RANGE, (start, b.addo(first, b.mulo(piece.last, step, exit), exit), stride))
    where = L.index(index)
    if not (where.type in (INT, UINT, BOOL) or _is_integer(where.type)):
        L.misuse(operator.getitem, [value, where], f"an index that is {where.type.name}")
    at = wrapped(L, L.to_int_word(where), count, lambda: L.raises(operator.getitem, value, where))
    return Val(INT, (b.add(first, b.mul(at, step)),))
