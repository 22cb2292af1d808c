"""The `operator` module: its functions are the operators."""

from __future__ import annotations

import operator

from ..types import BOOL, INT, UINT, Object, Val
from . import lowers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..lowering import Lowering

    Keywords = dict[str, Val]

BINARY = {
    "add": "add", "sub": "sub", "mul": "mul", "truediv": "truediv", "floordiv": "floordiv", "mod": "mod",
    "pow": "pow", "lshift": "lshift", "rshift": "rshift", "and_": "and", "or_": "or", "xor": "xor",
}  # fmt: skip
"""Their names, and the operators'. Each has an in-place sister, which on numbers and tuples does the same."""
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge")
UNARY = {"neg": "neg", "pos": "pos", "invert": "invert", "inv": "invert", "not_": "not"}


def _register(called: Any, count: int, method: str, op: str) -> None:
    @lowers(called)
    def rule(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
        _plain(L, called, arguments, keywords, count)
        found: Val = getattr(L, method)(op, *arguments)
        return found


def _plain(L: Lowering, called: Any, arguments: list[Val], keywords: Keywords, count: int) -> None:
    if keywords:
        L.unsupported(f"operator.{called.__name__}() with {', '.join(keywords)}")
    if len(arguments) != count:
        L.leave(L.raises(called, *arguments))


for _name, _op in BINARY.items():
    _register(getattr(operator, _name), 2, "binary", _op)
    _register(getattr(operator, "i" + _name.rstrip("_")), 2, "binary", _op)
for _name in COMPARISONS:
    _register(getattr(operator, _name), 2, "compare", _name)
for _name, _op in UNARY.items():
    _register(getattr(operator, _name), 1, "unary", _op)


@lowers(operator.truth)
def truth(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    _plain(L, operator.truth, arguments, keywords, 1)
    return Val(BOOL, (L.truth(arguments[0]),))


@lowers(operator.index)
def index(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    _plain(L, operator.index, arguments, keywords, 1)
    value = arguments[0]
    if isinstance(value.type, Object):
        L.refuse(operator.index, value)
    return value if value.type is UINT else Val(INT, (L.to_int_word(value),))


@lowers(operator.abs)
def absolute(L: Lowering, arguments: list[Val], keywords: Keywords) -> Val:
    from .builtins import lower_abs

    _plain(L, operator.abs, arguments, keywords, 1)
    return lower_abs(L, arguments, keywords)
