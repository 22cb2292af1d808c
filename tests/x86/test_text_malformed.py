"""A sample of malformed sources: `python tests/x86/malformed.py` draws as many as one likes."""

from __future__ import annotations

import malformed
import pytest


@pytest.mark.parametrize("seed", range(4))
def test_malformed(seed: int) -> None:
    fine, _ = malformed.check(1000, seed)
    assert fine > 10
