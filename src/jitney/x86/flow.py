"""Where the instructions of a text lead: each with what follows it and where it branches to."""

from __future__ import annotations

from bisect import bisect_right

from ..errors import LinkError
from ..machine.sections import FIXUP_SIZE, TEXT, Align, Branch, Symbol
from .select import Instruction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..machine.code import Code


END, DATA = -1, -2
"""In place of the number of the instruction that follows: the text ends, or bytes that are no instruction follow."""
STOPS = frozenset("jmp ret retf iret iretd iretq ud0 ud1 ud2 hlt int3 sysret sysretq sysexit sysexitq uiret".split())
"""Behind these nothing is executed."""
NEVER_RETURN = frozenset(
    """exit _exit _Exit quick_exit abort longjmp siglongjmp _longjmp __longjmp_chk pthread_exit thrd_exit err errx verr
    verrx __stack_chk_fail __assert_fail __assert_perror_fail __assert __chk_fail __fortify_fail __cxa_throw
    __cxa_rethrow __libc_start_main _Unwind_Resume""".split()
)
"""C functions that don't come back."""


class Node:
    """An instruction in the flow. `follows` is the number of the one behind it, or END, or DATA. `target` is where it
    branches to: the number of an instruction, an external, or None where that is not known. `astray`: the label that it
    branches to, or from which on the place counts, where no instruction begins there."""

    __slots__ = ("astray", "follows", "line", "number", "offset", "record", "target")

    def __init__(self, number: int, offset: int, record: Instruction, line: int) -> None:
        self.number = number
        self.offset = offset
        self.record = record
        self.line = line
        self.follows = END
        self.target: int | Symbol | None = None
        self.astray: Symbol | None = None

    @property
    def branches(self) -> bool:
        """Whether it names a place to go to."""
        return "D" in self.record.form.places

    @property
    def calls(self) -> bool:
        return self.record.mnemonic == "call"

    @property
    def stops(self) -> bool:
        return self.record.mnemonic in STOPS


class Flow:
    """The instructions of a code's text."""

    def __init__(self, code: Code) -> None:
        section = code.sections[TEXT]
        starts = [start for start, _ in section.lines]
        self.nodes: list[Node] = []
        ends = []
        for offset, length, record in section.instructions:
            at = bisect_right(starts, offset) - 1
            line = section.lines[at][1] if at >= 0 else 0
            self.nodes.append(Node(len(self.nodes), offset, record, line))  # type: ignore[arg-type]
            ends.append(offset + length)
        self.by_offset = {node.offset: node.number for node in self.nodes}
        self.aligned = {point.offset for point in section.points if isinstance(point, Align)}
        self.size = section.size
        self.code = code
        jumps = {point.offset: (point.symbol, point.addend) for point in section.points if isinstance(point, Branch)}
        fixed = {fixup.offset + FIXUP_SIZE[fixup.kind]: fixup for fixup in section.fixups}
        for node, end in zip(self.nodes, ends, strict=True):
            node.follows = self.at(end)
            if node.branches and node.offset in jumps:
                self._aim(node, *jumps[node.offset])
            elif node.branches and end in fixed:
                fixup = fixed[end]
                self._aim(node, fixup.symbol, fixup.addend + FIXUP_SIZE[fixup.kind])

    def at(self, offset: int) -> int:
        """The number of the instruction that stands at an offset or behind an alignment there; END or DATA."""
        while offset in self.aligned and offset not in self.by_offset:
            offset += 1
        return END if offset >= self.size else self.by_offset.get(offset, DATA)

    def _aim(self, node: Node, symbol: Symbol, addend: int) -> None:
        """Note where a branch goes: `addend` bytes behind a symbol."""
        if symbol.section == TEXT:
            found = self.at(symbol.offset) if addend == 0 else self._behind(symbol, addend)
            if found is not None and found < 0:
                node.astray = symbol
            else:
                node.target = found
        elif symbol.section is None and symbol.is_external and symbol.value is None:
            node.target = symbol

    def _behind(self, symbol: Symbol, addend: int) -> int | None:
        """The same as `at`, of a place that counts in final bytes; None where these are not known."""
        try:
            laid = self.code.layout().sections[TEXT]
        except LinkError:
            return None
        wanted = laid.final(symbol.offset) + addend
        return next((node.number for node in self.nodes if laid.final(node.offset) == wanted), DATA)
