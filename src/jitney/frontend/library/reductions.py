"""Reductions over arrays and buffers, written in the language that they are compiled from.

Each is compiled like any other jitted function, for the types that it is called with.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..lowering import Lowering


def sum1(values):  # type: ignore[no-untyped-def]
    total = 0
    for value in values:
        total = total + value
    return total


def sum2(values, start):  # type: ignore[no-untyped-def]
    total = start
    for value in values:
        total = total + value
    return total


def compensated(values, start, first):  # type: ignore[no-untyped-def]
    """The sum of floats from the item `first` on, as CPython has it from 3.12 on (Neumaier 1974; bltinmodule.c)."""
    total, lost = start, 0.0
    for k in range(first, len(values)):
        value = values[k]
        new = total + value
        if abs(total) >= abs(value):
            lost += (total - new) + value
        else:
            lost += (value - new) + total
        total = new
    if lost != 0.0 and abs(lost) < INFINITY:
        return total + lost
    return total


def floats1(values):  # type: ignore[no-untyped-def]
    if len(values) == 0:
        return 0
    return compensated(values, 0 + values[0], 1)  # type: ignore[no-untyped-call]


def floats2(values, start):  # type: ignore[no-untyped-def]
    """From an int `start`: what the first item makes of it is the first float."""
    if len(values) == 0:
        return start
    return compensated(values, start + values[0], 1)  # type: ignore[no-untyped-call]


def min1(values):  # type: ignore[no-untyped-def]
    if len(values) == 0:
        raise ValueError(NO_LEAST)
    best = values[0]
    for k in range(1, len(values)):
        value = values[k]
        if value < best:
            best = value
    return best


def min2(values, default):  # type: ignore[no-untyped-def]
    if len(values) == 0:
        return default
    best = values[0]
    for k in range(1, len(values)):
        value = values[k]
        if value < best:
            best = value
    return best


def max1(values):  # type: ignore[no-untyped-def]
    if len(values) == 0:
        raise ValueError(NO_GREATEST)
    best = values[0]
    for k in range(1, len(values)):
        value = values[k]
        if value > best:
            best = value
    return best


def max2(values, default):  # type: ignore[no-untyped-def]
    if len(values) == 0:
        return default
    best = values[0]
    for k in range(1, len(values)):
        value = values[k]
        if value > best:
            best = value
    return best


def _complaint(function: Any) -> str:
    """What Python says of an empty sequence."""
    try:
        function(())
    except ValueError as error:
        return str(error)
    raise AssertionError


NO_LEAST, NO_GREATEST = _complaint(min), _complaint(max)
INFINITY = float("inf")
COMPENSATED = sys.version_info >= (3, 12)
"""From 3.12 on the sum of floats is compensated, and plain before."""
INTS_TOO = sys.version_info >= (3, 14)
"""From 3.14 on, ints among the floats go the same way."""

_PYTHON = {name: function for name, function in globals().items() if name[0] != "_" and hasattr(function, "__code__")}
"""The functions above, by their names."""


def reduction(L: Lowering, name: str) -> Any:
    """The jitted function of that name in this file."""
    if name.startswith("floats"):
        globals()["compensated"] = reduction(L, "compensated")
    return L.spec.owner.another(_PYTHON[name])
