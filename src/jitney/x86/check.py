"""Mistakes in a program that can be known before it runs.

Each function is executed with symbols in place of numbers (symbolic.py). So the check sees whether a `ret` finds the
caller's registers and the return address as they were, whether the stack is aligned at a call (System V psABI x86-64,
section 3.2), and where execution would go on behind the last instruction.

What it cannot know, it is silent about: code that is reached through a table or a register, and stacks that are
switched.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..machine.sections import TEXT, Symbol
from ..records import NamedTuple
from .abi import NAMES, RAX, RSP, XMM0
from .effects import effects, operands_of, vector_effects
from .flow import DATA, END, NEVER_RETURN, Flow, Node
from .operands import Mem
from .symbolic import COUNT, SAVED, UNKNOWN, State, step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .text.program import Program
    from .text.report import Problem

ERROR, WARNING = "error", "warning"
EXITS = {"syscall": (60, 231, 15), "int": (1, 252)}
"""System calls that do not return, by the instruction that makes them: exit, exit_group, rt_sigreturn."""


MAX_STEPS = 2_000_000
"""After so many instructions what has been seen must do."""


class Contract(NamedTuple):
    """What a function with a signature takes in registers, and whether its result is in rax."""

    parameters: frozenset[int]
    result: bool


class Finding(NamedTuple):
    severity: str
    problem: Problem


class Root(NamedTuple):
    """Where execution may begin: a function, or (not `known`) a place that is reached in some other way."""

    number: int
    name: str
    known: bool
    contract: Contract | None = None


class Visit:
    """What the execution of a function has shown."""

    def __init__(self, root: Root) -> None:
        self.root = root
        self.states: dict[int, State] = {}
        self.returns = False
        self.runs_off: list[Node] = []
        self.runs_into_data: list[Node] = []


class Checker:
    def __init__(self, program: Program, contracts: dict[Symbol, Contract]) -> None:
        self.program = program
        self.flow = Flow(program.code)
        self.contracts = contracts
        self.contract_at = {
            self.flow.at(symbol.offset): contract for symbol, contract in contracts.items() if symbol.section == TEXT
        }
        self.findings: dict[tuple[int, str], Finding] = {}
        self.returning: set[int] = set()
        self.visits: dict[int, Visit] = {}
        self.reached: set[int] = set()
        self.waiters: dict[int, set[int]] = {}
        """By function, those that call it; until it has been seen to return."""
        self.steps_left = MAX_STEPS
        self.entered: set[Symbol] = set()
        """Labels where nothing leads to, which must be meant for others to enter."""

    def run(self) -> list[Finding]:
        self.visit_all()
        for visit in self.visits.values():
            self.judge(visit)
        self.check_alignment()
        self.check_labels()
        return sorted(self.findings.values(), key=lambda finding: finding.problem.number)

    def report(self, severity: str, place: Problem, message: str) -> None:
        self.findings.setdefault((place.number, message), Finding(severity, place._replace(message=message)))

    def report_at(self, severity: str, node: Node, message: str) -> None:
        self.report(severity, self.program.place(node.line), message)

    # Which functions there are

    def visit_all(self) -> None:
        program, flow = self.program, self.flow
        labels = sorted(
            ((symbol.offset, symbol) for symbol in program.code.symbols if symbol.section == TEXT),
            key=lambda pair: pair[0],
        )
        names = {flow.at(offset): symbol.name for offset, symbol in reversed(labels)}
        entry = program.entry
        functions = [*program.exported, *self.contracts, *([entry] if entry is not None else [])]
        roots = [self.root(symbol) for symbol in dict.fromkeys(functions) if symbol.section == TEXT]
        called = {node.target for node in flow.nodes if node.calls and node.target != node.follows}
        for number in sorted(target for target in called if isinstance(target, int)):
            roots.append(Root(number, names.get(number, "a function"), True, self.contract_at.get(number)))
        self.visit([root for root in roots if root.number >= 0])
        mentioned = program.source.mentioned
        for wanted in (True, False):
            for _, symbol in labels:
                root = self.root(symbol)
                if (symbol in mentioned) is wanted and root.number >= 0 and root.number not in self.reached:
                    self.visit([root._replace(known=not wanted)])
                    self.entered.add(symbol)
        if flow.nodes and 0 not in self.reached:
            self.visit([Root(0, "the program", True)])

    def root(self, symbol: Symbol) -> Root:
        number = self.flow.at(symbol.offset)
        return Root(number, symbol.name, True, self.contract_at.get(number))

    def visit(self, roots: list[Root]) -> None:
        """Execute functions, and again those that call one which turns out to return."""
        for root in roots:
            self.visits.setdefault(root.number, Visit(root))
        waiting = [root.number for root in roots]
        while waiting:
            number = waiting.pop()
            visit = self.visits[number] = Visit(self.visits[number].root)
            self.execute(visit)
            self.reached.update(visit.states)
            if visit.returns and number not in self.returning:
                self.returning.add(number)
                waiting += sorted(self.waiters.pop(number, ()))

    # Executing a function

    def execute(self, visit: Visit) -> None:
        registers = [("in", number) if visit.root.known else UNKNOWN for number in range(COUNT)]
        if visit.root.known:
            registers[RSP] = ("sp", 0, 0)
        states, nodes = visit.states, self.flow.nodes
        states[visit.root.number] = State(registers, {})
        waiting = [visit.root.number]
        while waiting:
            number = waiting.pop()
            while True:  # along the instructions that follow each other
                self.steps_left -= 1
                if self.steps_left < 0:
                    return
                node = nodes[number]
                state = states[number].copy()
                ends = self.ends(node, state, visit)
                step(state, node)
                if node.branches and not node.calls:
                    if isinstance(node.target, int):
                        if self.reach(states, node.target, state):
                            waiting.append(node.target)
                    else:
                        visit.returns = True
                if ends:
                    break
                if node.follows < 0:
                    (visit.runs_off if node.follows == END else visit.runs_into_data).append(node)
                    break
                if not self.reach(states, node.follows, state):
                    break
                number = node.follows

    @staticmethod
    def reach(states: dict[int, State], number: int, state: State) -> bool:
        """Come to an instruction. Returns whether that is news."""
        known = states.get(number)
        if known is None:
            states[number] = state.copy()
            return True
        return known.join(state)

    def ends(self, node: Node, state: State, visit: Visit) -> bool:
        """Whether nothing behind this instruction is executed."""
        mnemonic = node.record.mnemonic
        if node.calls:
            target = node.target
            if isinstance(target, Symbol):
                return target.name in NEVER_RETURN
            if target is not None and target != node.follows and target not in self.returning:
                self.waiters.setdefault(target, set()).add(visit.root.number)
                return True
            return False
        if mnemonic in EXITS:
            return state.registers[RAX][0] == "const" and state.registers[RAX][1] in EXITS[mnemonic]
        if node.stops:
            visit.returns = visit.returns or mnemonic[:3] in ("ret", "ire") or (mnemonic == "jmp" and not node.branches)
        return node.stops

    # What was wrong

    def judge(self, visit: Visit) -> None:
        """Look at the ends of a function, and at what it reads."""
        for node in visit.runs_off:
            self.report_end(node, "runs past the last instruction: end with ret, a jump or a system call that exits")
        for node in visit.runs_into_data:
            self.check_data(node)
        for number in visit.states:
            self.check_astray(self.flow.nodes[number])
        if not visit.root.known:
            return
        for number in sorted(visit.states):
            node, state = self.flow.nodes[number], visit.states[number]
            if node.record.mnemonic == "ret" or (node.record.mnemonic == "jmp" and isinstance(node.target, Symbol)):
                self.check_return(visit, node, state)
            self.check_reads(visit.root, node, state)

    def report_end(self, node: Node, what: str) -> None:
        """Execution goes on behind a node, but perhaps not if that calls a function that we do not see."""
        if node.calls and isinstance(node.target, Symbol):
            self.report_at(WARNING, node, f"if {node.target.name} returns, execution {what}")
        else:
            self.report_at(ERROR, node, f"execution {what}")

    def check_data(self, node: Node) -> None:
        """Data with a label are no instructions that someone wrote as bytes."""
        end = node.offset + len(node.record.data)
        if node.record.branch is not None:
            end = node.offset + len(node.record.branch[1]) + 4
        found = [symbol for symbol in self.program.code.symbols if symbol.section == TEXT and symbol.offset == end]
        mentioned = self.program.source.mentioned
        for symbol in sorted(found, key=lambda symbol: symbol not in mentioned)[:1]:
            self.report_end(node, f"runs into the data of {symbol.name}, which is no code")

    def check_astray(self, node: Node) -> None:
        """A branch to where no instruction begins."""
        symbol = node.astray
        if symbol is None:
            return
        if self.flow.at(symbol.offset) == END:
            self.report_at(ERROR, node, f"{symbol.name} is behind the last instruction: there is nothing to go to")
        elif self.flow.at(symbol.offset) == DATA:
            self.report_at(WARNING, node, f"{symbol.name} is data, no code: this is no place to go to")
        else:
            message = f"no instruction begins so far from {symbol.name}: this goes into the middle of one, or into data"
            self.report_at(WARNING, node, message)

    def check_return(self, visit: Visit, node: Node, state: State) -> None:
        name = visit.root.name
        top = state.registers[RSP]
        if top[0] == "sp" and top[1]:
            self.report_at(ERROR, node, f"{name} returns with rsp where it was aligned, not where it was at entry")
        elif top[0] == "sp" and top[2] > 0:
            message = f"{name} returns with {top[2]} bytes too many taken from the stack: the return address is gone"
            self.report_at(ERROR, node, message)
        elif top[0] == "sp" and top[2] < 0 and not self.is_pushed_target(node):
            message = f"{name} returns with {-top[2]} bytes left on the stack, where the return address is looked for"
            self.report_at(ERROR, node, message)
        if visit.root.contract is None:
            return
        for number in SAVED:
            value = state.registers[number]
            if value not in (("in", number), UNKNOWN):
                writer = self.writer(visit, number) or node
                message = (
                    f"{name} changes {NAMES[number]}, which belongs to its caller, and does not restore it before the "
                    f"{node.record.mnemonic} in line {node.line}: push it first and pop it at the end"
                )
                self.report_at(ERROR, writer, message)
        if node.record.mnemonic == "ret" and visit.root.contract.result and state.registers[RAX] == ("in", RAX):
            self.report_at(WARNING, node, f"{name} returns without a result: nothing was put into rax on the way here")

    def is_pushed_target(self, node: Node) -> bool:
        """Whether a ret goes to an address that was pushed for it."""
        before = self.flow.nodes[node.number - 1] if node.number else None
        return before is not None and before.record.mnemonic == "push"

    def writer(self, visit: Visit, register: int) -> Node | None:
        """The first instruction that changes a register."""
        for number in sorted(visit.states):
            node = self.flow.nodes[number]
            if register in effects(node.record).writes and node.record.mnemonic not in ("pop", "leave"):
                return node
        return None

    def check_reads(self, root: Root, node: Node, state: State) -> None:
        """A register must be set before it is read, unless it is a parameter; and again after a call of C."""
        if node.record.mnemonic == "push":
            return
        operands = operands_of(node.record)
        if operands and operands[0][0].__class__ is Mem and "r" not in operands[0][1] and state.address(operands[0][0]):
            return  # saved
        contract = root.contract
        for number in sorted(effects(node.record).reads | vector_effects(node.record).reads):
            value = state.registers[number]
            name = NAMES[number] if number < XMM0 else f"xmm{number - XMM0}"
            if value[0] == "lost":
                message = (
                    f"{name} holds nothing after call {value[1]}, which may change it: keep what it held in a register "
                    "that belongs to the caller, such as rbx, or on the stack"
                )
                self.report_at(WARNING, node, message)
            elif contract is not None and value == ("in", number) and number not in (*SAVED, RSP, *contract.parameters):
                message = f"{name} is read here, but is no parameter of {root.name} and was not set before"
                self.report_at(WARNING, node, message)

    def check_alignment(self) -> None:
        """Calls of C functions, and of functions that call one, want rsp to be a multiple of 16."""
        calls: list[tuple[Visit, Node, State]] = [
            (visit, self.flow.nodes[number], state)
            for visit in self.visits.values()
            for number, state in visit.states.items()
            if self.flow.nodes[number].calls and self.flow.nodes[number].target != self.flow.nodes[number].follows
        ]
        callers: dict[int, set[int]] = {}
        for visit, node, _ in calls:
            if isinstance(node.target, int):
                callers.setdefault(node.target, set()).add(visit.root.number)
        waiting = {visit.root.number for visit, node, _ in calls if not isinstance(node.target, int)}
        strict: set[int] = set()
        while waiting:
            strict.add(number := waiting.pop())
            waiting |= callers.get(number, set()) - strict
        for visit, node, state in calls:
            top = state.registers[RSP]
            if top[0] != "sp" or (isinstance(node.target, int) and node.target not in strict):
                continue
            at_entry = 0 if top[1] or visit.root.name == "_start" else 8
            if off := (at_entry + top[2]) % 16:
                message = (
                    f"the stack is not aligned at this call: in {visit.root.name} rsp is {off} bytes above a multiple "
                    "of 16; push one register more, or sub rsp, 8, before it"
                )
                self.report_at(ERROR, node, message)

    def check_labels(self) -> None:
        program = self.program
        exported = program.exported
        used = {*program.source.mentioned, *exported, *self.contracts, program.entry}
        if not exported:
            used |= self.entered
        for symbol in self.unused(used):
            place = program.source.bound[symbol]
            written = place.line[place.column : place.column + place.length]
            self.report(WARNING, place, f"label {written} is used nowhere")

    def unused(self, used: set[Any]) -> Iterator[Symbol]:
        places = {(symbol.section, symbol.offset) for symbol in used if symbol is not None}
        for symbol in self.program.source.bound:
            if symbol.section is None or (symbol.section, symbol.offset) in places:  # or another name of what is used
                continue
            if symbol.name[:2] != ".L" or "$" in symbol.name:  # compilers make many of the form .L12
                yield symbol


def check(program: Program, contracts: dict[Symbol, Contract]) -> list[Finding]:
    """What is wrong or suspect in a program, in the order of its lines. `contracts` are those of the functions whose
    signatures are known."""
    return Checker(program, contracts).run()
