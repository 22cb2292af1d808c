"""Exits: what stands at a function's end, for when it is left otherwise than by a return.

A stub stores what the exit's payload needs to know into the words of the context, and the exit's number; it releases
the objects that the function holds. Where a callee has left, the stub adds the call to the trace instead.
"""

from __future__ import annotations

from .allocate import SLOT
from .frame import WORD
from .select import CALLING, UNTRACKED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Exit, Value
    from ..machine import Symbol
    from .frame import Frame
    from .select import Instruction


class Exits:
    """The stubs of a function. They write no log: nothing of what they move is looked at again."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.writer = frame.writer
        self.labels: dict[Any, Symbol] = {}
        self.stubs: list[tuple[Exit, bool, tuple[Any, ...], Symbol]] = []
        self.tail: Symbol | None = None  # where all exits end
        self.trace: Symbol | None = None  # where those of calls end
        self.finishing = False

    def label(self, instruction: Instruction, kept: dict[int, int] | None = None) -> Symbol:
        """The label of the stub that an instruction leaves by. Where all is in the same places, stubs are shared.
        `kept`: where the contents of registers are that a call has clobbered."""
        exit = instruction.exit
        assert exit is not None
        passes_on = instruction.kind == CALLING
        places: tuple[Any, ...] = tuple(
            [value if value.op in UNTRACKED else self.frame.where(value) for value in exit.operands + exit.held]
        )
        if kept:
            places = tuple([kept.get(place, place) if isinstance(place, int) else place for place in places])
        if self.frame.log is not None:
            self.frame.log.leave(instruction, places)
        key = (id(exit), passes_on, places)
        label = self.labels.get(key)
        if label is None:
            label = self.labels[key] = self.writer.label()
            self.stubs.append((exit, passes_on, places, label))
        return label

    def leave(self, instruction: Instruction) -> None:
        """Leaves here: by a jump, or by the stub itself if it stands nowhere yet."""
        before = len(self.stubs)
        label = self.label(instruction)
        if len(self.stubs) > before:
            log, self.frame.log = self.frame.log, None
            self._stub(*self.stubs.pop())
            self.frame.log = log
        else:
            self.writer.jump(label)

    def finish(self) -> None:
        """Writes the stubs, and how they end."""
        writer = self.writer
        self.finishing = True
        self.frame.log = None
        while self.stubs:
            self._stub(*self.stubs.pop(0))
        if self.trace is not None:
            writer.bind(self.trace)
            writer.trace()
        if self.tail is not None or self.trace is not None:
            if self.tail is not None:
                writer.bind(self.tail)
            writer.leave(self.frame.pushed, self.frame.size, True)

    def _stub(self, exit: Exit, passes_on: bool, places: tuple[Any, ...], label: Symbol) -> None:
        writer = self.writer
        writer.bind(label)
        if exit.line and exit.line != self.frame.line:
            self.frame.at_line(exit.line)
        count = len(exit.operands)
        for number, value in enumerate(exit.operands):
            place = places[number]
            self.frame.store(WORD + number, value, place if isinstance(place, int) else -1)
        if passes_on:
            writer.set_trace(exit.number)
            if not exit.held:
                if self.trace is None:
                    self.trace = writer.label()
                if self.stubs or not self.finishing:  # the last one stands before it
                    writer.jump(self.trace)
                return
            writer.trace()
        else:
            writer.exit_number(exit.number)
        self._release_held(exit.held, places[count:])
        if self.tail is None:
            self.tail = writer.label()
        if self.stubs or self.trace is not None or not self.finishing:  # the last one stands before the tail
            writer.jump(self.tail)

    def _release_held(self, held: tuple[Value, ...], places: tuple[Any, ...]) -> None:
        writer = self.writer
        argument = self.frame.target.word_arguments[0]
        if len(held) == 1:
            self._put(argument, held[0], places[0])
            writer.call_routine("release")
            return
        scratch = self.frame.target.word_scratch
        registers = self.frame.target.registers
        for number, (value, place) in enumerate(zip(held, places, strict=True)):
            register = place if isinstance(place, int) and place < SLOT else scratch
            if register == scratch:
                self._put(scratch, value, place)
            writer.move(writer.stack(self.frame.held_at + 8 * number), registers[register])
        for number in range(len(held)):
            writer.move(registers[argument], writer.stack(self.frame.held_at + 8 * number))
            writer.call_routine("release")

    def _put(self, register: int, value: Value, place: Any) -> None:
        if isinstance(place, int):
            if place != register:
                self.frame.move(register, place)
        else:
            self.frame.materialise(register, value)
