"""Parallel moves, played through."""

from __future__ import annotations

import random

from jitney.backend.moves import sequence


def play(moves: list[tuple[int, int]]) -> None:
    """Registers are below 100, their scratch is 1000; memory from 100 on has 1001."""
    used = {1000: False, 1001: False}

    def scratch(location: int) -> int:
        found = 1000 if location < 100 else 1001
        used[found] = True
        return found

    ordered = sequence(moves, scratch)
    state: dict[int, object] = {}
    for target, source in ordered:
        state[target] = state.get(source, source)
    for target, source in moves:
        assert state.get(target, target) == source, (moves, ordered)
    others = set(state) - {target for target, _ in moves}
    assert others <= {1000, 1001}
    assert len(ordered) <= len(moves) + len(moves) // 2


def test_examples() -> None:
    play([])
    play([(1, 1)])
    play([(1, 2), (2, 3)])
    play([(2, 3), (1, 2)])
    play([(1, 2), (2, 1)])
    play([(1, 2), (2, 3), (3, 1), (4, 1), (5, 1)])
    play([(1, 100), (100, 101), (101, 1)])
    play([(1, 2), (2, 1), (3, 4), (4, 3), (6, 6)])


def test_nothing_needless() -> None:
    assert sequence([(1, 1), (2, 2)], lambda _: 1000) == []
    assert len(sequence([(1, 2), (3, 2), (2, 5)], lambda _: 1000)) == 3


def test_random() -> None:
    rng = random.Random(1)
    for _ in range(3000):
        count = rng.randrange(1, 10)
        targets = rng.sample([*range(8), *range(100, 106)], count)
        play([(target, rng.choice([*range(8), *range(100, 106)])) for target in targets])
