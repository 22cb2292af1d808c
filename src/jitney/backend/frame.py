"""The frame of a function, and moves between locations: registers, places in the frame, words of the context.

The frame, from the stack pointer upwards:

    outgoing parameters | slots of values | emergency slots | registers kept over cold calls | objects held by an exit
    | slots of vectors, emergency slots, registers kept | memory of `frame` ops | saved registers | return address
    | incoming parameters

Slots have 8 bytes, those of vectors what the target says.
"""

from __future__ import annotations

import struct

from ..ir import ops
from ..ir.types import F32, F64
from ..machine import context
from .allocate import INCOMING, POOL, SLOT, WIDE
from .moves import sequence
from .select import C_CALLING, CALLING, CALLS, POLLING, RETURNING, STACK_CHECK, UNTRACKED
from .uses import CONSTANT, IMMEDIATE, MASK, VECTOR
from .uses import FLOATS as FLOAT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Function, Value
    from .allocate import Allocation
    from .blocks import Node
    from .liveness import Ranges
    from .select import Instruction
    from .target import Target, Writer

EMERGENCY = 1 << 16
"""Locations of emergency slots, of registers saved over a call, of outgoing parameters, of words of the context."""
KEPT = 1 << 17
WIDE_EMERGENCY = WIDE + (1 << 16)
WIDE_KEPT = WIDE + (2 << 16)
OUTGOING = 1 << 21
WORD = 1 << 22
EMERGENCIES = 6
FLOATS = frozenset((F64, F32))


