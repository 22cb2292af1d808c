"""A compiled function as profilers and debuggers want to know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..machine import Image


class Loaded(NamedTuple):
    """A compiled function as tools want to know it."""

    name: str
    filename: str
    line: int
    image: Image
    lines: Sequence[tuple[int, int]]
    """(offset, line of Python) where the code of a line begins. Empty for code that isn't from Python."""
