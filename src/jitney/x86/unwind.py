"""What instructions do to the stack: for each place in assembled code, where the caller's frame is.

Followed through the code as it runs: `push` makes the frame deeper, after `mov rbp, rsp` it is found from rbp, a branch
takes what is known along to its label, and behind `ret` or `jmp` stands what the label there was reached with. A label
that nothing leads to begins a function, if it has a name of its own. Where code does with the stack what cannot be
followed, nothing is known: an unwinder stops there, as it does in code that has no tables.

A register that the caller wants back is taken to be saved by the first `push` of it, which is how compilers do it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ..machine.sections import Symbol
from ..machine.unwind import WORD, Rule, Steps
from ..records import NamedTuple
from .assembler import Mark, Unwind
from .forms import Form
from .operands import REGISTERS, Label, Reg
from .target import ENTRY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


RBP, RSP = REGISTERS["rbp"], REGISTERS["rsp"]
DWARF_RBP, DWARF_RSP = 6, ENTRY.register
SAVED = {REGISTERS[name]: number for name, number in
         (("rbx", 3), ("rbp", 6), ("r12", 12), ("r13", 13), ("r14", 14), ("r15", 15))}  # fmt: skip
"""The registers that functions save, with the numbers that DWARF has for them (System V psABI x86-64, figure 3.36)."""

WITH_POINTER = Rule(DWARF_RBP, 16, ((DWARF_RBP, -16), *ENTRY.saved))
"""The rule behind `push rbp; mov rbp, rsp`."""

# Kinds of items, as far as the stack is concerned.
NOTHING, MARK, TOLD, BRANCH, CALL, END, JUMP, MOVE, WRITE = range(9)
ENDS = frozenset(("ret", "ud2", "hlt", "iretq", "sysretq"))
"""What follows these is reached from elsewhere only; likewise `jmp`."""
TAKES_WORD, GIVES_WORD = ("push", "pushfq"), ("pop", "popfq")
MOVERS = frozenset((*TAKES_WORD, *GIVES_WORD, "enter", "leave"))
BRANCHES = ("loop", "loope", "loopne", "xbegin")
MOST_PASSES = 6


class Stack(NamedTuple):
    """What is known at one place: how many bytes rsp and rbp are below the CFA (None: unknown), what is saved where."""

    depth: int | None = 8
    pointer: int | None = None
    saved: tuple[tuple[int, int], ...] = ENTRY.saved

    def rule(self) -> Rule | None:
        """None too where the return address has been taken off the stack, or lies below the only pointer."""
        if self.pointer is not None and self.pointer >= 0:
            return Rule(DWARF_RBP, self.pointer, self.saved)
        return None if self.depth is None or self.depth < ENTRY.offset else Rule(DWARF_RSP, self.depth, self.saved)


AT_ENTRY = Stack()
UNKNOWN = Stack(None)
LOST = Stack(None, None, ())
"""Behind a label that nothing leads to, as far as can be seen."""


def rules(items: Sequence[Any]) -> list[tuple[int, Steps]]:
    """(index of an item, rules from there on) for the items of a section, wherever they are other than before."""
    found = []
    for index, stack in follow(items):
        told = items[index - 1] if index else None
        found.append((index - 1, told.steps) if told.__class__ is Unwind else (index, ((0, stack.rule()),)))
    return found


def follow(items: Sequence[Any]) -> list[tuple[int, Stack]]:
    """(index of an item, stack from there on) for the items of a section, wherever it is another than before."""
    chosen: list[tuple[int, int, Any]] = []  # index, kind, to what it happens
    called: dict[Symbol, Stack] = {}
    told = 0  # up to here the stack is known from what the assembler was told
    for index, item in enumerate(items):
        form = item.form
        if form is None:
            if item.__class__ is Mark:
                chosen.append((index, MARK, item.symbol))
            elif item.__class__ is Unwind:
                chosen.append((index, TOLD, declared(item.steps)))
                told = index + len(item.steps)
            continue
        if index < told:
            continue
        kind = kind_of(form)
        if kind == NOTHING:
            continue
        if kind == WRITE:
            first = item.operands[0]
            if first.__class__ is Reg and is_pointer(first):
                chosen.append((index, MOVE, item))
        elif kind in (BRANCH, JUMP, CALL):
            target = item.operands[0]
            if target.__class__ is Label and not target.is_external:
                if kind == CALL:
                    called[target] = AT_ENTRY
                else:
                    chosen.append((index, BRANCH, target))
            if kind == JUMP:
                chosen.append((index, END, None))
        else:
            chosen.append((index, kind, item))
    before: dict[Symbol, Stack] = {}
    for _ in range(MOST_PASSES):  # nearly always one
        found, before, settled = _pass(chosen, before, called.copy())
        if settled:
            return found
    return [(0, UNKNOWN)]


@lru_cache(1024)
def kind_of(form: Form) -> int:
    """What instructions of a form may do to the stack, or to where they stand."""
    mnemonic = form.mnemonic
    if mnemonic == "call":
        return CALL
    if mnemonic == "jmp":
        return JUMP
    if mnemonic[0] == "j" or mnemonic in BRANCHES:
        return BRANCH
    if mnemonic in ENDS:
        return END
    if mnemonic in MOVERS:
        return MOVE
    writes = bool(form.access) and "w" in form.access[0]
    return WRITE if writes and not form.accepts[0].isdisjoint(("r64", "r32", "r16", "r8")) else NOTHING


def is_pointer(register: Reg) -> bool:
    """Whether it is rsp or rbp, or a part of one; ah and ch have their numbers too."""
    return register.number in (4, 5) and register.family in ("r64", "r32", "r16", "r8") and register.rex != 2


def declared(steps: Steps) -> Stack:
    """The stack after rules that the assembler was told of."""
    rule = steps[-1][1]
    if rule is None:
        return UNKNOWN
    if rule.register == DWARF_RSP:
        return Stack(rule.offset, None, rule.saved)
    return Stack(None, rule.offset, rule.saved)


def _pass(
    chosen: Iterable[tuple[int, int, Any]], before: dict[Symbol, Stack], reached: dict[Symbol, Stack]
) -> tuple[list[tuple[int, Stack]], dict[Symbol, Stack], bool]:
    """Once through. `before` has what labels were reached with the last time, and `reached` gets it.

    Returns what was found, `reached`, and whether no jump back has told something new about a label above it.
    """
    stack: Stack | None = AT_ENTRY  # None: nothing comes here
    last = AT_ENTRY
    settled = True
    placed: dict[Symbol, Stack | None] = {}
    found = [(0, last)]
    for index, kind, subject in chosen:
        if kind == BRANCH:
            if stack is not None and stack is not UNKNOWN and stack is not LOST:
                known = reached.get(subject)
                if known is not stack:
                    reached[subject] = stack if known is None else _common(known, stack)
                if subject in placed and placed[subject] is not stack and placed[subject] != reached[subject]:
                    settled = False
            continue
        if kind == END:
            stack = None
            continue
        if kind == MARK:
            known = reached.get(subject) or before.get(subject)
            if stack is None or stack is LOST:
                stack = known or (LOST if "." in subject.name else AT_ENTRY)
            elif stack is UNKNOWN:
                stack = known or UNKNOWN
            elif known is not None and known is not stack:
                stack = _common(known, stack)
            placed[subject] = stack
        elif kind == TOLD:
            stack = subject
            found.append((index + 1, subject))
            last = subject
        elif stack is not None:
            stack = after(stack, subject)
        if stack is not None and stack is not last and stack != last:
            found.append((index + 1, stack))
            last = stack
    return found, reached, settled


def _common(one: Stack, other: Stack) -> Stack:
    """What is known where both come together."""
    if one == other:
        return one
    depth = one.depth if one.depth == other.depth else None
    pointer = one.pointer if one.pointer == other.pointer else None
    if depth is None and pointer is None:
        return UNKNOWN
    return Stack(depth, pointer, tuple(pair for pair in one.saved if pair in other.saved))


@lru_cache(512)
def after(stack: Stack, item: Any) -> Stack:
    """The stack behind an instruction that moves rsp or rbp."""
    depth, pointer, saved = stack
    form, operands = item.form, item.operands
    mnemonic = form.mnemonic
    target: Any = operands[0] if operands else None
    size = 2 if form.opcode.startswith("o16") else 8
    if mnemonic in TAKES_WORD:
        if depth is not None:
            depth += size
            number = SAVED.get(target) if target.__class__ is Reg else None
            if number is not None and depth % WORD == 0 and all(number != other for other, _ in saved):
                saved = tuple(sorted((*saved, (number, -depth))))
    elif mnemonic in GIVES_WORD or mnemonic == "leave":
        if mnemonic == "leave":
            target, depth = RBP, pointer
        if target is RBP:
            pointer = None
        if depth is not None:
            number = SAVED.get(target) if target.__class__ is Reg else None
            saved = tuple(pair for pair in saved if pair != (number, -depth))
            depth = None if target is RSP else depth - size
    elif mnemonic == "enter":  # nobody uses it
        return UNKNOWN
    else:
        place = _place(stack, mnemonic, target, operands[1] if len(operands) > 1 else None)
        if target.number == RSP.number:
            depth = place
        else:
            pointer = place if any(number == DWARF_RBP for number, _ in saved) else None
    return UNKNOWN if depth is pointer is None else Stack(depth, pointer, saved)


def _place(stack: Stack, mnemonic: str, target: Reg, source: Any) -> int | None:
    """How far below the CFA a pointer is that an instruction has written."""
    if target.bits != 64:
        return None
    if mnemonic in ("add", "sub") and source.__class__ is int:
        base, distance = target, source if mnemonic == "add" else -source
    elif mnemonic == "mov":
        base, distance = source, 0
    elif mnemonic == "lea" and source[1][1] is None and source[1][4] is None:
        base, distance = source[1][0], source[1][3]
    else:
        return None
    known = stack.depth if base is RSP else stack.pointer if base is RBP else None
    return None if known is None else known - distance
