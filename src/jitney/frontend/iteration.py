"""What `for` can iterate over, and how: each kind of iterable is a type of `Source`.

A loop has two hidden variables. The fixed one holds the source: what does not change. The state is what changes from
item to item: a number, a tuple of the states of the parts, or, for tuples, a type that counts (`At`), so that each item
of a tuple can have its own type: the loop unrolls by versions of its blocks.
"""

from __future__ import annotations

from ..ir.types import MAX, MIN
from .types import INT, RANGE, Array, Buffer, Tuple, Type, Val, _interned, make_tuple, tuple_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Value
    from .lowering import Lowering


class At(Type):
    """The state of iteration over a tuple: the number of the next item. No words."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        super().__init__(f"item {number}")
        self.number = number


class Source(Type):
    """Something to iterate over: `of` are the types of its parts, whose words follow one another."""

    __slots__ = ("of", "step")

    short = False
    """Whether there are at most a few hundred items, all of them handled in no time."""

    def __init__(self, of: tuple[Type, ...], step: int = 0, extra: tuple[int, ...] = ()) -> None:
        whole = Tuple(of)
        super().__init__(type(self).__name__, whole.words + extra, whole.owners)
        self.of = of
        self.step = step

    def parts(self, fixed: Val) -> list[Val]:
        found, at = [], 0
        for kind in self.of:
            found.append(Val(kind, fixed.words[at : at + len(kind.words)]))
            at += len(kind.words)
        return found

    def start(self, L: Lowering, fixed: Val) -> Val:
        raise NotImplementedError

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        raise NotImplementedError

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        raise NotImplementedError

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        raise NotImplementedError

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        """Notes what is known of the state, parameters all, within the loop. `before`: the states that it is entered
        with; none: any. What of these is relied on goes into `L.entering`."""

    def length(self, L: Lowering, fixed: Val) -> Value:
        raise NotImplementedError

    def at(self, L: Lowering, fixed: Val, number: Value) -> Val:
        """The item with that number, which is in range."""
        raise NotImplementedError


class Count(Source):
    """A range whose step is known: the state is the next number."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(INT, fixed.words[:1])

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        stop = fixed.words[1]
        return L.b.lt(state.word, stop) if self.step > 0 else L.b.lt(stop, state.word)

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return state

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, (L.b.add(state.word, L.b.word(self.step)),))  # `fixed` has seen to it that this is a word

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        number, (first, stop) = state.word, fixed.words[:2]
        words = [value.word for value in before] or [first]
        if self.step > 0:
            number.lo, number.hi = max(first.lo, min([word.lo for word in words])), stop.hi - 1
            L.below[number.id] = stop
            L.entering[number.id] = number.lo, MAX
        else:
            number.lo, number.hi = stop.lo + 1, min(first.hi, max([word.hi for word in words]))
            L.entering[number.id] = MIN, number.hi

    def length(self, L: Lowering, fixed: Val) -> Value:
        return _range_length(L, fixed.words[0], fixed.words[1], L.b.word(self.step))


class Steps(Source):
    """A range whose step is known at run time only: the state is the next number, and how many there are yet."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        first, stop, step = fixed.words
        return make_tuple([Val(INT, (first,)), Val(INT, (_range_length(L, first, stop, step),))])

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.ne(state.words[1], L.b.zero)

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, state.words[:1])

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        number, left = state.words
        return Val(state.type, (L.b.add(number, fixed.words[2]), L.b.add(left, L.b.word(-1))))


def _range_length(L: Lowering, first: Value, stop: Value, step: Value) -> Value:
    """How many numbers a range has, as an unsigned word."""
    b = L.b
    up = b.lt(b.zero, step)
    low, high = b.select(up, first, stop), b.select(up, stop, first)
    size = b.select(up, step, b.neg(step))
    size = b.select(b.eq(size, b.zero), b.word(1), size)
    gap = b.sub(b.sub(high, low), b.word(1))
    count = b.add(b.udiv(gap, size), b.word(1))
    found = b.select(b.lt(low, high), count, b.zero)
    if low.lo > -(1 << 62) and high.hi < 1 << 62:
        found.lo = max(found.lo, 0)
    return found


def in_range(L: Lowering, value: Val, number: Value) -> Value:
    """number in range, for an int"""
    b = L.b
    first, stop, step = value.words
    up = b.lt(b.zero, step)
    inside = b.select(
        up, b.band(b.le(first, number), b.lt(number, stop)), b.band(b.le(number, first), b.lt(stop, number))
    )
    if step.is_const and step.attr in (1, -1):
        return inside
    gap = b.select(up, b.sub(number, first), b.sub(first, number))  # as an unsigned word, if it is inside
    size = b.select(up, step, b.neg(step))
    return b.band(inside, b.eq(b.umod(gap, b.select(b.eq(size, b.zero), b.word(1), size)), b.zero))


def equal_ranges(L: Lowering, one: Val, other: Val) -> Value:
    """one == other: whether they have the same numbers"""
    b = L.b
    count = _range_length(L, *one.words)
    some, more = b.ne(count, b.zero), b.ne(count, b.word(1))
    first = b.bor(b.not_(some), b.eq(one.words[0], other.words[0]))
    step = b.bor(b.not_(b.band(some, more)), b.eq(one.words[2], other.words[2]))
    return b.band(b.eq(count, _range_length(L, *other.words)), b.band(first, step))


class Items(Source):
    """The items of an array or buffer: the state is the next index."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(INT, (L.b.zero,))

    def length(self, L: Lowering, fixed: Val) -> Value:
        return fixed.words[1]

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.lt(state.word, fixed.words[1])

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return self.at(L, fixed, state.word)

    def at(self, L: Lowering, fixed: Val, number: Value) -> Val:
        return L.item_at(Val(self.of[0], fixed.words), number)

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, (L.b.add(state.word, L.b.word(1)),))

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        number = state.word
        number.lo, number.hi = 0, fixed.words[1].hi - 1
        L.below[number.id] = fixed.words[1]


