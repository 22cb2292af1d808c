"""What each iteration reads from one place is read before a loop of vectors, if the loop is sure to, and never writes
there."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("numpy")

from jit.support import Case, build, eval_arguments, outcome

from jitney import jit

SCALED = """
@jit
def f(a, b, c, k):
    for i in range(len(a)):
        a[i] += k * b[0] * c[i] + b[1]
"""
CALLS = (
    "np.arange(100.0), np.ones(2) * 0.3, np.arange(100.0), 1.5",
    "np.arange(100.0), np.ones(1), np.arange(100.0), 1.5",  # no b[1]
    "np.arange(0.0), np.ones(0), np.arange(0.0), 1.5",
    "(w := np.arange(101.0))[1:], w[:2], w[1:], 1.5",  # b[1] is a[0]
    "(w := np.arange(200.0))[:100], w[50:], w[100:], 1.5",  # b[0] is a[50]
    "(w := np.arange(200.0))[:100], w[99:], w[100:], 1.5",
    "(w := np.arange(200.0))[:100], w[100:], w[100:], 1.5",
    "(w := np.arange(200.0))[100::-1], w[100:], w[100:], 1.5",
    "np.arange(100), np.arange(2) + 3, np.arange(100), 2**60",
)
ROWS = """
@jit
def f(a, b, c, k):
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            for l in range(b.shape[1]):
                c[i, l] += k * a[i, j] * b[j, l]
"""
ROWS_CALLS = (
    "np.ones((5, 6)), np.arange(240.0).reshape(6, 40), np.zeros((5, 40)), 0.5",
    "(w := np.arange(1600.0).reshape(40, 40)), w, w, 1e-3",
    "(w := np.arange(1600.0).reshape(40, 40)), w.copy(), w, 1e-3",
    "(w := np.arange(1600.0).reshape(40, 40)), w, w.copy(), 1e-3",
    "(w := np.arange(1600.0).reshape(40, 40)).T, w, w.T, 1e-3",
)
LATER = """
@jit
def f(a, b, c, k):
    for i in range(len(a)):
        if c[i] > k:
            a[i] = b[3] + 1.0
        else:
            a[i] = c[i]
"""
LATER_CALLS = (
    "np.zeros(100), np.arange(5.0), np.arange(100.0), 50.0",
    "np.zeros(100), np.arange(2.0), np.arange(100.0), 50.0",
    "np.zeros(100), np.arange(2.0), np.arange(100.0), 500.0",
)


@pytest.mark.parametrize(
    ("source", "calls"), [(SCALED, CALLS), (ROWS, ROWS_CALLS), (LATER, LATER_CALLS)], ids=["scaled", "rows", "later"]
)
def test_answers(source: str, calls: tuple[str, ...]) -> None:
    Case(source, calls).check()


def test_what_does_not_change_is_computed_before_the_loop() -> None:
    compiled = build(SCALED, jit)
    for _ in range(2):
        outcome(compiled, eval_arguments(CALLS[0]))
    blocks = [re.findall(r": f64x\d+ = (\w+)", block) for block in compiled.inspect_ir().split("\nb")]
    loops = [operations for operations in blocks if operations.count("load") == 2]
    assert loops
    assert all(operations.count("fmul") == 1 for operations in loops)
