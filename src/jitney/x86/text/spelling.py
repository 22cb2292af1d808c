"""What was probably meant: a known name that is one slip of the finger away."""

from __future__ import annotations

from collections.abc import Collection

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_."


def nearest(name: str, *known: Collection[str]) -> str | None:
    """A known name that differs in one letter: missing, too many, wrong, or two in the wrong order."""
    name = name.lower()
    if not 2 <= len(name) <= 24:
        return None
    splits = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    candidates = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    candidates += [a + b[1:] for a, b in splits if b]
    candidates += [a + letter + b for a, b in splits for letter in LETTERS]
    candidates += [a + letter + b[1:] for a, b in splits if b for letter in LETTERS]
    for names in known:
        for candidate in candidates:
            if candidate in names and candidate != name:
                return candidate
    return None


def meant(name: str, *known: Collection[str]) -> str:
    """The end of a message: `; did you mean rax?`, or nothing."""
    found = nearest(name, *known)
    return f"; did you mean {found}?" if found else ""
