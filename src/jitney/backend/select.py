"""Choice of instructions: which rule computes each value, and which values are computed within others.

Blocks are walked backwards, so that a value is met after all its users in the block: one that is used once can become
part of its user. So comparisons become part of what they decide, sums and shifts part of addresses, loads operands in
memory, and what nobody uses is passed over. The walk also gathers what each block uses and defines, for liveness.
"""

from __future__ import annotations

from functools import lru_cache

from ..ir import ops
from ..ir.function import BRANCH, JUMP, LEAVE, RETURN
from ..ir.types import BOOL, F32, F64, MIN
from .rotations import ROOTS, is_low_half, rotation
from .uses import CONSTANT, FREE, IMMEDIATE, LATE, MEMORY, MIDDLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Exit, Function, Value
    from .blocks import Node
    from .target import Rule, Target

(
    PLAIN, COMPARISON, GUARD, SELECTION, BRANCHING, JUMPING, RETURNING, LEAVING, CALLING, C_CALLING, UPCALLING, ROUTINE,
    POLLING, EFFECTING, STACK_CHECK, SPLATTING, INDEXING,
) = range(17)  # fmt: skip
"""Kinds of instructions: by what writes them (emit.py)."""

CALLS = frozenset((CALLING, C_CALLING, UPCALLING, ROUTINE))
"""What clobbers the registers that callers save."""

UNTRACKED = frozenset((ops.CONST, ops.FRAME, ops.CONTEXT))
"""Values that never need a register."""

FOLDED = -1
"""The count of uses of a value that has become part of its user."""
LARGE = 2048
"""Bytes of memory in its frame from which on a function looks whether the stack has room for it."""
ANYWHERE = MEMORY | FREE | CONSTANT
_TIMING = MIDDLE | LATE
_COMPARE = frozenset(range(ops.EQ, ops.FLE + 1))
_FLOAT_COMPARE = frozenset((ops.FEQ, ops.FNE, ops.FLT, ops.FLE))
_FLOATS = frozenset((F64, F32))
_BY_OPERAND = frozenset((ops.F2I, ops.FBITS, ops.SBITS))
_NO_CODE = frozenset((ops.FRAME, ops.CONTEXT, ops.CONST, ops.PARAM))
_REMOVABLE = [bool(flags & (ops.PURE | ops.READS)) and not flags & (ops.TRAPS | ops.WRITES) for flags in ops.FLAGS]
_WRITES = [bool(flags & ops.WRITES) for flags in ops.FLAGS]
_WRITES[ops.NEED] = False


class MemoryOperand:
    """Operand number `at` is in memory of `size` bytes; `base` and `index` are numbers of uses, or -1."""

    __slots__ = ("at", "base", "displacement", "index", "scale", "size")

    def __init__(self, at: int, size: int, base: int, index: int, scale: int, displacement: int) -> None:
        self.at = at
        self.size = size
        self.base = base
        self.index = index
        self.scale = scale
        self.displacement = displacement


def _tests_bits(value: Value) -> bool:
    """Whether a comparison says whether some bits of a word are zero."""
    op = value.op
    if op != ops.EQ and op != ops.NE:
        return False
    first, second = value.args
    return first.op == ops.AND and second.op == ops.CONST and second.attr == 0


def _compares_floats(condition: Value, type: int) -> bool:
    """Whether a condition compares floats of that type, as selections of floats do themselves."""
    return condition.op in _FLOAT_COMPARE and condition.args[0].type == type


class Instruction:
    """What a rule emits: `uses` are values, None where an operand is in memory; `flags` are those of uses.py.

    `condition` is the rule of the comparison that the first uses are of; what it decides comes on the opposite if
    `negated`. `results` are the values defined, the locations in which they come, -1 for any.
    """

    __slots__ = (
        "attr", "condition", "exit", "flags", "kind", "line", "memory", "negated", "position", "results", "rule",
        "uses",
    )  # fmt: skip

    def __init__(
        self,
        kind: int,
        rule: Rule | None,
        uses: list[Any],
        flags: tuple[int, ...],
        results: list[tuple[Value, int]],
        line: int,
        exit: Exit | None = None,
        attr: Any = None,
    ) -> None:
        self.kind = kind
        self.rule = rule
        self.uses = uses
        self.flags = flags
        self.results = results
        self.line = line
        self.exit = exit
        self.attr = attr
        self.memory: MemoryOperand | None = None
        self.condition: Rule | None = None
        self.negated = False
        self.position = 0