class TupleItems(Source):
    """The items of a tuple, one after the other."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(at(0))

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.bool(state.type.number < len(self.of[0].items))  # type: ignore[attr-defined]

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return tuple_items(Val(self.of[0], fixed.words))[state.type.number]  # type: ignore[attr-defined]

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(at(state.type.number + 1))  # type: ignore[attr-defined]


class Enumerated(Source):
    """enumerate(source, start): the words of the source, then the first number."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        inner = self.parts(fixed)[0]
        return make_tuple([Val(INT, fixed.words[-1:]), start(L, inner)])

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return test(L, self.parts(fixed)[0], tuple_items(state)[1])

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        number, inner = tuple_items(state)
        return make_tuple([number, item(L, self.parts(fixed)[0], inner)])

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        number, inner = tuple_items(state)
        number = Val(INT, (L.b.addo(number.word, L.b.word(1), L.bails("an int beyond 64 bits")),))
        return make_tuple([number, advance(L, self.parts(fixed)[0], inner)])

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        source = self.parts(fixed)[0]
        (number, inner), first = tuple_items(state), fixed.words[-1]
        parts = [tuple_items(value) for value in before]
        bound(L, source, inner, [part[1] for part in parts])
        words = [part[0].word for part in parts] or [first]
        number.word.lo = max(first.lo, min([word.lo for word in words]))  # it only grows
        L.entering[number.word.id] = number.word.lo, MAX
        if isinstance(source.type, Items) and first.is_const:
            number.word.hi = min(first.attr + source.words[1].hi - 1, MAX - 1)
            if first.attr == 0:
                L.below[number.word.id] = source.words[1]


class Zipped(Source):
    """zip(sources...)"""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return make_tuple([start(L, part) for part in self.parts(fixed)])

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        found = L.b.bool(bool(self.of))
        for part, inner in zip(self.parts(fixed), tuple_items(state), strict=True):
            found = L.b.band(found, test(L, part, inner))
        return found

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        pairs = zip(self.parts(fixed), tuple_items(state), strict=True)
        return make_tuple([item(L, part, inner) for part, inner in pairs])

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        pairs = zip(self.parts(fixed), tuple_items(state), strict=True)
        return make_tuple([advance(L, part, inner) for part, inner in pairs])

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        befores = [tuple_items(value) for value in before]
        for at, (part, inner) in enumerate(zip(self.parts(fixed), tuple_items(state), strict=True)):
            bound(L, part, inner, [items[at] for items in befores])


