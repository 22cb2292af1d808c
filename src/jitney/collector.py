"""Keeping CPython's garbage collector out of the way."""

from __future__ import annotations

import gc


class Paused:
    """For a `with` statement: no collections inside, unless they were off before.

    Importing and compiling make many objects that stay, and little garbage: a collection in the midst of them looks at
    everything and finds nothing, and may take longer than what it interrupts.
    """

    __slots__ = ("settles", "was_enabled")

    def __init__(self, settles: bool = False) -> None:
        """`settles`: whether what was made inside is there to stay, so that it need never be looked at as young."""
        self.settles = settles

    def __enter__(self) -> None:
        self.was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *_error: object) -> None:
        if self.was_enabled:
            if self.settles and gc.get_freeze_count() == 0:  # these two move all objects to the oldest generation
                gc.freeze()
                gc.unfreeze()
            gc.enable()
