"""Every kernel, compiled, against the interpreter: the value, its type, what it writes; and no bail-out."""

from __future__ import annotations

import zlib

import pytest
from jit.support import difference, outcome

from jitney import jit
from jitney.compiler import PASSES
from kernels import KERNELS, Kernel

BAILS = {"alternating[uint64]"}
"""Where an unsigned int turns negative."""


@pytest.mark.parametrize("kernel", KERNELS, ids=lambda kernel: kernel.name)
def test_kernel(kernel: Kernel) -> None:
    jitted = kernel.compiled(jit)
    for _ in range(2):
        expected = outcome(kernel.function, kernel.make_inputs(kernel.small))
        problem = difference(expected, outcome(jitted, kernel.make_inputs(kernel.small)))
        assert not problem, problem
    stats = jitted.stats()
    left_out = PASSES[1:][zlib.crc32(kernel.name.encode()) % (len(PASSES) - 1)][0]
    expected = outcome(kernel.function, kernel.make_inputs(kernel.small))
    without = kernel.compiled(lambda function: jit(function, _passes=frozenset((left_out,))))
    problem = difference(expected, outcome(without, kernel.make_inputs(kernel.small)))
    assert not problem, f"without the pass {left_out!r}: {problem}"
    assert (stats.bailed or stats.interpreted) == (2 if kernel.name in BAILS else 0), stats