@lru_cache(maxsize=16)
def _by_code(target: Target) -> tuple[list[Any], ...]:
    """The target's rules of words and of floats, what chooses among several, and the rules of words of which only the
    low half is wanted, by codes of ops."""
    tables = (target.word_rules, target.float_rules, target.variants)
    halves = [target.word_rules.get("half " + name) for name in ops.NAMES]
    return *[[table.get(name) for name in ops.NAMES] for table in tables], halves


class Selector:
    """Fills in the instructions of nodes. `homes` and `epochs`: by ids of values, the number of the node that computes
    them, and how many writes to memory come before them in it."""

    def __init__(self, function: Function, target: Target, nodes: list[Node]) -> None:
        self.function = function
        self.target = target
        self.nodes = nodes
        count = function.next_id + 1
        self.used = [0] * count
        self.decides = [0] * count  # how often by guards, branches, selections
        self.tested: dict[int, int] = {}  # by the bits of a word: how often they are only compared with 0
        self.homes = [-1] * count
        self.epochs = [0] * count
        self.writes = [0] * len(nodes)
        self.finished = [False] * len(nodes)
        self.frames: dict[int, int] = {}
        self.carried: dict[int, Value] = {}  # by id of the next value of a loop's parameter: the parameter
        self.node: Node = nodes[0]
        self.epoch = 0
        self.found: list[Instruction] = []
        self.word_rules, self.float_rules, self.variants, self.halves = _by_code(target)  # type: ignore[arg-type]
        self.fits = target.fits
        self.folds_address = "address" in target.word_rules
        self._special = {
            ops.LOAD: self._load,
            ops.STORE: self._store,
            ops.SELECT: self._select,
            ops.GUARD: self._guard,
            ops.ADD: self._add,
            **dict.fromkeys(ROOTS if "rotate 32" in target.word_rules else (), self._rotation),
            ops.CALL: self._call,
            ops.UPCALL: self._call,
            ops.CCALL: self._call,
            ops.RETAIN: self._routine,
            ops.RELEASE: self._routine,
            ops.POLL: self._poll,
            ops.EFFECT: self._effect,
            ops.NEED: lambda value: None,
            **dict.fromkeys(_COMPARE, self._compare),
        }
        self.further: list[tuple[int, Value]] = []
        self.places: tuple[int, dict[int, int]] = -1, {}

    def run(self) -> None:
        self._count()
        special = self._special
        used = self.used
        for node in reversed(self.nodes):
            self.node = node
            self.found = []
            block = node.block
            self.epoch = self.writes[node.number]
            self._terminator(node)
            for value in reversed(block.code):
                op = value.op
                if op in _NO_CODE:
                    continue
                if op == ops.RESULT_OF:
                    self.further.append((value.attr, value))
                    continue
                if used[value.id] <= 0:
                    if used[value.id] == FOLDED:
                        continue
                    if _REMOVABLE[op]:
                        for arg in value.args:
                            used[arg.id] -= 1
                        continue
                self.epoch = self.epochs[value.id]
                handler = special.get(op)
                if handler is not None:
                    handler(value)
                    continue
                self._by_rule(value)
            self._finish(node)
            self.finished[node.number] = True
        self._special = {}  # which refers to this: no garbage is left in circles

    def _count(self) -> None:
        """How often each value is used, where it is computed, and after how many writes."""
        used, decides, homes, epochs = self.used, self.decides, self.homes, self.epochs
        for node in self.nodes:
            number = node.number
            writes = 0
            block = node.block
            for value in block.code:
                id = value.id
                homes[id] = number
                epochs[id] = writes
                op = value.op
                if _WRITES[op]:
                    writes += 1
                if op == ops.FRAME:
                    self.frames[id] = value.attr
                if op != ops.RESULT_OF:
                    for arg in value.args:
                        used[arg.id] += 1
                    if op == ops.GUARD or (
                        op == ops.SELECT and (value.type not in _FLOATS or _compares_floats(value.args[0], value.type))
                    ):
                        decides[value.args[0].id] += 1
                    if op == ops.EQ or op == ops.NE:
                        if _tests_bits(value):
                            self.tested[value.args[0].id] = self.tested.get(value.args[0].id, 0) + 1
                if value.exit is not None:
                    self._count_exit(value.exit)
            self.writes[number] = writes
            for value in block.operands:
                used[value.id] += 1
            if block.kind == BRANCH:
                decides[block.operands[0].id] += 1
            for target, arguments in zip(node.targets, block.arguments, strict=True):
                for value in arguments:
                    used[value.id] += 1
                if target.header:
                    for parameter, value in zip(target.block.params, arguments, strict=True):
                        if homes[value.id] >= 0:
                            self.carried[value.id] = parameter
            if block.exit is not None:
                self._count_exit(block.exit)
        if self.function.too_deep is not None:
            self._count_exit(self.function.too_deep)

    def _count_exit(self, exit: Exit) -> None:
        used = self.used
        for value in exit.operands:
            used[value.id] += 1
        for value in exit.held:
            used[value.id] += 1

    # Folding.

    def _alone(self, value: Value, op: int) -> bool:
        """Whether the value is of this op, used once, and computed in this block."""
        return value.op == op and self.used[value.id] == 1 and self.homes[value.id] == self.node.number

    def _loads(self, value: Value, size: int) -> bool:
        """Whether the value is a load of so many bytes that can be an operand here."""
        return (
            value.op == ops.LOAD
            and self.used[value.id] == 1
            and self.homes[value.id] == self.node.number
            and self.epochs[value.id] == self.epoch
            and value.attr.kind.size == size
            and (value.attr.scale in self.target.scales or len(value.args) < 2)
        )

    def _address(
        self, value: Value, at: int, size: int, uses: list[Any], flags: tuple[int, ...]
    ) -> tuple[MemoryOperand, tuple[int, ...]]:
        """Takes the address of a load or store into an instruction's operand `at`; gives the flags."""
        memory = value.attr
        args = value.args[1:] if value.op == ops.STORE else value.args
        return self._fold_address(
            args[0], args[1] if len(args) > 1 else None, memory.scale, memory.displacement, at, size, uses, flags
        )

    def _fold_address(
        self,
        base: Value | None,
        index: Value | None,
        scale: int,
        displacement: int,
        at: int,
        size: int,
        uses: list[Any],
        flags: tuple[int, ...],
    ) -> tuple[MemoryOperand, tuple[int, ...]]:
        fits, used = self.fits, self.used
        ADD, SHL, CONST = ops.ADD, ops.SHL, ops.CONST
        while True:
            if index is not None:
                op = index.op
                if op == CONST and fits(displacement + index.attr * scale):
                    displacement += index.attr * scale
                    index = None
                    continue
                if op == ADD and index.args[1].op == CONST and self._alone(index, ADD):
                    more = displacement + index.args[1].attr * scale
                    if fits(more):
                        displacement = more
                        used[index.id] = FOLDED
                        index = index.args[0]
                        continue
                if op == SHL and index.args[1].op == CONST and self._alone(index, SHL):
                    wider = scale << (index.args[1].attr & 63)
                    if wider in self.target.scales:
                        scale = wider
                        used[index.id] = FOLDED
                        index = index.args[0]
                        continue
            if base is not None and base.op == ADD and self._alone(base, ADD):
                first, second = base.args
                if second.op == CONST:
                    if fits(displacement + second.attr):
                        displacement += second.attr
                        used[base.id] = FOLDED
                        base = first
                        continue
                elif index is None:
                    used[base.id] = FOLDED
                    base, index, scale = first, second, 1
                    continue
            break
        if base is not None and base.op == CONST and fits(displacement + base.attr):
            displacement += base.attr
            base = None
        timing = flags[at] & _TIMING
        operand = MemoryOperand(at, size, -1, -1, scale, displacement)
        if base is not None:
            operand.base = len(uses)
            uses.append(base)
            flags = (*flags, timing)
        if index is not None:
            operand.index = len(uses)
            uses.append(index)
            flags = (*flags, timing)
        return operand, flags

    def _fold_load(
        self, uses: list[Any], flags: tuple[int, ...], bytes: int = 8
    ) -> tuple[MemoryOperand | None, tuple[int, ...]]:
        """Makes one of the operands that is loaded an operand in memory; of words, so many bytes."""
        for at, value in enumerate(uses):
            if value.op == ops.LOAD and flags[at] & (MEMORY | FREE) == MEMORY:
                size = 4 if value.type == F32 else bytes
                if value.type != BOOL and self._loads(value, size):
                    self.used[value.id] = FOLDED
                    uses[at] = None
                    # The result may be written (moved there) before memory is read: the address must outlast that.
                    flags = (*flags[:at], flags[at] | LATE, *flags[at + 1 :])
                    return self._address(value, at, size, uses, flags)
        return None, flags

    # Ops.

    def _by_rule(self, value: Value) -> None:
        """By the rule that the target has for the op."""
        op = value.op
        args = value.args
        pair = self.float_rules[op]
        if pair is not None:
            rule = pair[(args[0].type if op in _BY_OPERAND else value.type) == F32]
            if rule.commutes and args[0].op == ops.CONST:
                args = args[::-1]
        else:
            rule = self.word_rules[op]
            if rule is not None and rule.commutes and args[0].op == ops.CONST:
                args = args[::-1]
            variant = self.variants[op]
            if variant is not None:
                rule = self.target.word_rules[variant(args)]
        if rule is None:
            raise NotImplementedError(f"no rule for {ops.NAMES[op]}")
        self._plain(value, rule, args)

    def _plain(self, value: Value, rule: Rule, args: tuple[Value, ...], bytes: int = 8) -> None:
        uses = list(args)
        flags = rule.uses
        memory = None
        if rule.commutes and args[0].op == ops.LOAD and args[1].op != ops.LOAD and args[1].op != ops.CONST:
            uses.reverse()
        for arg in uses:
            if arg.op == ops.LOAD:
                memory, flags = self._fold_load(uses, flags, bytes)
                break
        found = Instruction(PLAIN, rule, uses, flags, [(value, rule.result)], value.line, value.exit)
        found.memory = memory
        self.found.append(found)

    def _add(self, value: Value, half: Value | None = None) -> None:
        """A sum of more than two parts is an address. `half`: the value that is its low half, if that is all."""
        first, second = value.args
        if first.op == ops.CONST:
            first, second = second, first
        if self.folds_address:
            folded = False
            base: Value | None = first
            index: Value | None = second
            displacement = 0
            if second.op == ops.CONST:
                if self._alone(first, ops.ADD) and self.fits(second.attr) and first.args[1].op != ops.CONST:
                    folded = True
                    base, index, displacement = first, None, second.attr
            elif self._small_shift(second):
                folded = True
            elif self._small_shift(first):
                folded = True
                base, index = second, first
            if folded:
                rule = self.target.word_rules["address" if half is None else "half address"]
                uses: list[Any] = [None]
                memory, flags = self._fold_address(base, index, 1, displacement, 0, 8, uses, rule.uses)
                found = Instruction(PLAIN, rule, uses, flags, [(half or value, -1)], value.line)
                found.memory = memory
                self.found.append(found)
                return
        if half is None:
            self._plain(value, self.word_rules[ops.ADD], (first, second))
        else:
            self._plain(half, self.halves[ops.ADD], (first, second), 4)

    def _small_shift(self, value: Value) -> bool:
        return self._alone(value, ops.SHL) and value.args[1].op == ops.CONST and 1 <= value.args[1].attr & 63 <= 3

    def _rotation(self, value: Value) -> None:
        found = rotation(value, self._alone)
        if found is None:
            return None if is_low_half(value) and self._narrow(value) else self._by_rule(value)
        bits, args, gone = found
        for one in gone:
            self.used[one.id] = FOLDED
        return self._plain(value, self.target.word_rules[f"rotate {bits}"], args)

    def _narrow(self, half: Value) -> bool:
        """Computes the low half of a word at once, if nobody needs the word itself."""
        word = half.args[0]
        op = word.op
        rule = self.halves[op]
        if rule is None or not self._alone(word, op):
            return False
        args = word.args
        if op == ops.SHL and (args[1].op != ops.CONST or args[1].attr & 63 > 31):
            return False
        self.used[word.id] = FOLDED
        if op == ops.ADD:
            self._add(word, half)
            return True
        if rule.commutes and args[0].op == ops.CONST:
            args = args[::-1]
        self._plain(half, rule, args, 4)
        return True

    def _load(self, value: Value) -> None:
        kind = value.attr.kind
        rule = self.target.loads[kind.name]
        uses: list[Any] = [None]
        memory, flags = self._address(value, 0, kind.size, uses, rule.uses)
        found = Instruction(PLAIN, rule, uses, flags, [(value, -1)], value.line)
        found.memory = memory
        self.found.append(found)

    def _store(self, value: Value) -> None:
        kind = value.attr.kind
        rule = self.target.stores[kind.name]
        uses: list[Any] = [value.args[0], None]
        memory, flags = self._address(value, 1, kind.size, uses, rule.uses)
        found = Instruction(PLAIN, rule, uses, flags, [], value.line)
        found.memory = memory
        self.found.append(found)

    # Conditions.

    def _condition(self, kind: int, value: Value, line: int) -> Instruction:
        """An instruction that decides by a bool: by the comparison that it comes from, if that has no other use."""
        negated = False
        while self._alone(value, ops.BNOT):
            self.used[value.id] = FOLDED
            value = value.args[0]
            negated = not negated
        # A selection between two constants has no scratch register left for a third one.
        fusible = value.op in _COMPARE and (kind != SELECTION or value.args[0].op != ops.CONST)
        if fusible and self._alone(value, value.op):
            self.used[value.id] = FOLDED
            found = self._comparison(kind, value, line)
        elif fusible and self._is_compared_again(value):
            self._compare_again(value)
            found = self._comparison(kind, value, line)
        elif value.op == ops.LOAD and self._loads(value, 1):
            self.used[value.id] = FOLDED
            rule = self.target.comparisons["load bool"]
            uses: list[Any] = [None]
            memory, flags = self._address(value, 0, 1, uses, rule.uses)
            found = Instruction(kind, None, uses, flags, [], line)
            found.condition, found.memory = rule, memory
        else:
            rule = self.target.comparisons["true"]
            found = Instruction(kind, None, [value], rule.uses, [], line)
            found.condition = rule
        found.negated = negated
        return found

    def _is_compared_again(self, value: Value) -> bool:
        """Whether it is better to compare here again than to keep the truth in a register: where nobody else needs
        that, and the operands need no more registers. What computes it must be still to come."""
        id = value.id
        home = self.homes[id]
        if self.used[id] != self.decides[id] or self.finished[home]:
            return False
        return home == self.node.number or value.args[0].op == ops.CONST or value.args[1].op == ops.CONST

    def _compare_again(self, value: Value) -> None:
        self.used[value.id] -= 1
        self.decides[value.id] -= 1
        for arg in value.args:
            self.used[arg.id] += 1
        if _tests_bits(value):
            self.tested[value.args[0].id] = self.tested.get(value.args[0].id, 0) + 1

    def _comparison(self, kind: int, value: Value, line: int) -> Instruction:
        op = value.op
        uses: list[Any] = list(value.args)
        rule: Rule
        if op in _FLOAT_COMPARE:
            rule = self.target.float_comparisons[ops.NAMES[op]][uses[0].type == F32]
        else:
            first = uses[0]
            name = ops.NAMES[op]
            if _tests_bits(value) and self.homes[first.id] == self.node.number:
                if self.used[first.id] == 1:
                    self.used[first.id] = FOLDED
                    uses = list(first.args)
                    name = "test " + name
                elif self.used[first.id] == self.tested.get(first.id):  # nobody needs the bits themselves
                    self.used[first.id] -= 1
                    self.tested[first.id] -= 1
                    uses = list(first.args)
                    for arg in uses:
                        self.used[arg.id] += 1
                    name = "test " + name
            elif (op == ops.EQ or op == ops.NE) and uses[1].op == ops.CONST and uses[1].attr == MIN:
                uses = [first]
                name = "least " + name
            rule = self.target.comparisons[name]
        memory, flags = self._fold_load(uses, rule.uses)
        found = Instruction(kind, None, uses, flags, [], line)
        found.condition = rule
        found.memory = memory
        return found

    def _compare(self, value: Value) -> None:
        op = value.op
        if op in _FLOAT_COMPARE:
            pair = self.target.float_rules.get("set " + ops.NAMES[op])
            if pair is not None:
                self._plain(value, pair[value.args[0].type == F32], value.args)
                return
        found = self._comparison(COMPARISON, value, value.line)
        found.results = [(value, -1)]
        self.found.append(found)

    def _guard(self, value: Value) -> None:
        condition = value.args[0]
        if condition.op == ops.ULT and self._indexes(value, condition):
            return
        self._guards(condition, False, value)

    def _indexes(self, guard: Value, condition: Value) -> bool:
        """Takes the check of an index that may be negative, `select(x < 0, x + length, x) < length`, as one
        instruction, which adds the length off the path. The index is then computed where it is checked."""
        index, length = condition.args
        if index.op != ops.SELECT or length.lo < 0 or self.homes[index.id] != self.node.number:
            return False
        negative, moved, x = index.args
        if negative.op != ops.LT or negative.args[0] is not x or negative.args[1].op != ops.CONST:
            return False
        if negative.args[1].attr != 0 or moved.op != ops.ADD or not self._alone(condition, ops.ULT):
            return False
        if moved.args != (x, length) and moved.args != (length, x):
            return False
        if length.op == ops.CONST and not self.fits(length.attr):
            return False
        code = self.node.block.code
        if self.places[0] != self.node.number:
            self.places = self.node.number, {value.id: place for place, value in enumerate(code)}
        places = self.places[1]
        for value in code[places[index.id] + 1 : places[guard.id] + 1]:
            exit = value.exit
            if (index in value.args and value is not condition) or (
                exit is not None and (index in exit.operands or index in exit.held)
            ):
                return False
        used = self.used
        used[condition.id] = used[index.id] = FOLDED
        used[negative.id] -= 1
        self.decides[negative.id] -= 1
        used[moved.id] -= 1
        flags = (MEMORY | FREE, MEMORY | IMMEDIATE | LATE)
        found = Instruction(INDEXING, None, [x, length], flags, [(index, -1)], guard.line, guard.exit, 0)
        self.found.append(found)
        return True

    def _guards(self, condition: Value, negated: bool, guard: Value) -> None:
        """Leaves unless the condition is true, or false if negated. Both of two conditions are two guards."""
        op = ops.BOR if negated else ops.BAND
        if self._alone(condition, op):
            self.used[condition.id] = FOLDED
            first, second = condition.args
            self._guards(second, negated, guard)
            self._guards(first, negated, guard)
            return
        if self._alone(condition, ops.BNOT):
            self.used[condition.id] = FOLDED
            self._guards(condition.args[0], not negated, guard)
            return
        found = self._condition(GUARD, condition, guard.line)
        found.negated ^= negated
        found.exit = guard.exit
        self.found.append(found)

    def _select(self, value: Value) -> None:
        condition, yes, no = value.args
        if value.type in _FLOATS:
            self._select_float(value, condition, yes, no)
            return
        found = self._condition(SELECTION, condition, value.line)
        negated = found.negated
        if no.op == ops.CONST and yes.op != ops.CONST:  # a constant is moved first
            yes, no = no, yes
            negated = not negated
        found.negated = negated
        count = len(found.flags)
        found.uses += [yes, no]
        found.flags = (*found.flags, ANYWHERE, MEMORY | LATE)
        found.attr = count
        found.results = [(value, -1)]
        self.found.append(found)

    def _select_float(self, value: Value, condition: Value, yes: Value, no: Value) -> None:
        single = value.type == F32
        op = condition.op
        alone = self._alone(condition, op)
        if _compares_floats(condition, value.type) and (alone or self._is_compared_again(condition)):
            if alone:
                self.used[condition.id] = FOLDED
            else:
                self._compare_again(condition)
            rule = self.target.float_rules["select " + ops.NAMES[op]][single]
            uses: tuple[Value, ...] = (*condition.args, yes, no)
        else:
            rule = self.target.float_rules["select true"][single]
            uses = (condition, yes, no)
        self._plain(value, rule, uses)

    # Calls and what stands for itself.

    def _call(self, value: Value) -> None:
        op = value.op
        results: list[tuple[Value, int]] = []
        types = (value.attr.result,) if op == ops.CCALL else value.attr.results
        wanted = dict(self.further)
        wanted[0] = value
        self.further.clear()
        target = self.target
        places = {False: target.word_result, True: target.float_result}
        for index, type in enumerate(types):
            if op == ops.UPCALL:
                place = -2 - index
            else:
                place = places.pop(type in _FLOATS, -2 - index)
            result = wanted.get(index)
            if result is not None and self.used[result.id]:
                results.append((result, place))
        kind = CALLING if op == ops.CALL else UPCALLING if op == ops.UPCALL else C_CALLING
        flags = (ANYWHERE,) * len(value.args)
        self.found.append(Instruction(kind, None, list(value.args), flags, results, value.line, value.exit, value.attr))

    def _routine(self, value: Value) -> None:
        name = ops.NAMES[value.op]
        self.found.append(Instruction(ROUTINE, None, list(value.args), (ANYWHERE,), [], value.line, None, name))

    def _poll(self, value: Value) -> None:
        """Of two words, the second of which is constant, the first is tested for the bits of the second."""
        mask = value.args[1].attr if value.args else None
        uses = list(value.args[:1])
        flags = (MEMORY | FREE,) * len(uses)
        self.found.append(Instruction(POLLING, None, uses, flags, [], value.line, value.exit, mask))

    def _effect(self, value: Value) -> None:
        self.found.append(Instruction(EFFECTING, None, [], (), [], value.line))

    def _terminator(self, node: Node) -> None:
        block = node.block
        kind = block.kind
        line = block.line
        if kind == JUMP:
            found = Instruction(JUMPING, None, [], (), [], line)
        elif kind == BRANCH:
            found = self._condition(BRANCHING, block.operands[0], line)
        elif kind == RETURN:
            operands = list(block.operands)
            found = Instruction(RETURNING, None, operands, (ANYWHERE,) * len(operands), [], line)
        else:
            assert kind == LEAVE
            found = Instruction(LEAVING, None, [], (), [], line, block.exit)
        self.found.append(found)

    def _delay(self, found: list[Instruction]) -> None:
        """Moves what computes the next value of a loop's parameter behind the last use of the parameter in this block,
        so that both can have one register."""
        for place in range(len(found) - 1, 0, -1):
            instruction = found[place]
            if instruction.kind != PLAIN or len(instruction.results) != 1:
                continue
            parameter = self.carried.get(instruction.results[0][0].id)
            if parameter is None or instruction.exit is not None or instruction.memory is not None:
                continue
            result = instruction.results[0][0]
            last = place
            for other in range(place - 1, 0, -1):  # forwards, up to the terminator
                uses = found[other].uses
                exit = found[other].exit
                if found[other].kind in CALLS:  # better one value live over the call than two
                    break
                if result in uses or (exit is not None and (result in exit.operands or result in exit.held)):
                    break
                if parameter in uses:
                    last = other
            if last < place:
                found.insert(last, found.pop(place))

    def _finish(self, node: Node) -> None:
        """The instructions into order, and what they use before they define it."""
        found = self.found
        if self.carried:
            self._delay(found)
        if node is self.nodes[0] and self.function.too_deep is not None and self._is_deep():
            found.append(Instruction(STACK_CHECK, None, [], (), [], 0, self.function.too_deep))
        exposed, defined = node.exposed, node.defined
        untracked = UNTRACKED
        for arguments in node.block.arguments:
            for value in arguments:
                if value.op not in untracked:
                    exposed.add(value.id)
        for instruction in found:  # backwards
            for value, _ in instruction.results:
                exposed.discard(value.id)
                defined.add(value.id)
            for value in instruction.uses:
                if value is not None and value.op not in untracked:
                    exposed.add(value.id)
            exit = instruction.exit
            if exit is not None:
                for value in exit.operands:
                    if value.op not in untracked:
                        exposed.add(value.id)
                for value in exit.held:
                    if value.op not in untracked:
                        exposed.add(value.id)
        for value in node.block.params:
            exposed.discard(value.id)
            defined.add(value.id)
        found.reverse()
        node.instructions = found

    def _is_deep(self) -> bool:
        """Whether more of the stack is wanted than one may take without a look."""
        if sum(self.frames.values()) >= LARGE:
            return True
        return any(value.op == ops.CALL for node in self.nodes for value in node.block.code)
