"""How much of the optimiser a function gets when it is called first.

To split loops and spread them over lanes takes the compiler as long as some million rounds of a plain loop take the
processor. So a function whose first call will be short is compiled without that, and anew, with all, when it is called
again. How long a call may take is guessed from above: no loop goes round more often than the largest number or
the longest buffer in sight says, and so often in each loop around it. What cannot be guessed gets everything at once.
"""

from __future__ import annotations

from .ir.dominators import immediate_dominators, intervals, predecessors, reverse_postorder
from .passes import loops

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from .frontend.session import Specialisation

ROUNDS = 4_000_000
"""A first call of at most so many rounds is short."""
LATER = frozenset(("merging", "split", "compose"))
"""The passes that a short first call goes without."""
BEYOND = 1 << 62
BOUNDS = -1 << 63, (1 << 63) - 1
"""What overflow is checked by; no loop goes round so often."""


def extent(value: Any) -> int:
    """How often a loop over an argument may go round, at most: its size, or as many times as the number says."""
    if isinstance(value, (int, float)):
        return int(min(max(value, -value), BEYOND)) if value == value else BEYOND
    if value is None:
        return 1
    if isinstance(value, tuple):
        return max(map(extent, value), default=1)
    size = getattr(value, "size", None)  # of an array; of a scalar it is 1
    if isinstance(size, int):
        return size if getattr(value, "ndim", 0) else extent(value.item())
    try:
        return len(value)
    except TypeError:
        return BEYOND


def rounds(specs: Iterable[Specialisation], values: Iterable[Any]) -> int:
    """How many rounds the loops of a call take together, at most, by a guess: 0 if there are no loops.

    `specs` are freshly lowered: all that the call runs. `values` are its arguments.
    """
    depth = count = 0
    largest = max(map(extent, values), default=1)
    for spec in specs:
        function = spec.function
        if function is None or spec.is_driver or any(spec in callee.family() for callee in spec.callees):
            return BEYOND  # threads, or recursion
        depths = _depths(function)
        if depths:
            count += len(depths)
            depth += max(depths)
            numbers = [value.attr for value in function.constants.values() if value.attr not in BOUNDS]
            largest = max([largest, *map(extent, numbers)])
    total: int = count * max(largest, 2) ** depth
    return min(total, BEYOND)


def _depths(function: Any) -> list[int]:
    """How deep each of its loops is nested, from 1 on."""
    order = reverse_postorder(function)
    before = predecessors(order)
    if not any(above >= number for number in range(len(order)) for above in before[number]):
        return []
    found, _ = loops.find(before, *intervals(immediate_dominators(before)))
    return [loop.depth for loop in found.values()]
