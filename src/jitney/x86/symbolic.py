"""Instructions executed with symbols in place of numbers.

A register holds what it held when a function was entered, a constant, an address in the function's frame, or something
else. What is pushed or stored in the frame is remembered. Where paths meet, what differs is something else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..machine.sections import Symbol
from .abi import CALLEE_SAVED, R15, RAX, RBP, RDX, RSP, XMM0
from .effects import effects, general, operands_of, vector_effects
from .flow import Node
from .operands import Mem, Reg, whole_number

SAVED = tuple(sorted((*CALLEE_SAVED, R15)))
SCRATCH = tuple(number for number in range(16) if number not in SAVED and number != RSP)
COUNT = XMM0 + 32
LOST = tuple(number for number in (*SCRATCH, *range(XMM0, COUNT)) if number not in (RAX, RDX, XMM0, XMM0 + 1))
"""What a C function may change and gives no result in."""
KEEPING = ("mcount", "_mcount", "__fentry__", "__x86_")
"""How the names of functions begin that keep all registers: a compiler calls them before it does anything else."""
WIDTH = 64  # bytes that a store to the frame may touch

Value = tuple[Any, ...]
"""("in", n): what register n held at entry; ("const", n); ("sp", base, n): n bytes from the stack pointer that the
function was entered with (base 0), or that it aligned (base: where); ("lost", name): nothing, since a C function of
this name was called; or one of these two."""
OTHER: Value = ("other",)
UNKNOWN: Value = ("unknown",)
"""It may be anything, what is wanted here included."""


class State:
    """What is known before an instruction: of the registers, and of words in the frame by (base, offset)."""

    __slots__ = ("frame", "registers")

    def __init__(self, registers: list[Value], frame: dict[tuple[int, int], Value]) -> None:
        self.registers = registers
        self.frame = frame

    def copy(self) -> State:
        return State(self.registers.copy(), self.frame.copy())

    def join(self, other: State) -> bool:
        """Know only what the other knows too. Returns whether that is less."""
        changed = False
        for number, (mine, its) in enumerate(zip(self.registers, other.registers, strict=True)):
            if mine != its and mine != UNKNOWN:
                met = UNKNOWN if UNKNOWN in (mine, its) or number == RSP else OTHER
                changed = changed or met != mine
                self.registers[number] = met
        for key in [key for key, value in self.frame.items() if other.frame.get(key) != value]:
            del self.frame[key]
            changed = True
        return changed

    def address(self, memory: Mem) -> tuple[int, int] | None:
        """The place in the frame that an operand names, if that is known."""
        base, index, _, displacement, symbol = memory[1]
        if base is None or index is not None or symbol is not None or memory[2] is not None:
            return None
        number = general(base)
        value = self.registers[number] if number is not None and base.bits == 64 else OTHER
        return (value[1], value[2] + displacement) if value[0] == "sp" else None

    def load(self, memory: Mem) -> Value:
        place = self.address(memory)
        if place is not None:
            return self.frame.get(place, UNKNOWN)
        numbers = [general(register) for register in memory[1][:2]]
        if any(number in (RSP, RBP) for number in numbers):
            return UNKNOWN
        return UNKNOWN if any(self.registers[n][0] in ("unknown", "sp") for n in numbers if n is not None) else OTHER

    def store(self, memory: Mem, value: Value | None) -> None:
        """Put a word into the frame, or (None) something of another size."""
        place = self.address(memory)
        if place is None:
            return
        base, offset = place
        size = 8 if value is not None else max(memory[0].bits // 8, 1) if memory[0].bits else WIDTH
        for key in [key for key in self.frame if key[0] == base and offset - 8 < key[1] < offset + size]:
            del self.frame[key]
        if value is not None:
            self.frame[place] = value

    def move_stack(self, amount: int) -> None:
        value = self.registers[RSP]
        self.registers[RSP] = ("sp", value[1], value[2] + amount) if value[0] == "sp" else UNKNOWN

    def push(self, value: Value, size: int = 8) -> None:
        self.move_stack(-size)
        top = self.registers[RSP]
        if top[0] == "sp":
            self.frame[top[1:]] = value

    def pop(self, size: int = 8) -> Value:
        top = self.registers[RSP]
        value = self.frame.get(top[1:], UNKNOWN) if top[0] == "sp" else UNKNOWN
        self.move_stack(size)
        return value


# What instructions do, where the table of forms does not tell enough. Each takes the state, the node, and the operands.

Step = Callable[[State, Node, list[Any]], None]


def _value(state: State, operand: Any) -> Value:
    """What a 64-bit operand holds; a constant also where it is smaller."""
    if operand.__class__ is Mem:
        return state.load(operand) if operand[0].bits in (0, 64) else OTHER
    if operand.__class__ is Reg:
        number = general(operand)
        value = state.registers[number] if number is not None else OTHER
        if value[0] == "lost":
            return OTHER
        return value if operand.bits == 64 or (operand.bits == 32 and value[0] == "const") else OTHER
    whole = whole_number(operand)
    return OTHER if whole is None else ("const", whole & (1 << 64) - 1)


def _set(state: State, operand: Any, value: Value) -> None:
    if operand.__class__ is Mem:
        state.store(operand, value if operand[0].bits in (0, 64) else None)
        return
    number = general(operand)
    if number is not None:
        if operand.bits == 32 and value[0] == "const":
            value = ("const", value[1] & 0xFFFF_FFFF)
        elif operand.bits < 64:
            value = OTHER
        state.registers[number] = UNKNOWN if number == RSP and value == OTHER else value


def _mov(state: State, node: Node, operands: list[Any]) -> None:
    target, source = operands
    if target.__class__ is Mem and (source.__class__ is not Reg or source.bits != 64):
        state.store(target, None)
    else:
        _set(state, target, _value(state, source))


def _lea(state: State, node: Node, operands: list[Any]) -> None:
    place = state.address(operands[1])
    _set(state, operands[0], ("sp", *place) if place is not None else OTHER)


def _add(sign: int) -> Step:
    def added(state: State, node: Node, operands: list[Any]) -> None:
        target, source = operands
        before, amount = _value(state, target), _value(state, source)
        after = OTHER
        if sign < 0 and target is source:
            after = ("const", 0)
        elif amount[0] == "const" and target.__class__ is Reg:
            number = amount[1] - (amount[1] >> 63 << 64)
            if before[0] == "sp":
                after = ("sp", before[1], before[2] + sign * number)
            elif before[0] == "const":
                after = ("const", before[1] + sign * number & (1 << 64) - 1)
        _set_result(state, target, after)

    return added


def _and(state: State, node: Node, operands: list[Any]) -> None:
    target, source = operands
    before, mask = _value(state, target), _value(state, source)
    after = OTHER
    if before[0] == "sp" and mask[0] == "const" and mask[1] >> 4 and not mask[1] & 15:
        after = ("sp", node.offset + 1, 0)
    _set_result(state, target, after)


def _xor(state: State, node: Node, operands: list[Any]) -> None:
    target, source = operands
    _set_result(state, target, ("const", 0) if target is source else OTHER)


def _set_result(state: State, target: Any, value: Value) -> None:
    """The result of an operation that reads its target too."""
    if target.__class__ is Mem:
        state.store(target, None)
    else:
        _set(state, target, value)


def _push(state: State, node: Node, operands: list[Any]) -> None:
    size = 2 if "o16" in node.record.form.opcode else 8
    state.push(_value(state, operands[0]) if operands else OTHER, size)


def _pop(state: State, node: Node, operands: list[Any]) -> None:
    value = state.pop(2 if "o16" in node.record.form.opcode else 8)
    if operands and operands[0].__class__ in (Reg, Mem):
        _set(state, operands[0], value)


def _xchg(state: State, node: Node, operands: list[Any]) -> None:
    first, second = (_value(state, operand) for operand in operands)
    _set(state, operands[0], second)
    _set(state, operands[1], first)


def _leave(state: State, node: Node, operands: list[Any]) -> None:
    frame = state.registers[RBP]
    state.registers[RSP] = frame if frame[0] == "sp" else UNKNOWN
    state.registers[RBP] = state.pop()


def _call(state: State, node: Node, operands: list[Any]) -> None:
    if node.target == node.follows:  # to find out where it is
        state.push(OTHER)
        return
    target = node.target
    if isinstance(target, Symbol) and target.name.startswith(KEEPING):
        return
    for number in (*SCRATCH, *range(XMM0, COUNT)):
        state.registers[number] = OTHER
    if isinstance(target, Symbol):
        for number in LOST:
            state.registers[number] = ("lost", target.name)


def _system(state: State, node: Node, operands: list[Any]) -> None:
    for number in effects(node.record).writes | {RAX}:
        state.registers[number] = OTHER


STEPS: dict[str, Step] = {
    "mov": _mov, "lea": _lea, "add": _add(1), "sub": _add(-1), "and": _and, "xor": _xor, "push": _push, "pop": _pop,
    "pushfq": _push, "popfq": _pop, "xchg": _xchg, "leave": _leave, "call": _call, "syscall": _system, "int": _system,
}  # fmt: skip


def step(state: State, node: Node) -> None:
    """Execute an instruction."""
    record = node.record
    operands = operands_of(record)
    special = STEPS.get(record.mnemonic)
    if special is not None:
        special(state, node, [operand for operand, _ in operands])
        return
    for number in vector_effects(record).writes:
        state.registers[number] = OTHER
    for number in effects(record).writes:
        state.registers[number] = UNKNOWN if number == RSP else OTHER
    for operand, access in operands:
        if operand.__class__ is Mem and "w" in access:
            state.store(operand, None)
