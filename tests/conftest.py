"""What all tests share: how Hypothesis behaves, and that whatever they compile is checked."""

import os
import sys
import zlib

import checking
import pytest
from hypothesis import settings

# No deadline: two workers share a machine that may be busy, and a slow example is not a wrong one.
settings.register_profile("jitney", deadline=None)
settings.load_profile("jitney")

checking.install()


TABLES = frozenset(
    (
        "test_approximations.py",
        "test_arrays.py",
        "test_beyond.py",
        "test_check.py",
        "test_conditions.py",
        "test_conformance.py",
        "test_effects.py",
        "test_function.py",
        "test_guards.py",
        "test_inlining.py",
        "test_interleaved.py",
        "test_kernels.py",
        "test_loops.py",
        "test_lowering.py",
        "test_math.py",
        "test_memory_under_stress.py",
        "test_numbers.py",
        "test_numpy_functions.py",
        "test_numpy_scalars.py",
        "test_ops.py",
        "test_optimised.py",
        "test_parallel_loops.py",
        "test_powers.py",
        "test_random.py",
        "test_run.py",
        "test_scalars.py",
        "test_scalars_native.py",
        "test_text.py",
        "test_unrolling.py",
        "test_unwind.py",
        "test_vectors.py",
        "test_wholes.py",
        "test_windows.py",
        "test_words.py",
    )
)
"""Files with long tables, and what doesn't depend on the version of CPython."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With JITNEY_TABLES=n, one in n cases of the long tables, others on other versions: `make test` sets it."""
    share = int(os.environ.get("JITNEY_TABLES", 1))
    chosen, others = [], []
    for item in items:
        left_out = item.path.name in TABLES and zlib.crc32(f"{sys.hexversion} {item.name}".encode()) % share
        (others if left_out else chosen).append(item)
    if others:
        config.hook.pytest_deselected(items=others)
        items[:] = chosen