class Frame:
    """`where` and what builds on it are about the node at hand, `self.node`. With a `log`, moves are reported to it."""

    def __init__(
        self,
        function: Function,
        target: Target,
        writer: Writer,
        nodes: list[Node],
        ranges: Ranges,
        allocation: Allocation,
        memory: dict[int, int],
        log: Any,
    ) -> None:
        self.function = function
        self.target = target
        self.writer = writer
        self.nodes = nodes
        self.ranges = ranges
        self.locations = allocation.locations
        self.occupied = allocation.occupied
        self.saved = allocation.saved
        self.constants = allocation.constants
        self.pool = allocation.pool
        self.wide = target.wide
        self.kinds = target.kinds
        self.log = log
        self.node = nodes[0]
        self.line = 0
        self._lay_out(allocation, memory)

    def _lay_out(self, allocation: Allocation, memory: dict[int, int]) -> None:
        """Offsets of everything in the frame."""
        target = self.target
        outgoing = held = kept = 0
        calls = crowded = False
        in_memory = bool(allocation.slots or allocation.wide) or any(value >= INCOMING for value in self.locations)
        for node in self.nodes:
            if in_memory and (len(node.block.params) > 1 or node.cached):
                crowded = True
            for instruction in node.instructions:
                exit = instruction.exit
                if exit is not None and exit.held:
                    calls = True
                    held = max(held, len(exit.held))
                kind = instruction.kind
                if kind in CALLS:
                    calls = True
                    if kind in (CALLING, C_CALLING):
                        outgoing = max(outgoing, self._stack_arguments(instruction.uses))
                    if node.cold:
                        kept = max(kept, len(self.live_across(instruction)))
                elif kind in (POLLING, STACK_CHECK):
                    calls = True
                crowded = crowded or self._crowded(instruction, in_memory)
        self.slots_at = 8 * outgoing
        self.emergency_at = self.slots_at + 8 * len(allocation.slots)
        self.kept_at = self.emergency_at + (8 * EMERGENCIES if crowded else 0)
        self.held_at = self.kept_at + 8 * kept
        size = self.held_at + (8 * held if held > 1 else 0)
        if self.wide:
            self.wide_at = size
            self.wide_emergency_at = self.wide_at + self.wide * len(allocation.wide)
            self.wide_kept_at = self.wide_emergency_at + (self.wide * EMERGENCIES if crowded else 0)
            size = self.wide_kept_at + self.wide * kept
        self.frame_at: dict[int, int] = {}
        for id, length in memory.items():
            size += -size % 16
            self.frame_at[id] = size
            size += length
        size += -size % 8
        self.pushed = [target.registers[register] for register in target.callee_saved if register in self.saved]
        around = 8 * len(self.pushed) + target.return_address
        if calls or memory:
            size += -(size + around) % target.stack_alignment
        self.size = size
        self.incoming_at = size + around

    def _crowded(self, instruction: Instruction, in_memory: bool) -> bool:
        """Whether it might need more than the scratch registers: a second temporary one, or for moves in a circle."""
        kind = instruction.kind
        if kind in CALLS or kind == RETURNING:
            return in_memory and len(instruction.uses) > 1
        rule = instruction.rule
        count = 0 if rule is None else rule.words + rule.floats
        locations = self.locations
        for value, flag in zip(instruction.uses, instruction.flags, strict=True):
            if value is None:
                continue
            if value.op == ops.CONST:
                if not flag & CONSTANT and not (flag & IMMEDIATE and self.target.fits(value.attr)):
                    count += 1
            elif value.op == ops.FRAME or locations[value.id] >= SLOT:
                count += 1
        for value, _ in instruction.results:
            count += locations[value.id] >= SLOT
        memory = instruction.memory
        if memory is not None:
            count += memory.scale not in self.target.scales
            count += not self.target.fits(memory.displacement)
        return count > 1

    def _stack_arguments(self, values: list[Value]) -> int:
        """How many parameters a call has on the stack."""
        target = self.target
        floats = sum(value.type in FLOATS for value in values)
        words = len(values) - floats
        return max(0, floats - len(target.float_arguments)) + max(0, words - len(target.word_arguments))

    def live_across(self, instruction: Instruction) -> list[int]:
        """The registers that a call clobbers and that hold something to be read after it."""
        bit = 1 << 2 * instruction.position
        return [register for register in self.target.caller_saved if self.occupied[register] & bit]

    def argument_places(self, types: list[int], stack: int) -> list[int]:
        words, floats = iter(self.target.word_arguments), iter(self.target.float_arguments)
        found = []
        for type in types:
            place = next(floats if type in FLOATS else words, -1)
            if place < 0:
                place = stack
                stack += 1
            found.append(place)
        return found

    # Locations.

    def place(self, location: int) -> Any:
        """The operand at a location."""
        if location < SLOT:
            return self.target.registers[location]
        writer = self.writer
        if location < EMERGENCY:
            return writer.stack(self.slots_at + 8 * (location - SLOT))
        if location < KEPT:
            return writer.stack(self.emergency_at + 8 * (location - EMERGENCY))
        if location < WIDE:
            return writer.stack(self.kept_at + 8 * (location - KEPT))
        if location < INCOMING:
            return self._wide_place(location)
        if location < OUTGOING:
            return writer.stack(self.incoming_at + 8 * (location - INCOMING))
        if location < WORD:
            return writer.stack(8 * (location - OUTGOING))
        return writer.context(context.WORDS + 8 * (location - WORD))

    def _wide_place(self, location: int) -> Any:
        if location >= POOL:
            return self.writer.constant_vector(self.pool[location - POOL])
        return self.writer.wide_stack(self._wide_offset(location))

    def _wide_offset(self, location: int) -> int:
        if location < WIDE_EMERGENCY:
            return self.wide_at + self.wide * (location - WIDE)
        if location < WIDE_KEPT:
            return self.wide_emergency_at + self.wide * (location - WIDE_EMERGENCY)
        return self.wide_kept_at + self.wide * (location - WIDE_KEPT)

    def _word_place(self, location: int) -> Any:
        """The operand at a location in memory, of which a word is wanted."""
        if WIDE <= location < INCOMING:
            return self.writer.stack(self._wide_offset(location))
        return self.place(location)

    def emergency(self, number: int, register: int) -> int:
        """Where a register's contents are safe for the time of an instruction."""
        wide = self.wide and self.kinds[register] == VECTOR
        return (WIDE_EMERGENCY if wide else EMERGENCY) + number

    def kept(self, number: int, register: int) -> int:
        """Where a register's contents are kept over a call."""
        return (WIDE_KEPT if self.wide and self.kinds[register] == VECTOR else KEPT) + number

    def where(self, value: Value) -> int:
        """The location of a value in the block at hand."""
        register = self.node.cached.get(value.id)
        return self.locations[value.id] if register is None else register

    def move(self, target: int, source: int, scalar: bool = False) -> None:
        """Between locations. `scalar`: what is in the registers is no vector, in a function that has some."""
        if self.log is not None:
            self.log.move(target, source)
        first_float = self.target.first_float
        writer = self.writer
        if target < SLOT:
            if target < first_float:
                writer.move(self.place(target), self.place(source))
            elif scalar and first_float <= source < SLOT:
                writer.copy_float(self.place(target), self.place(source))
            else:
                writer.move_float(self.place(target), self.place(source))
        elif source < SLOT:
            if source < first_float:
                writer.move(self.place(target), self.place(source))
            else:
                writer.move_float(self.place(target), self.place(source))
        elif WIDE <= target < INCOMING and WIDE <= source < INCOMING:
            scratch = self.target.registers[self.target.float_scratch]
            writer.move_float(scratch, self.place(source))
            writer.move_float(self.place(target), scratch)
        else:
            scratch = self.target.registers[self.target.word_scratch]
            writer.move(scratch, self._word_place(source))
            writer.move(self._word_place(target), scratch)

    def materialise(self, target: int, value: Value) -> None:
        """A value that is not in any location: a constant or the address of memory in the frame."""
        if self.log is not None:
            self.log.constant(target, value)
        writer = self.writer
        registers = self.target.registers
        if target < SLOT:
            if value.op == ops.FRAME:
                writer.load_address(registers[target], writer.stack(self.frame_at[value.id]))
            elif value.op == ops.CONTEXT:
                writer.move(registers[target], registers[self.target.context])
            elif target >= self.target.first_float:
                writer.load_float(registers[target], value.attr, value.type == F32)
            elif value.attr == 0:
                writer.clear_word(registers[target])
            else:
                writer.load_word(registers[target], int(value.attr))
            return
        if value.op == ops.CONST:
            number = _pattern(value)
            if self.target.fits(number):
                writer.move(self.place(target), number)
                return
            writer.load_word(registers[self.target.word_scratch], number)
        elif value.op == ops.CONTEXT:
            writer.move(self.place(target), registers[self.target.context])
            return
        else:
            writer.load_address(registers[self.target.word_scratch], writer.stack(self.frame_at[value.id]))
        writer.move(self.place(target), registers[self.target.word_scratch])

    def parallel(self, wanted: list[tuple[int, Value]], more: list[tuple[int, int]] | None = None) -> None:
        """Values into locations, all at once; `more` moves between locations."""
        moves = list(more) if more else []
        constants = []
        for location, value in wanted:
            if value.op in UNTRACKED:
                constants.append((location, value))
            else:
                moves.append((location, self.where(value)))
        if moves:
            through_scratch = any(target >= SLOT and source >= SLOT for target, source in moves)

            def scratch(location: int) -> int:
                if WIDE <= location < INCOMING:
                    return WIDE_EMERGENCY
                if self.target.first_float <= location < SLOT:
                    if self.kinds[location] == MASK:
                        return self.target.scratches[MASK]
                    return WIDE_EMERGENCY if self.wide and through_scratch else self.target.float_scratch
                return EMERGENCY if through_scratch or location >= SLOT else self.target.word_scratch

            scalars: set[int] = set()
            if self.wide:
                classes = self.target.classes
                scalars = {location for location, value in wanted if classes[value.type] == FLOAT}
            for target, source in sequence(moves, scratch):
                self.move(target, source, target in scalars)
        for location, value in constants:
            self.materialise(location, value)

    def at_line(self, number: int) -> None:
        """What follows comes from that line of the source."""
        self.line = number
        self.writer.line(number)

    def store(self, location: int, value: Value, source: int = -1) -> None:
        """A value into a word of memory that others read: a float32 without what is above it."""
        if value.op in UNTRACKED:
            self.materialise(location, value)
            return
        source = self.where(value) if source < 0 else source
        if value.type == F32:
            if self.log is not None:
                self.log.move(location, source)
            register = self.target.registers[self.target.float_scratch if source >= SLOT else source]
            if source >= SLOT:
                self.writer.move_float(register, self.writer.single(self.place(source)))
            self.writer.store_widened(self.place(location), register)
        else:
            self.move(location, source)


def _pattern(value: Value) -> int:
    """The bits of a constant, as a signed word."""
    if value.type == F64:
        return struct.unpack("<q", struct.pack("<d", value.attr))[0]  # type: ignore[no-any-return]
    if value.type == F32:
        return struct.unpack("<I", struct.pack("<f", value.attr))[0]  # type: ignore[no-any-return]
    return int(value.attr)
