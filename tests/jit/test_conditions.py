"""Branches that ask whether a number lies between two others, or is one of two: at all edges."""

from __future__ import annotations

import pytest
from jit.support import Case

CONDITIONS = (
    "48 <= x <= 57", "x == 91 or x == 123", "x == 123 or x == 91", "x == 10 or x == 11", "not 5 <= x < 9",
    "x < 3 or x > 7", "x > 7 or x < 3", "-2**63 <= x <= 4", "3 < x <= 2**63 - 1", "x == 40 or x == 91 or x == 123",
    "x != 5 and x != 7", "x == -1 or x == -2", "x == 3 or x == -3", "x == 0 or x == -2**63", "x == 2**62 or x == 0",
    "x == -2**63 or x == -2**63 + 1", "x >= 5 and x <= 5", "x >= 6 and x <= 5", "x > 5 and x < 2**62", "5 < x < 7",
    "x < 5 and x < 9", "x == 5 or 7 <= x <= 9", "-7 <= x < 0", "x != 5 and x >= 3", "not (x < -3 or x >= 4)",
)  # fmt: skip
NEAR = (0, 5, 8, 11, 41, 48, 57, 91, 123, -1, -3, 2**62, -(2**62), 2**63 - 3, -(2**63) + 2)
CALLS = tuple(str(number + by) for number in NEAR for by in (-2, -1, 0, 1, 2))
FORMS = (
    "    if {}:\n        return 1\n    return 2",
    "    found = x < 57\n    if {}:\n        return found, x == 123\n    return x > 7, x <= 8, found",
    "    for i in range(3):\n        if {}:\n            x = x // 2 + i\n            if x == 4: return -i\n"
    "        else:\n            x = x - 3 if x > -2**62 else x // 3\n            if x == 1: return i\n    return x",
)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_between(condition: str) -> None:
    for form in FORMS:
        Case(f"@jit\ndef f(x):\n{form.format(condition)}\n", CALLS).check()
