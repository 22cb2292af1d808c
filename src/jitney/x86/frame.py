"""Frames: what a function does to the stack when it is entered and left, and what unwinders are told of it.

    frame = frame_of((rbx, r12), 40)
    frame.enter(a)          push rbx; push r12; sub rsp, 40
    ...
    frame.leave(a)          add rsp, 40; pop r12; pop rbx
    a.ret()
    frame.resume(a)         what follows in the listing is inside the frame again

Programs have few kinds of frames: the instructions and the unwinders' rules of each are made once.
"""

from __future__ import annotations

from functools import lru_cache

from ..machine.unwind import SharedSteps
from .assembler import Assembler, Unwind
from .operands import Reg, dword, eax
from .unwind import AT_ENTRY, RSP, Stack, after

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


PAGE = 4096
"""The bytes of a page, the least that can be kept from being touched."""


class Frame:
    """Registers that are pushed, in this order, and `room` bytes below them. Of large ones each page is touched, before
    the stack pointer is there: where the stack has no more room, it ends in a page that nobody may touch, and what is
    beyond may be another thread's."""

    def __init__(self, saved: tuple[Reg, ...], room: int) -> None:
        a = Assembler()
        for register in saved:
            a.push(register)
        for offset in range(PAGE, room + 1, PAGE):
            a.test(dword[RSP - offset], eax)
        if room:
            a.sub(RSP, room)
        entered = a.items()
        if room:
            a.add(RSP, room)
        for register in reversed(saved):
            a.pop(register)
        self._enter, stack = _with_rules(AT_ENTRY, entered)
        self._leave, _ = _with_rules(stack, a.items()[len(entered) :])
        self._resume = Unwind(SharedSteps(((0, stack.rule()),)))

    def enter(self, a: Assembler) -> None:
        a.extend(self._enter)

    def leave(self, a: Assembler) -> None:
        """Up to the instruction that returns or jumps on."""
        a.extend(self._leave)

    def resume(self, a: Assembler) -> None:
        """What follows is reached with the frame in place."""
        a.extend((self._resume,))


def _with_rules(stack: Stack, instructions: list[Any]) -> tuple[list[Any], Stack]:
    """The instructions behind the rules that hold in and after them, and the stack then."""
    steps = [(0, stack.rule())]
    offset = 0
    for instruction in instructions:
        if instruction.form.mnemonic != "test":
            stack = after(stack, instruction)
        offset += len(instruction.data)
        steps.append((offset, stack.rule()))
    return [Unwind(SharedSteps(steps)), *instructions], stack


@lru_cache(256)
def frame_of(saved: tuple[Reg, ...], room: int) -> Frame:
    """The frame in which these registers are saved, and `room` bytes below them."""
    return Frame(saved, room)
