"""Python's built-in functions and types."""

from __future__ import annotations

import builtins

from .. import buffers, iteration, numbers, texts
from ..objects import MISSING, sample
from ..prange import prange
from ..types import (
    BOOL,
    FLOAT,
    INT,
    NONE,
    RANGE,
    UINT,
    Array,
    Buffer,
    Object,
    Scalar,
    Tuple,
    Val,
    buffer_of,
    is_number,
    make_tuple,
    tuple_items,
)
from . import lowers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ...ir.function import Value
    from ..lowering import Lowering

Keywords = dict[str, Val]


def plain(L: Lowering, name: str, arguments: list[Val], keywords: Keywords, least: int, most: int) -> None:
    """Python's exception, or a refusal, for keywords and another number of arguments."""
    if keywords:
        misused(L, name, arguments, keywords, f"{name}() with {', '.join(keywords)}")
    if not least <= len(arguments) <= most:
        misused(L, name, arguments, keywords, f"{name}() with {len(arguments)} arguments")


def misused(L: Lowering, name: str, arguments: list[Val], keywords: Keywords, message: str, hint: str = "") -> Any:
    """A call of a builtin function that no rule is for."""
    function, names, count = getattr(builtins, name), tuple(keywords), len(arguments)

    def call(*values: object) -> object:
        return function(*values[:count], **dict(zip(names, values[count:], strict=True)))

    return L.misuse(call, [*arguments, *keywords.values()], message, hint or None)


@lowers(len)
def lower_len(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "len", arguments, keywords, 1, 1)
    value = arguments[0]
    if isinstance(value.type, Tuple):
        return L.make_constant(len(value.type.items))
    if isinstance(value.type, Buffer) or (isinstance(value.type, Array) and value.type.ndim):
        return Val(INT, (value.words[1],))
    if value.type is RANGE:
        count = iteration._range_length(L, *value.words)
        L.b.guard(L.b.le(L.b.zero, count), L.raises(len, value))
        return Val(INT, (count,))
    known = L.constant(value)
    if isinstance(known, str):
        return L.make_constant(len(known))
    return misused(L, "len", arguments, keywords, f"len() of {value.type.name}")  # type: ignore[no-any-return]


def _is_int(value: Val) -> bool:
    type = value.type
    return type in (INT, UINT, BOOL) or (isinstance(type, Scalar) and type.kind in "iu")


@lowers(range, prange)
def lower_range(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "range", arguments, keywords, 1, 3)
    words = []
    for argument in arguments:
        if not _is_int(argument):
            misused(L, "range", arguments, keywords, f"range() of {argument.type.name}")
        words.append(L.to_int_word(argument))
    b = L.b
    if len(words) == 1:
        words = [b.zero, words[0]]
    if len(words) == 2:
        words.append(b.word(1))
    step = words[2]
    if step.is_const:
        if step.attr == 0:
            L.leave(L.raises(range, *arguments))
    elif step.lo <= 0 <= step.hi:
        b.guard(b.ne(step, b.zero), L.raises(range, *arguments))
    return Val(RANGE, tuple(words))


