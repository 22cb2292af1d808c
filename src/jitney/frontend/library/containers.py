"""Functions of the `operator` module on containers, and identity."""

from __future__ import annotations

import operator

from ..expressions import Given
from ..types import BOOL, Val
from . import lowers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..lowering import Lowering

    Keywords = dict[str, Val]


@lowers(operator.getitem)
def getitem(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    value, index = _two(L, operator.getitem, arguments, keywords)
    return L.subscript(value, Given(index))


@lowers(operator.contains)
def contains(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    where, item = _two(L, operator.contains, arguments, keywords)
    return Val(BOOL, (L.contains(where, item),))


@lowers(operator.is_)
def is_(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return Val(BOOL, (L.identical(*_two(L, operator.is_, arguments, keywords)),))


@lowers(operator.is_not)
def is_not(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return Val(BOOL, (L.b.not_(L.identical(*_two(L, operator.is_not, arguments, keywords))),))


@lowers(operator.concat)
def concat(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    return L.binary("add", *_two(L, operator.concat, arguments, keywords))


def _two(L: Lowering, function: object, arguments: list[Val], keywords: Keywords) -> tuple[Val, Val]:
    if keywords or len(arguments) != 2:
        L.misuse(function, arguments, "such a call")  # type: ignore[arg-type]
    return arguments[0], arguments[1]
