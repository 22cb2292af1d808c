"""What the tests of parallel loops share."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from jit.children import define

import jitney
from jitney import jit, prange

try:
    import numpy as np
except ImportError:
    np = None  # type: ignore[assignment]

THREADS = (1, 2, 4, 7)
FULL = sys.version_info[:2] == (3, 11)
"""Whether to take all cases, or on the other interpreters some."""
ONCE = pytest.mark.skipif(not FULL, reason="has nothing to do with the interpreter")


def made(source: str, **options: Any) -> Any:
    """The function `f` of a source, jitted with these options."""
    names = {"np": np, "prange": prange, "jit": jit, "jitney": jitney}
    return jit(parallel=True, **options)(define(source, "<parallel>", **names)["f"])
