"""Writing the code: every instruction with the locations that were allocated, and moves where blocks meet.

Two registers are never allocated: the scratch registers, through which operands go that must be in a register and are
not. Where an instruction needs more, it takes one that is free at that point, or frees one for its time.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import BOOL, F32
from .allocate import INCOMING, POOL, SLOT
from .exits import Exits
from .frame import FLOATS, OUTGOING, WORD, Frame
from .select import UNTRACKED
from .uses import CONSTANT, FREE, IMMEDIATE, LATE, MEMORY, WORDS
from .uses import FLOATS as FLOAT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Function
    from ..machine import Symbol
    from .allocate import Allocation
    from .blocks import Node
    from .liveness import Ranges
    from .select import Instruction
    from .target import Target, Writer

CONST, FRAME, CONTEXT = ops.CONST, ops.FRAME, ops.CONTEXT


class Temporaries:
    """The registers that an instruction uses besides those of its operands, and what was saved to free them."""

    __slots__ = ("busy", "saved", "taken")

    def __init__(self) -> None:
        self.taken: dict[int, bool] = {}  # register: kept until the result is written
        self.saved: list[int] = []
        self.busy: set[int] | None = None


class Emitter(Frame):
    def __init__(
        self,
        function: Function,
        target: Target,
        writer: Writer,
        nodes: list[Node],
        ranges: Ranges,
        allocation: Allocation,
        memory: dict[int, int],
        log: Any = None,
    ) -> None:
        super().__init__(function, target, writer, nodes, ranges, allocation, memory, log)
        self.exits = Exits(self)
        self.next: Node | None = None
        self.later: list[Any] = []
        self.reserved: frozenset[int] = frozenset()  # what moves before a branch have written
        self.compared: tuple[Any, ...] | None = None  # the rule and values that the flags are of
        self.callee_saved = frozenset(target.callee_saved)
        self.handlers = (
            self._plain, self._comparison, self._guard, self._selection, self._branch, self._jump, self._return,
            self.exits.leave, self._call, self._c_call, self._upcall, self._routine, self._poll, self._effect,
            self._stack_check, self._splat, self._index,
        )  # fmt: skip

    def _allowed(self, register: int) -> bool:
        """Whether it may be overwritten, as far as the caller is concerned."""
        return register not in self.callee_saved or register in self.saved

    # Operands.

    def temporary(self, instruction: Instruction, used: Temporaries, kind: int, late: bool) -> int:
        """A register for the time of an instruction."""
        target = self.target
        scratch = target.scratches[kind]
        taken = used.taken
        if scratch not in taken:
            taken[scratch] = late
            return scratch
        busy = used.busy
        if busy is None:
            busy = used.busy = set(self.reserved)
            for value in instruction.uses:
                if value is not None:
                    busy.add(self.where(value))
            for value, _ in instruction.results:
                busy.add(self.locations[value.id])
            for rule in (instruction.rule, instruction.condition):
                if rule is not None:
                    busy.update(rule.clobbers)
                    busy.update(rule.blocked)
        bits = 3 << 2 * instruction.position
        order = target.orders[kind]
        for register in order:
            if register not in busy and register not in taken and not self.occupied[register] & bits:
                if self._allowed(register):
                    taken[register] = late
                    return register
        for register in (*order, *target.caller_saved):
            if register not in busy and register not in taken and self.kinds[register] == self.kinds[scratch]:
                self.move(self.emergency(len(used.saved), register), register)
                used.saved.append(register)
                taken[register] = late
                return register
        raise AssertionError("no register is left")

    def release(self, used: Temporaries) -> None:
        """Gives back what registers held before."""
        for number, register in enumerate(used.saved):
            self.move(register, self.emergency(number, register))

    def operands(self, instruction: Instruction, used: Temporaries) -> list[Any]:
        """What the rule is handed for each use."""
        writer = self.writer
        registers = self.target.registers
        locations = self.locations
        cached = self.node.cached
        classes = self.target.classes
        memory = instruction.memory
        room = memory is None  # for an operand in memory
        found: list[Any] = []
        flags = instruction.flags
        for at, value in enumerate(instruction.uses):
            if value is None:
                found.append(None)
                continue
            op = value.op
            flag = flags[at]
            if op == CONST:
                kept = cached.get(value.id)
                if value.type in FLOATS:
                    if kept is not None:
                        found.append(registers[kept])
                        continue
                    single = value.type == F32
                    if flag & FREE or (flag & MEMORY and room):
                        found.append(writer.float_constant(value.attr, single))
                        room = room and bool(flag & FREE)
                        continue
                    register = self.temporary(instruction, used, FLOAT, flag & LATE != 0)
                    writer.load_float(registers[register], value.attr, single)
                else:
                    number = int(value.attr)
                    if flag & CONSTANT or (flag & IMMEDIATE and self.target.fits(number)):
                        found.append(number)
                        continue
                    if kept is not None:
                        found.append(registers[kept])
                        continue
                    register = self.temporary(instruction, used, WORDS, flag & LATE != 0)
                    writer.load_word(registers[register], number)
                if self.log is not None:
                    self.log.constant(register, value)
                found.append(registers[register])
                continue
            if op == CONTEXT:
                found.append(registers[self.target.context])
                continue
            if op == FRAME:
                if memory is not None and at == memory.base:
                    found.append(None)
                    continue
                register = self.temporary(instruction, used, WORDS, flag & LATE != 0)
                self.materialise(register, value)
                found.append(registers[register])
                continue
            location = cached.get(value.id, locations[value.id]) if cached else locations[value.id]
            if location < SLOT:
                found.append(registers[location])
            elif flag & FREE or (flag & MEMORY and room):
                operand = self.place(location)
                found.append(writer.single(operand) if value.type == F32 else operand)
                room = room and bool(flag & FREE)
            else:
                register = self.temporary(instruction, used, classes[value.type], flag & LATE != 0)
                self.move(register, location)
                found.append(registers[register])
        if memory is not None:
            base = found[memory.base] if memory.base >= 0 else None
            index = found[memory.index] if memory.index >= 0 else None
            scale, displacement = memory.scale, memory.displacement
            if memory.base >= 0 and instruction.uses[memory.base].op == FRAME:
                base = registers[self.target.stack_pointer]
                displacement += self.frame_at[instruction.uses[memory.base].id]
            late = flags[memory.at] & LATE != 0
            if index is not None and scale not in self.target.scales:
                register = self.temporary(instruction, used, WORDS, late)
                writer.scale_index(registers[register], index, scale)
                index, scale = registers[register], 1
            if not self.target.fits(displacement):
                register = self.temporary(instruction, used, WORDS, late)
                writer.load_word(registers[register], displacement)
                displacement = 0
                if index is None:
                    index = registers[register]
                elif base is None:
                    base = registers[register]
                else:
                    writer.add(registers[register], base)
                    base = registers[register]
            found[memory.at] = writer.memory(memory.size, base, index, scale, displacement)
        return found

    def _result(self, instruction: Instruction, used: Temporaries) -> int:
        """The register for the result: its own, or a temporary where it lives in memory."""
        value = instruction.results[0][0]
        location = self.locations[value.id]
        if 0 <= location < SLOT:
            return location
        kind = self.target.classes[value.type]
        scratch = self.target.scratches[kind]
        if not used.taken.get(scratch, False):  # what was in it, was read
            used.taken[scratch] = True
            return scratch
        return self.temporary(instruction, used, kind, True)

    def _store_result(self, instruction: Instruction, register: int) -> None:
        location = self.locations[instruction.results[0][0].id]
        if location != register and location >= 0:
            self.move(location, register)

    # The code.

    def run(self) -> None:
        writer = self.writer
        writer.align(16)
        writer.entry(self.function.name)
        writer.enter(self.pushed, self.size)
        self._receive()
        handlers = self.handlers
        nodes = self.nodes
        for number, node in enumerate(nodes):
            self.node = node
            self.next = nodes[number + 1] if number + 1 < len(nodes) else None
            if node.header and not node.cold:
                writer.align(32 if node.innermost else 16)
            writer.bind(self._label(node))
            if self.log is not None:
                self.log.enter(node)
            self.compared = None
            for instruction in node.instructions:
                if instruction.line != self.line and instruction.line:
                    self.at_line(instruction.line)
                if instruction.condition is None:
                    self.compared = None
                handlers[instruction.kind](instruction)
        writer.write_postponed()
        for write in self.later:
            write()
        self.exits.finish()
        del self.handlers, self.later, self.exits  # these refer to this: no garbage is left in circles

    def _label(self, node: Node) -> Symbol:
        if node.label is None:
            node.label = self.writer.label()
        return node.label

    def _receive(self) -> None:
        """The parameters from where the caller has put them."""
        places = self.argument_places([value.type for value in self.function.blocks[0].params], INCOMING)
        moves = [
            (self.locations[value.id], place)
            for value, place in zip(self.function.blocks[0].params, places, strict=True)
            if value.id in self.ranges.values
        ]
        if self.log is not None:
            self.log.receive(self.function.blocks[0].params, places)
        self.parallel([], moves)

    def _log(self, instruction: Instruction, operands: list[Any], used: Temporaries, results: list[int]) -> None:
        if self.log is not None:
            self.log.instruction(self, instruction, operands, used, results)

    def _plain(self, instruction: Instruction) -> None:
        used = Temporaries()
        rule = instruction.rule
        assert rule is not None
        if rule.commutes:
            self._swap(instruction)
        operands = self.operands(instruction, used)
        registers = self.target.registers
        count = len(instruction.uses) if instruction.memory is None else len(rule.uses)
        arguments = operands[:count]
        for _ in range(rule.words):
            arguments.append(registers[self.temporary(instruction, used, WORDS, True)])
        for _ in range(rule.floats):
            arguments.append(registers[self.temporary(instruction, used, FLOAT, True)])
        if instruction.results:
            result = self._result(instruction, used)
            self._log(instruction, operands, used, [result])
            condition = rule.emit(self.writer, registers[result], *arguments)
            self._store_result(instruction, result)
        else:
            self._log(instruction, operands, used, [])
            condition = rule.emit(self.writer, None, *arguments)
        self.release(used)
        if instruction.exit is not None:
            self.writer.jump_if(condition, self.exits.label(instruction))

    def _splat(self, instruction: Instruction) -> None:
        """A constant vector, unless it is read from memory wherever it is used."""
        value = instruction.results[0][0]
        location = self.locations[value.id]
        if 0 <= location < POOL:
            register = location if location < SLOT else self.target.scratches[self.target.classes[value.type]]
            self.writer.load_vector(self.target.registers[register], value)
            if location >= SLOT:
                self.move(location, register)
        if self.log is not None:
            self.log.define(value, location)

    def _swap(self, instruction: Instruction) -> None:
        """The operand in memory second, where an instruction can have it."""
        first, second = instruction.uses[:2]
        if first is not None and second is not None and second.op not in UNTRACKED and first.op not in UNTRACKED:
            if self.where(first) >= SLOT > self.where(second):
                instruction.uses[:2] = second, first

    def _has_flags(self, instruction: Instruction) -> bool:
        """Whether the flags are still those of the same comparison."""
        rule = instruction.condition
        assert rule is not None
        key = rule, instruction.uses[: len(rule.uses)]
        return self.compared is not None and self.compared[:2] == key and instruction.memory is None

    def _compare(self, instruction: Instruction, operands: list[Any]) -> Any:
        """Writes a comparison, unless the flags are still those of the same one. Gives its condition."""
        rule = instruction.condition
        assert rule is not None
        count = len(rule.uses)
        key = rule, instruction.uses[:count]
        if self._has_flags(instruction):
            assert self.compared is not None
            return self.compared[2]
        condition = rule.emit(self.writer, None, *operands[:count])
        self.compared = (*key, condition) if instruction.memory is None else None
        return condition

    def _decide(self, instruction: Instruction) -> Any:
        """The comparison of a guard or branch, and its condition."""
        used = Temporaries()
        operands = self.operands(instruction, used)
        self._log(instruction, operands, used, [])
        condition = self._compare(instruction, operands)
        self.release(used)
        return self.target.invert(condition) if instruction.negated else condition

    def _guard(self, instruction: Instruction) -> None:
        condition = self._decide(instruction)
        self.writer.jump_unless(condition, self.exits.label(instruction))

    def _comparison(self, instruction: Instruction) -> None:
        used = Temporaries()
        operands = self.operands(instruction, used)
        taken = {*used.taken, *self.target.scratches}
        result = self._result(instruction, used)
        self._log(instruction, operands, used, [result])
        register = self.target.registers[result]
        # To write a byte of a register is to wait for what was in it; unless it was cleared before.
        cleared = result not in taken and not self._has_flags(instruction)
        if cleared:
            for value in instruction.uses:
                if value is not None and value.op not in UNTRACKED and self.where(value) == result:
                    cleared = False
        if cleared:
            self.writer.clear_word(register)
        condition = self._compare(instruction, operands)
        if instruction.negated:
            condition = self.target.invert(condition)
        self.target.set_bool(self.writer, register, condition, cleared)
        self._store_result(instruction, result)
        self.release(used)

    def _selection(self, instruction: Instruction) -> None:
        used = Temporaries()
        operands = self.operands(instruction, used)
        result = self._result(instruction, used)
        self._log(instruction, operands, used, [result])
        condition = self._compare(instruction, operands)
        if instruction.negated:
            condition = self.target.invert(condition)
        at = instruction.attr
        self.target.select(self.writer, self.target.registers[result], condition, operands[at], operands[at + 1])
        self._store_result(instruction, result)
        self.release(used)

    def _index(self, instruction: Instruction) -> None:
        """An index and the length: the index from 0, for one that may be negative."""
        used = Temporaries()
        index, length = self.operands(instruction, used)
        result = self._result(instruction, used)
        exit = self.exits.label(instruction)
        self._log(instruction, [index, length], used, [result])
        self.target.check_index(self.writer, self.target.registers[result], index, length, exit)
        self._store_result(instruction, result)
        self.release(used)

    # Between blocks.

    def _edge(self, node: Node, position: int) -> Any:
        """What is to be moved on the way to a target: values into locations, and copies of what is in memory."""
        target = node.targets[position]
        wanted = []
        values, locations = self.ranges.values, self.locations
        for parameter, argument in zip(target.block.params, node.block.arguments[position], strict=True):
            if parameter.id in values:
                location = locations[parameter.id]
                if argument.op in UNTRACKED or self.where(argument) != location:
                    wanted.append((location, argument))
        copies = []
        for id, register in target.cached.items():
            here = node.cached.get(id, locations[id])
            if here == register:
                continue
            if id in self.constants:
                wanted.append((register, self.constants[id]))
            elif id in target.live_in:
                copies.append((register, here))
        for id, place in node.cached.items():
            if place >= SLOT and id in target.live_in and id not in target.cached:  # it was parked
                copies.append((locations[id], place))
        return (wanted, copies) if wanted or copies else None

    def _cross(self, node: Node, position: int, edge: Any) -> None:
        if self.log is not None:
            self.log.edge(node, position)
        if edge is not None:
            self.node = node
            self.parallel(*edge)
        if self.log is not None:
            self.log.arrive(node, position)

    def _go(self, target: Node) -> None:
        if target is not self.next:
            self.writer.jump(self._label(target))

    def _jump(self, instruction: Instruction) -> None:
        node = self.node
        self._cross(node, 0, self._edge(node, 0))
        self._go(node.targets[0])

    def _branch(self, instruction: Instruction) -> None:
        node = self.node
        writer = self.writer
        then, otherwise = node.targets
        edges = [self._edge(node, 0), self._edge(node, 1)]
        for position in (0, 1):
            if edges[position] is not None and self._comes_first(instruction, edges, position):
                self.parallel(*edges[position])
                self.compared = None  # moves may clear registers by operations that set flags
                self.reserved = frozenset([location for location, _ in (*edges[position][0], *edges[position][1])])
                edges[position] = None
        condition = self._decide(instruction)
        self.reserved = frozenset()
        labels = [self._label(then), self._label(otherwise)]
        for position, target in enumerate(node.targets):  # moves on the way to cold blocks come after all
            if edges[position] is not None and target.cold and not node.cold:
                labels[position] = self._cross_later(node, position, edges[position])
                edges[position] = None
            elif edges[position] is None:
                self._cross(node, position, None)
        if edges[0] is None and edges[1] is None:
            if self.next is then:
                writer.jump_unless(condition, labels[1])
                if labels[0] is not then.label:
                    writer.jump(labels[0])
            else:
                writer.jump_if(condition, labels[0])
                if self.next is not otherwise or labels[1] is not otherwise.label:
                    writer.jump(labels[1])
        elif edges[0] is None:
            writer.jump_if(condition, labels[0])
            self._cross(node, 1, edges[1])
            self._go(otherwise)
        elif edges[1] is None:
            writer.jump_unless(condition, labels[1])
            self._cross(node, 0, edges[0])
            self._go(then)
        else:
            first, second = (1, 0) if self.next is then else (0, 1)
            apart = writer.label()
            (writer.jump_unless if first == 0 else writer.jump_if)(condition, apart)
            self._cross(node, first, edges[first])
            writer.jump(labels[first])
            writer.bind(apart)
            self._cross(node, second, edges[second])
            self._go(node.targets[second])

    def _comes_first(self, instruction: Instruction, edges: list[Any], position: int) -> bool:
        """Whether the moves to a target can be made before the branch, which then goes there directly: where this is
        the way of most, and the registers hold nothing that is still needed."""
        node = self.node
        target, other = node.targets[position], node.targets[1 - position]
        if target is self.next or edges[1 - position] is not None or target.weight < other.weight:
            return False
        read = {self.where(value) for value in instruction.uses if value is not None}
        bits = 3 << 2 * instruction.position
        occupied = self.occupied
        wanted, copies = edges[position]
        for location, _ in (*wanted, *copies):
            if location >= SLOT or location in read or occupied[location] & bits:
                return False
        return True

    def _cross_later(self, node: Node, position: int, edge: Any) -> Symbol:
        label = self.writer.label()

        def cross() -> None:
            self.writer.bind(label)
            self._cross(node, position, edge)
            self.writer.jump(self._label(node.targets[position]))

        self.later.append(cross)
        return label

    # Calls. In cold blocks they keep the registers that they would clobber, so that values need not avoid these.

    def _keep(self, instruction: Instruction) -> dict[int, int]:
        """Saves these registers in cold blocks: where each is now."""
        if not self.node.cold:
            return {}
        kept = {register: self.kept(number, register) for number, register in enumerate(self.live_across(instruction))}
        for register, location in kept.items():
            self.move(location, register)
        return kept

    def _restore(self, kept: dict[int, int]) -> None:
        for register, location in kept.items():
            self.move(register, location)

    def _arguments(self, instruction: Instruction) -> None:
        places = self.argument_places([value.type for value in instruction.uses], OUTGOING)
        self.parallel(list(zip(places, instruction.uses, strict=True)))
        if self.log is not None:
            self.log.call(instruction, list(zip(instruction.uses, places, strict=True)))

    def _results(self, instruction: Instruction) -> None:
        """What a call has given, to where it is wanted."""
        moves = []
        for value, place in instruction.results:
            source = place if place >= 0 else WORD - 2 - place
            if self.log is not None:
                self.log.define(value, source)
            moves.append((self.locations[value.id], source))
        self.parallel([], moves)

    def _call(self, instruction: Instruction) -> None:
        kept = self._keep(instruction)
        self._arguments(instruction)
        self.writer.call_function(instruction.attr.symbol)
        self.writer.jump_left(self.exits.label(instruction, kept))
        self._results(instruction)
        self._restore(kept)

    def _c_call(self, instruction: Instruction) -> None:
        kept = self._keep(instruction)
        self._arguments(instruction)
        self.writer.call_c(instruction.attr.address)
        if instruction.attr.result == BOOL:
            self.writer.extend_bool(self.target.registers[self.target.word_result])
        self._results(instruction)
        self._restore(kept)

    def _upcall(self, instruction: Instruction) -> None:
        kept = self._keep(instruction)
        for number, value in enumerate(instruction.uses):
            self.store(WORD + number, value)
        if self.log is not None:
            self.log.call(instruction, [(value, WORD + number) for number, value in enumerate(instruction.uses)])
        self.writer.set_argument(id(instruction.attr.callable))
        self.writer.call_routine("upcall")
        self.writer.jump_left(self.exits.label(instruction, kept))
        self._results(instruction)
        self._restore(kept)

    def _routine(self, instruction: Instruction) -> None:
        kept = self._keep(instruction)
        self._arguments(instruction)
        self.writer.call_routine(instruction.attr)
        self._restore(kept)

    def _return(self, instruction: Instruction) -> None:
        target = self.target
        places = {False: target.word_result, True: target.float_result}
        wanted = []
        for number, value in enumerate(instruction.uses):
            place = places.pop(value.type in FLOATS, -1)
            if place < 0:
                self.store(WORD + number, value)
            else:
                wanted.append((place, value))
        self.parallel(wanted)
        if self.log is not None:
            self.log.call(instruction, [(value, place) for place, value in wanted])
        self.writer.leave(self.pushed, self.size, False)

    # The rest.

    def _effect(self, instruction: Instruction) -> None:
        self.writer.effect()

    def _poll(self, instruction: Instruction) -> None:
        wanted = self.writer.label()
        if not instruction.uses:
            self.writer.poll(wanted)
            self._visit_later(wanted, "pause", instruction)
            return
        used = Temporaries()
        operands = self.operands(instruction, used)
        self._log(instruction, operands, used, [])
        self.writer.jump_unless_any(operands[0], instruction.attr, wanted)
        self.release(used)
        self._visit_later(wanted, "pause", instruction, looks=True)

    def _stack_check(self, instruction: Instruction) -> None:
        deeper = self.writer.label()
        self.writer.check_stack(deeper)
        self._visit_later(deeper, "deepen", instruction)

    def _visit_later(self, label: Symbol, routine: str, instruction: Instruction, looks: bool = False) -> None:
        """A call off the path of a routine that keeps all registers; of one that looks first whether it is wanted."""
        back = self.writer.label()
        exit = self.exits.label(instruction)
        self.writer.bind(back)

        def visit() -> None:
            self.writer.bind(label)
            if looks:
                wanted = self.writer.label()
                self.writer.poll(wanted)
                self.writer.jump(back)
                self.writer.bind(wanted)
            self.writer.call_routine(routine)
            self.writer.jump_left(exit)
            self.writer.jump(back)

        self.later.append(visit)