@lowers(enumerate)
def lower_enumerate(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    if "start" in keywords:
        arguments = [*arguments, keywords.pop("start")]
    if "iterable" in keywords:
        arguments = [keywords.pop("iterable"), *arguments]
    plain(L, "enumerate", arguments, keywords, 1, 2)
    first = arguments[1] if len(arguments) > 1 else L.make_constant(0)
    return iteration.enumerated(L, arguments[0], L.to_int_word(first))


@lowers(zip)
def lower_zip(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    strict = keywords.pop("strict", None)
    if keywords or (strict is not None and L.constant(strict) is not False):
        L.unsupported("zip() with keywords")
    return iteration.zipped(L, arguments)


@lowers(reversed)
def lower_reversed(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "reversed", arguments, keywords, 1, 1)
    return iteration.backwards(L, arguments[0])


@lowers(abs)
def lower_abs(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "abs", arguments, keywords, 1, 1)
    return absolute(L, arguments[0])


def absolute(L: Lowering, value: Val) -> Val:
    type, b = value.type, L.b
    if type is FLOAT or (isinstance(type, Scalar) and type.kind == "f"):
        return Val(type, (b.fabs(value.word),))
    if type is BOOL:
        return Val(INT, (b.b2i(value.word),))
    if type is UINT or (isinstance(type, Scalar) and type.kind in "ub"):
        return value
    if type is INT or isinstance(type, Scalar):
        word = value.word
        if word.lo >= 0:
            return value
        negative = b.neg(word)
        if type is INT:
            negative = b.subo(b.zero, word, L.bails("an int beyond 64 bits"))
        elif isinstance(type, Scalar):
            negative = b.extend(negative, type.bits, True)
        found = b.select(b.lt(word, b.zero), negative, word)
        if type is INT and not found.is_const:
            found.lo = max(found.lo, 0)
        return Val(type, (found,))
    return misused(L, "abs", [value], {}, f"abs() of {type.name}")  # type: ignore[no-any-return]


@lowers(bool)
def lower_bool(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "bool", arguments, keywords, 0, 1)
    return Val(BOOL, (L.truth(arguments[0]),)) if arguments else L.make_constant(False)


@lowers(float)
def lower_float(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "float", arguments, keywords, 0, 1)
    if not arguments:
        return L.make_constant(0.0)
    known = L.constant(arguments[0])
    if isinstance(known, str):
        try:
            return L.make_constant(float(known))
        except ValueError:
            L.leave(L.raises(float, arguments[0]))
    value = scalar(L, arguments[0])
    if not is_number(value.type):
        misused(L, "float", arguments, keywords, f"float() of {value.type.name}")
    return Val(FLOAT, (L.to_float(value),))


@lowers(int)
def lower_int(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    if len(arguments) == 2 and not keywords:
        text, base = L.constant(arguments[0]), L.constant(arguments[1])
        if isinstance(text, str) and isinstance(base, int):
            try:
                return L.make_constant(int(text, base))
            except ValueError:
                L.leave(L.raises(int, *arguments))
        misused(L, "int", arguments, keywords, "int() with a base")
    plain(L, "int", arguments, keywords, 0, 1)
    if not arguments:
        return L.make_constant(0)
    value = scalar(L, arguments[0])
    known = L.constant(value)
    if isinstance(known, (str, int)) and isinstance(value.type, Object):
        try:
            return L.make_constant(int(known))
        except ValueError:
            L.leave(L.raises(int, value))
    if not is_number(value.type):
        misused(L, "int", arguments, keywords, f"int() of {value.type.name}")
    return numbers.to_int(L, value)


def scalar(L: Lowering, value: Val) -> Val:
    """The item of a 0-d array, which converts as a number; other values as they are."""
    if isinstance(value.type, Array) and value.type.ndim == 0:
        return buffers.Place(value, value.words[0], None, 1).load(L)
    return value


@lowers(round)
def lower_round(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    if "ndigits" in keywords:
        arguments = [*arguments, keywords.pop("ndigits")]
    plain(L, "round", arguments, keywords, 1, 2)
    digits = arguments[1] if len(arguments) > 1 and arguments[1].type is not NONE else None
    return numbers.round_(L, arguments[0], digits)


@lowers(divmod)
def lower_divmod(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "divmod", arguments, keywords, 2, 2)
    one, two = arguments
    if all(value.type in (INT, UINT, FLOAT, BOOL) for value in arguments):
        return make_tuple(list(numbers.divmod_(L, one, two)))
    if not (is_number(one.type) and is_number(two.type)):
        misused(L, "divmod", arguments, keywords, f"divmod() of {one.type.name} and {two.type.name}")
    return make_tuple([L.binary("floordiv", one, two), L.binary("mod", one, two)])


@lowers(pow)
def lower_pow(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    for name in ("base", "exp", "mod"):
        if name in keywords:
            arguments = [*arguments, keywords.pop(name)]
    plain(L, "pow", arguments, keywords, 2, 3)
    if len(arguments) == 3 and arguments[2].type is not NONE:
        return numbers.pow3(L, *arguments)
    return L.binary("pow", arguments[0], arguments[1])


def extreme(L: Lowering, name: str, arguments: list[Val], keywords: Keywords) -> Val:
    """min and max: the first of the operands that none of the later ones beats."""
    given = list(arguments)
    default = keywords.get("default")
    if set(keywords) - {"default"} or not arguments or (default is not None and len(arguments) > 1):
        misused(L, name, arguments, keywords, f"{name}() with {', '.join(keywords)}")
    if len(arguments) == 1:
        if not isinstance(arguments[0].type, Tuple):
            return reduce(L, name, arguments[0], *([] if default is None else [default]))
        arguments = tuple_items(arguments[0])
        if not arguments:
            return default if default is not None else L.leave(L.raises(getattr(builtins, name), *given))
    if not all(is_number(argument.type) for argument in arguments):
        if not all(isinstance(argument.type, Tuple) for argument in arguments):
            misused(L, name, given, keywords, f"{name}() of {arguments[0].type.name}")
    op, b = "lt" if name == "min" else "gt", L.b
    if len({argument.type for argument in arguments}) == 1:
        best = arguments[0]
        for argument in arguments[1:]:
            better = L.ordered(op, argument, best)
            pairs = zip(argument.words, best.words, strict=True)
            best = Val(best.type, tuple([b.select(better, x, y) for x, y in pairs]))
        return best
    # Where types differ, the best so far may be any of those before: it is known by a condition for each.
    chosen: list[Value] = [b.true]
    for argument in arguments[1:]:
        better = b.false
        for condition, rival in zip(chosen, arguments, strict=False):
            if not (condition.is_const and not condition.attr):
                better = b.bor(better, b.band(condition, L.ordered(op, argument, rival)))
        worse = b.not_(better)
        chosen = [*[b.band(condition, worse) for condition in chosen], better]
    alternatives = zip(chosen, arguments, strict=True)
    return L.choose(list(alternatives))


@lowers(min)
def lower_min(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return extreme(L, "min", arguments, keywords)


@lowers(max)
def lower_max(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return extreme(L, "max", arguments, keywords)


def reduce(L: Lowering, name: str, value: Val, *more: Val) -> Val:
    """min, max or sum over an array, buffer or range: a function of its own, written in Python."""
    from . import reductions

    type = value.type
    if not (isinstance(type, Buffer) or type is RANGE or (isinstance(type, Array) and type.ndim == 1)):
        misused(L, name, [value, *more], {}, f"{name}() of {type.name}", "write a loop")
    rule = name
    if name == "sum" and isinstance(type, Buffer) and type.item is FLOAT and reductions.COMPENSATED:
        kind = more[0].type if more else INT
        if kind is FLOAT:
            function = reductions.reduction(L, "compensated")
            return L.call_object(function, [value, more[0], L.make_constant(0)], {})
        rule = "floats" if kind in (INT, UINT) else "sum"
    return L.call_object(reductions.reduction(L, f"{rule}{1 + len(more)}"), [value, *more], {})


@lowers(sum)
def lower_sum(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    if "start" in keywords:
        arguments = [*arguments, keywords.pop("start")]
    plain(L, "sum", arguments, keywords, 1, 2)
    value = arguments[0]
    if isinstance(value.type, Tuple):
        return sum_items(L, tuple_items(value), arguments[1] if len(arguments) > 1 else L.make_constant(0))
    return reduce(L, "sum", value, *arguments[1:])


def sum_items(L: Lowering, items: list[Val], total: Val) -> Val:
    """The sum of a tuple. From 3.12 on, what floats lose (`lost`) is added in the end (bltinmodule.c)."""
    from . import reductions

    b = L.b
    lost: Value | None = None
    compensating = reductions.COMPENSATED and total.type in (INT, UINT, FLOAT)
    for item in items:
        if compensating and total.type is FLOAT:
            adds = item.type is FLOAT or (reductions.INTS_TOO and item.type in (INT, UINT, BOOL))
            if adds:
                x, y = total.word, L.to_float(item)
                new = b.fadd(x, y)
                large, small = b.fadd(b.fsub(x, new), y), b.fadd(b.fsub(y, new), x)
                lost = b.fadd(lost or b.float(0.0), b.select(b.fle(b.fabs(y), b.fabs(x)), large, small))
                total = Val(FLOAT, (new,))
                continue
            if item.type not in (INT, BOOL):
                total, lost, compensating = _with_lost(L, total, lost), None, False
        elif compensating and item.type not in (INT, UINT, BOOL, FLOAT):
            compensating = False
        total = L.binary("add", total, item)
    return _with_lost(L, total, lost)


def _with_lost(L: Lowering, total: Val, lost: Value | None) -> Val:
    if lost is None:
        return total
    b = L.b
    counts = b.band(b.fne(lost, b.float(0.0)), b.flt(b.fabs(lost), b.float(float("inf"))))
    return Val(FLOAT, (b.select(counts, b.fadd(total.word, lost), total.word),))


@lowers(ord)
def lower_ord(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "ord", arguments, keywords, 1, 1)
    known = L.constant(arguments[0])
    if isinstance(known, str) and len(known) == 1:
        return L.make_constant(ord(known))
    value = arguments[0]
    if isinstance(value.type, Buffer) and value.type.kind in ("bytes", "bytearray"):
        b = L.b
        b.guard(b.eq(value.words[1], b.word(1)), L.raises(_ord_of_length, Val(INT, (value.words[1],))))
        return buffers.load_item(L, value, b.zero)
    return misused(L, "ord", arguments, keywords, f"ord() of {value.type.name}")  # type: ignore[no-any-return]


def _ord_of_length(length: int) -> int:
    return ord(bytes(length))


def print_(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    for argument in (*arguments, *keywords.values()):
        if isinstance(argument.type, Object) and not isinstance(argument.type.value, str):
            L.unsupported(f"print of {argument.type.name}")
    names = tuple(keywords)

    def call(*values: object) -> None:
        plain_count = len(values) - len(names)
        print(*values[:plain_count], **dict(zip(names, values[plain_count:], strict=True)))  # type: ignore[call-overload]

    L.b.effect()
    L.object_upcall(call, [*arguments, *keywords.values()], NONE)
    return Val(NONE)


lowers(print)(print_)


@lowers(bytearray)
def lower_bytearray(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "bytearray", arguments, keywords, 0, 1)
    return L.object_upcall(
        bytearray,
        [_bytes_argument(L, "bytearray", a) for a in arguments],
        buffer_of("bytearray", "B", False, True, True),
    )


@lowers(bytes)
def lower_bytes(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "bytes", arguments, keywords, 0, 1)
    return L.object_upcall(
        bytes, [_bytes_argument(L, "bytes", a) for a in arguments], buffer_of("bytes", "B", True, True, True)
    )


def _bytes_argument(L: Lowering, name: str, value: Val) -> Val:
    if value.type in (INT, BOOL) or isinstance(value.type, (Scalar, Buffer, Array, Tuple)):
        return value
    return misused(L, name, [value], {}, f"{name}() of {value.type.name}")  # type: ignore[no-any-return]


@lowers(tuple)
def lower_tuple(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "tuple", arguments, keywords, 0, 1)
    if not arguments:
        return make_tuple([])
    if isinstance(arguments[0].type, Tuple):
        return make_tuple(tuple_items(arguments[0]))
    return L.unsupported(f"tuple() of {arguments[0].type.name}", "how many items there are must be known")


@lowers(isinstance)
def lower_isinstance(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    plain(L, "isinstance", arguments, keywords, 2, 2)
    value, kinds = arguments[0], L.constant(arguments[1])
    example = sample(value.type)
    if example is MISSING or kinds is L.UNKNOWN:
        L.unsupported(f"isinstance of {value.type.name}")
    return L.make_constant(isinstance(example, kinds))


@lowers(str)
def lower_str(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return converted(L, "str", "s", arguments, keywords)


@lowers(repr)
def lower_repr(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return converted(L, "repr", "r", arguments, keywords)


def converted(L: Lowering, name: str, conversion: str, arguments: list[Val], keywords: Keywords) -> Val:
    """A string, for messages."""
    plain(L, name, arguments, keywords, 1, 1)
    return texts.formatted(L, arguments[0], conversion)


@lowers(slice)
def lower_slice(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return L.unsupported("slice()", "write the slice into the subscript")
