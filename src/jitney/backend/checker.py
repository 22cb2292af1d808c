"""The checker of register allocation: replays what was written, with values of the IR in the place of numbers.

The emitter reports every move, every instruction with the places that it reads and writes, and the ends of blocks. The
checker follows which values each location holds, over all paths, and finds an instruction that reads a location which
does not hold the value that it should (as regalloc2's checker does).
"""

from __future__ import annotations

from .select import UNTRACKED
from .uses import LATE, MIDDLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Value
    from .blocks import Node
    from .emit import Emitter, Temporaries
    from .liveness import Ranges
    from .select import Instruction
    from .target import Target

State = dict[int, frozenset[int]]
if TYPE_CHECKING:
    Event = tuple[Any, ...]
_NOTHING: frozenset[int] = frozenset()


class AllocationError(AssertionError):
    """The code would read something else than it should."""


class Log:
    def __init__(self, nodes: list[Node], ranges: Ranges, target: Target) -> None:
        self.nodes = nodes
        self.ranges = ranges
        self.target = target
        self.number_of = {register: number for number, register in enumerate(target.registers)}
        self.bodies: dict[int, list[Event]] = {}
        self.edges: dict[tuple[int, int], list[Event]] = {}
        self.before: list[Event] = []
        self.events = self.before

    # What the emitter reports.

    def enter(self, node: Node) -> None:
        self.events = self.bodies[node.number] = []

    def edge(self, node: Node, position: int) -> None:
        self.suspended = self.events
        self.events = self.edges[node.number, position] = []

    def arrive(self, node: Node, position: int) -> None:
        self.events = self.suspended

    def receive(self, parameters: list[Value], places: list[int]) -> None:
        for value, place in zip(parameters, places, strict=True):
            self.define(value, place)

    def move(self, target: int, source: int) -> None:
        self.events.append(("move", target, source))

    def constant(self, target: int, value: Value) -> None:
        self.events.append(("define", value.id, target, value))

    def define(self, value: Value, place: int) -> None:
        self.events.append(("define", value.id, place, value))

    def leave(self, instruction: Instruction, places: tuple[Any, ...]) -> None:
        exit = instruction.exit
        assert exit is not None
        uses = [
            (value, place, 0)
            for value, place in zip((*exit.operands, *exit.held), places, strict=True)
            if isinstance(place, int)
        ]
        self.events.append(("use", instruction, uses))

    def call(self, instruction: Instruction, pairs: list[tuple[Value, int]]) -> None:
        self.events.append(("use", instruction, [(value, place, 0) for value, place in pairs]))
        clobbered = [*self.target.caller_saved, self.target.word_scratch, self.target.float_scratch]
        self.events.append(("clobber", clobbered))

    def instruction(
        self, emitter: Emitter, instruction: Instruction, operands: list[Any], used: Temporaries, results: list[int]
    ) -> None:
        uses = []
        for value, operand, flag in zip(instruction.uses, operands, instruction.flags, strict=True):
            if value is None or operand is None or isinstance(operand, int):
                continue
            place = self.number_of.get(operand)
            if place is None:
                if value.op in UNTRACKED:
                    continue
                place = emitter.where(value)
            elif place == self.target.context:
                continue
            uses.append((value, place, flag))
        clobbers: list[int] = []
        for rule in (instruction.rule, instruction.condition):
            if rule is not None:
                clobbers += [*rule.clobbers, *rule.blocked]
        operand_places = {place for _, place, _ in uses}
        clobbers += [register for register in used.taken if register not in operand_places and register not in results]
        events = self.events
        events.append(("use", instruction, uses))
        events.append(("clobber", clobbers))
        events.append(("use", instruction, [use for use in uses if use[2] & (MIDDLE | LATE)]))
        for (value, _), place in zip(instruction.results, results, strict=True):
            events.append(("define", value.id, place, value))
        events.append(("use", instruction, [use for use in uses if use[2] & LATE]))
        events.append(("clobber", [register for register in used.taken if register not in results]))

    # The replay.

    def verify(self) -> None:
        """Raises AllocationError."""
        by_number = {node.number: node for node in self.nodes}
        states: dict[int, State] = {self.nodes[0].number: self._run(self.before, {}, False)}
        work = [self.nodes[0].number]
        while work:
            number = work.pop()
            node = by_number[number]
            after = self._run(self.bodies[number], states[number], False)
            for position, target in enumerate(node.targets):
                arriving = self._cross(node, position, target, after)
                known = states.get(target.number)
                if known is None:
                    met = arriving
                else:
                    met = {
                        place: held & arriving[place]
                        for place, held in known.items()
                        if place in arriving and held & arriving[place]
                    }
                    if met == known:
                        continue
                states[target.number] = met
                work.append(target.number)
        for node in self.nodes:
            self._run(self.bodies[node.number], states[node.number], True)

    def _cross(self, node: Node, position: int, target: Node, state: State) -> State:
        state = self._run(self.edges.get((node.number, position), []), state, False)
        pairs = [
            (parameter.id, argument.id)
            for parameter, argument in zip(target.block.params, node.block.arguments[position], strict=True)
        ]
        parameters = {parameter for parameter, _ in pairs}
        return {
            place: (held - parameters) | {parameter for parameter, argument in pairs if argument in held}
            for place, held in state.items()
        }

    def _run(self, events: list[Event], state: State, check: bool) -> State:
        state = dict(state)
        for event in events:
            kind = event[0]
            if kind == "move":
                _, target, source = event
                state[target] = state.get(source, _NOTHING)
            elif kind == "define":
                _, id, place, value = event
                if value.op not in UNTRACKED:
                    for other, held in state.items():
                        if id in held:
                            state[other] = held - {id}
                state[place] = frozenset((id,))
            elif kind == "clobber":
                for place in event[1]:
                    state.pop(place, None)
            elif check:
                for value, place, _ in event[2]:
                    if value.id not in state.get(place, _NOTHING):
                        there = sorted(state.get(place, _NOTHING))
                        raise AllocationError(
                            f"instruction {event[1].position} (kind {event[1].kind}) reads {value!r} from location "
                            f"{place}, which holds {there}"
                        )
        return state
