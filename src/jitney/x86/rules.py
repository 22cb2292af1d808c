"""Rules of lowering: what an op asks of the registers it is given, and the function that emits it.

`uses` has a word per operand. What it may be handed in:

    r     a register
    m     a register or memory, one operand in memory for each instruction
    M     the same, as the emitter moves it to a register anyway
    i     also a number that fits 32 bits, sign-extended
    c     also any constant, as a number

and until when its register keeps it, if this is its last use:

          until the operands were read: the result may get the same register
    +     until the clobbered registers are written, which are others then
    !     until the result is written, which gets another register then

`emit(writer, result, *operands, *temporaries)` gets registers, memory operands and numbers. It returns the condition on
which a rule that can fail has failed, for a comparison the condition that it tests (conditions.py).
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MEMORY, FREE, IMMEDIATE, CONSTANT, MIDDLE, LATE = 1, 2, 4, 8, 16, 32
_FLAGS = {"r": 0, "m": MEMORY, "M": MEMORY | FREE, "i": IMMEDIATE, "c": IMMEDIATE | CONSTANT, "+": MIDDLE, "!": LATE}


class Rule:
    """`tied`: the result is best in the first operand's register (where it `commutes`, in either's). `result`: the
    register that it comes in. `clobbers` are written before the result; `blocked` too, and the result isn't in them.
    `words` and `floats`: how many registers more it needs while it runs."""

    __slots__ = ("blocked", "clobbers", "commutes", "emit", "floats", "result", "tied", "uses", "words")

    def __init__(
        self,
        emit: Callable[..., Any],
        uses: str,
        tied: bool = False,
        commutes: bool = False,
        clobbers: tuple[int, ...] = (),
        blocked: tuple[int, ...] = (),
        result: int = -1,
        words: int = 0,
        floats: int = 0,
    ) -> None:
        self.emit = emit
        self.uses = tuple(sum(_FLAGS[letter] for letter in use) for use in uses.split())
        self.tied = tied or commutes
        self.commutes = commutes
        self.clobbers = clobbers
        self.blocked = blocked
        self.result = result
        self.words = words
        self.floats = floats
