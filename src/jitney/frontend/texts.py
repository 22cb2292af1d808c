"""Strings that are put together at run time: f-strings, `%` and `+`, for the messages of exceptions and for print.

Compiled code only carries the values that they are made of. The str is made where it leaves compiled code, so the
values must be of types that cannot change in between.
"""

from __future__ import annotations

from .objects import MISSING, sample
from .types import NONE, RANGE, Object, Text, Tuple, Val, is_number, text_of, tuple_items, tuple_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .lowering import Lowering
    from .types import Type


def formatted(L: Lowering, value: Val, conversion: str = "", spec: str = "") -> Val:
    """format(value, spec), of the value or what the conversion (s, r or a) makes of it."""
    if isinstance(value.type, Text) and conversion in ("", "s") and not spec:
        return value
    if not _constant(value.type):
        L.unsupported(f"a string made of {value.type.name}", "it could change before the string is needed")
    kind = text_of(((conversion, spec),), (value.type,))
    if spec:
        example = sample(value.type)
        try:
            if example is not MISSING:
                kind.text([example])
        except (TypeError, ValueError) as error:
            L.unsupported(f"{error}.")
    return _folded(L, Val(kind, value.words))


def joined(L: Lowering, values: list[Val]) -> Val:
    """The strings, one after the other."""
    template: list[str | tuple[str, str]] = []
    for value in values:
        pieces = value.type.template if isinstance(value.type, Text) else (L.constant(value),)
        for piece in pieces:
            if template and isinstance(piece, str) and isinstance(template[-1], str):
                template[-1] += piece
            else:
                template.append(piece)
    parts = [part for value in values if isinstance(value.type, Text) for part in value.type.parts]
    kind = text_of(tuple(template), tuple(parts))
    return _folded(L, Val(kind, tuple([word for value in values for word in value.words])))


def binary(L: Lowering, op: str, a: Val, b: Val) -> Val | None:
    """a + b of strings, or a % b; None for anything else."""
    if op == "add" and _is_text(L, a) and _is_text(L, b):
        return joined(L, [a, b])
    known = L.constant(a)
    if op == "mod" and isinstance(known, str):
        return _percent(L, known, b)
    return None


def _is_text(L: Lowering, value: Val) -> bool:
    return isinstance(value.type, Text) or isinstance(L.constant(value), str)


def _percent(L: Lowering, template: str, value: Val) -> Val | None:
    """template % value: each directive becomes a part of its own, formatted by `%` with that one value."""
    import re  # late, as few functions need it

    values = tuple_items(value) if isinstance(value.type, Tuple) else [value]
    pieces = re.split(r"(%[-#0 +]*[0-9]*(?:\.[0-9]+)?[%a-zA-Z])", template)
    found: list[Val] = []
    rest = iter(values)
    for number, piece in enumerate(pieces):
        if number % 2 == 0 or piece == "%%":
            if "%" in piece and number % 2 == 0:
                return None
            found.append(L.make_constant("%" if number % 2 else piece))
            continue
        part = next(rest, None)
        if part is None or piece[-1] not in "sradiufFeEgGxXoc":
            return None
        if not _constant(part.type):
            L.unsupported(f"a string made of {part.type.name}", "it could change before the string is needed")
        kind = text_of((("%", piece),), (part.type,))
        example = sample(part.type)
        try:
            if example is not MISSING:
                kind.text([example])
        except (TypeError, ValueError, OverflowError):
            return None
        found.append(_folded(L, Val(kind, part.words)))
    return None if next(rest, None) is not None else joined(L, found)


def _folded(L: Lowering, value: Val) -> Val:
    """The constant, if all parts of the string are."""
    kind = value.type
    assert isinstance(kind, Text)
    known = L.constant(Val(tuple_of(kind.parts), value.words))
    return value if known is L.UNKNOWN else L.make_constant(kind.text(list(known)))


def _constant(type: Type) -> bool:
    """Whether values of the type never change."""
    if isinstance(type, Tuple):
        return all(_constant(item) for item in type.items)
    if isinstance(type, Object):
        return isinstance(type.value, (str, int, CLASS))
    return is_number(type) or type is NONE or type is RANGE or isinstance(type, Text)


CLASS = type
