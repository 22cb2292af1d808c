"""Parallel moves: many at once, in an order in which none destroys what another still needs.

Boissinot et al., "Revisiting Out-of-SSA Translation for Correctness, Code Quality and Efficiency", CGO 2009, algorithm
1: whatever no move reads any more may be written; when only cycles are left, one value goes to a free register first.
"""

from __future__ import annotations

from collections.abc import Callable

Move = tuple[int, int]


def sequence(moves: list[Move], scratch: Callable[[int], int]) -> list[Move]:
    """The moves (target, source) one after the other. Targets are distinct. `scratch` gives, for a location in a
    cycle, one that holds nothing."""
    moves = [move for move in moves if move[0] != move[1]]
    if len(moves) < 2:
        return moves
    source_of = dict(moves)
    readers: dict[int, int] = {}  # how many moves still read it
    for source in source_of.values():
        readers[source] = readers.get(source, 0) + 1
    ready = [target for target in source_of if target not in readers]
    ordered: list[Move] = []
    while source_of:
        while ready:
            target = ready.pop()
            source = source_of.pop(target)
            ordered.append((target, source))
            readers[source] -= 1
            if readers[source] == 0 and source in source_of:
                ready.append(source)
        if source_of:  # only cycles are left: the target of one move is saved, and read from there
            target = next(iter(source_of))
            free = scratch(target)
            ordered.append((free, target))
            reader = next(other for other, source in source_of.items() if source == target)
            source_of[reader] = free
            readers[free] = readers.get(free, 0) + 1
            readers[target] = 0
            ready.append(target)
    return ordered
