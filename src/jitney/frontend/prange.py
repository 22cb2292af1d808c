"""`prange`: range, and in functions jitted with `parallel=True` a loop whose iterations threads share."""

from __future__ import annotations


def prange(*bounds: int) -> range:
    """As `range(stop)`, `range(start, stop)` or `range(start, stop, step)`.

    In a function with `@jit(parallel=True)`, `for i in prange(...)` says that no iteration depends on another one, and
    several threads run them. Everywhere else it is a range.
    """
    return range(*bounds)