class Backwards(Source):
    """reversed(array or buffer): the state is the next index; below 0 there is none."""

    __slots__ = ()

    def start(self, L: Lowering, fixed: Val) -> Val:
        return Val(INT, (L.b.add(fixed.words[1], L.b.word(-1)),))

    def test(self, L: Lowering, fixed: Val, state: Val) -> Value:
        return L.b.le(L.b.zero, state.word)

    def item(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return L.item_at(Val(self.of[0], fixed.words), state.word)

    def advance(self, L: Lowering, fixed: Val, state: Val) -> Val:
        return Val(INT, (L.b.add(state.word, L.b.word(-1)),))

    def bound(self, L: Lowering, fixed: Val, state: Val, before: list[Val]) -> None:
        number = state.word
        number.lo, number.hi = 0, fixed.words[1].hi - 1


def at(number: int) -> At:
    key = (At, number)
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = At(number)
    return found  # type: ignore[return-value]


def source_of(kind: type[Source], of: tuple[Type, ...], step: int = 0, extra: tuple[int, ...] = ()) -> Source:
    key = (kind, of, step)
    found = _interned.get(key)
    if found is None:
        found = _interned[key] = kind(of, step, extra)
    return found  # type: ignore[return-value]


def unrolls(types: tuple[Type, ...]) -> bool:
    """Whether there are many versions for a good reason: a loop over a tuple."""
    return any(isinstance(type, At) or (isinstance(type, Tuple) and unrolls(type.items)) for type in types)


def is_short(source: Val) -> bool:
    """Whether there are at most a hundred items or so, as far as is known while compiling."""
    type = source.type
    if isinstance(type, TupleItems) or (isinstance(type, Source) and type.short):
        return True
    if isinstance(type, Count):
        first, stop = source.words[:2]
        return (stop.hi - first.lo if type.step > 0 else first.hi - stop.lo) <= 100
    return False


# The protocol, by the type of the fixed value.


def fixed(L: Lowering, value: Val) -> Val:
    """What a loop over `value` keeps fixed."""
    type = value.type
    if isinstance(type, Source):
        return value
    if type is RANGE:
        first, stop, step = value.words
        if step.is_const and step.attr != 0:
            size = step.attr
            # Past the last number the state goes one step further, and must still be a word.
            if size > 1 and stop.hi > MAX - size + 1:
                L.b.guard(L.b.le(stop, L.b.word(MAX - size + 1)), L.bails("a range up to the end of 64 bits"))
            elif size < -1 and stop.lo < MIN - size - 1:
                L.b.guard(L.b.le(L.b.word(MIN - size - 1), stop), L.bails("a range down to the end of 64 bits"))
            return Val(source_of(Count, (INT, INT), size), (first, stop))
        return Val(source_of(Steps, (INT, INT, INT)), value.words)
    if isinstance(type, Tuple):
        return Val(source_of(TupleItems, (type,)), value.words)
    if isinstance(type, Buffer) or (isinstance(type, Array) and type.ndim > 0):
        return Val(source_of(Items, (type,)), value.words)
    return L.misuse(iter, [value], f"iteration over {type.name}")


def _kind(value: Val) -> Any:
    return value.type


def start(L: Lowering, source: Val) -> Val:
    return _kind(source).start(L, source)  # type: ignore[no-any-return]


def test(L: Lowering, source: Val, state: Val) -> Value:
    return _kind(source).test(L, source, state)  # type: ignore[no-any-return]


def item(L: Lowering, source: Val, state: Val) -> Val:
    return _kind(source).item(L, source, state)  # type: ignore[no-any-return]


def advance(L: Lowering, source: Val, state: Val) -> Val:
    return _kind(source).advance(L, source, state)  # type: ignore[no-any-return]


def bound(L: Lowering, source: Val, state: Val, before: list[Val]) -> None:
    _kind(source).bound(L, source, state, before)


def enumerated(L: Lowering, value: Val, first: Value) -> Val:
    inner = fixed(L, value)
    return Val(source_of(Enumerated, (inner.type,), 0, (0,)), (*inner.words, first))


def zipped(L: Lowering, values: list[Val]) -> Val:
    inner = [fixed(L, value) for value in values]
    kind = source_of(Zipped, tuple([part.type for part in inner]))
    return Val(kind, tuple([word for part in inner for word in part.words]))


def backwards(L: Lowering, value: Val) -> Val:
    """reversed(value)"""
    type, b = value.type, L.b
    if type is RANGE:
        first, stop, step = value.words
        count = _range_length(L, first, stop, step)
        last = b.add(first, b.mul(b.add(count, b.word(-1)), step))
        exit = L.bails("a reversed range beyond 64 bits")
        before = b.subo(first, step, exit)
        empty = b.eq(count, b.zero)
        # An empty range stays empty; its bounds may be anything.
        last = b.select(empty, first, last)
        before = b.select(empty, first, before)
        return fixed(L, Val(RANGE, (last, before, b.neg(step))))
    if isinstance(type, Tuple):
        return fixed(L, make_tuple(tuple_items(value)[::-1]))
    if isinstance(type, Buffer) or (isinstance(type, Array) and type.ndim > 0):
        return Val(source_of(Backwards, (type,)), value.words)
    return L.unsupported(f"reversed of {type.name}")
