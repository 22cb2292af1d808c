"""Conditions: what a comparison leaves in the flags, by the suffix of the jump that tests it.

Equality of floats takes two flags, as NaN sets the parity flag (SDM vol. 2, UCOMISD): `e&np` and `ne|p`.
"""

from __future__ import annotations

EQUAL_FLOATS, UNEQUAL_FLOATS = "e&np", "ne|p"

INVERSE = {
    "e": "ne", "ne": "e", "l": "ge", "ge": "l", "le": "g", "g": "le", "b": "ae", "ae": "b", "be": "a", "a": "be",
    "s": "ns", "ns": "s", "o": "no", "no": "o", "p": "np", "np": "p",
    EQUAL_FLOATS: UNEQUAL_FLOATS, UNEQUAL_FLOATS: EQUAL_FLOATS,
}  # fmt: skip
SWAPPED = {"e": "e", "ne": "ne", "l": "g", "g": "l", "le": "ge", "ge": "le", "b": "a", "a": "b", "be": "ae", "ae": "be"}
"""With the operands of the comparison in the other order."""
