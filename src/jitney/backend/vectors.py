"""Choice of instructions in functions that have vectors; what is scalar in them goes the usual way.

The target makes a rule for each op and type. Splats vanish where the instruction can do without them: constant ones
are kept apart, so that the allocator may leave them in memory, and counts of shifts are numbers or words.
"""

from __future__ import annotations

from ..ir import ops
from ..ir.types import BOOL, F32, F64, FIRST_VECTOR, SIZES, element_of
from .select import COMPARISON, FOLDED, PLAIN, SPLATTING, Instruction, MemoryOperand, Selector
from .uses import FREE, LATE, MEMORY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..ir.function import Function, Value
    from .blocks import Node
    from .target import Rule, VectorTarget

_SHIFTS = frozenset((ops.SHL, ops.SAR, ops.SHR))
_MEMORY = frozenset((ops.LOAD, ops.STORE, ops.MLOAD, ops.MSTORE, ops.GATHER, ops.SCATTER))
_STORES = frozenset((ops.STORE, ops.MSTORE, ops.SCATTER))
_DECISIONS = frozenset((ops.ANY, ops.ALL))
_FLOATS = frozenset((F64, F32))
_FLOAT_COMPARISONS = frozenset((ops.FEQ, ops.FNE, ops.FLT, ops.FLE))
_OPPOSITE = {
    ops.EQ: (ops.NE, False),
    ops.NE: (ops.EQ, False),
    ops.LT: (ops.LE, True),
    ops.LE: (ops.LT, True),
    ops.ULT: (ops.ULE, True),
    ops.ULE: (ops.ULT, True),
}
"""Of comparisons of integers: the negation, and whether its operands are swapped."""
_COMPARISONS = _FLOAT_COMPARISONS | _OPPOSITE.keys()
_MERGED = frozenset(
    (ops.ADD, ops.SUB, ops.MUL, ops.AND, ops.OR, ops.XOR, ops.FADD, ops.FSUB, ops.FMUL, ops.FDIV)
    + (ops.IMIN, ops.IMAX, ops.UMIN, ops.UMAX)
)
"""What can be computed for some lanes only, in the place of a selection."""
_COMMUTE = _MERGED - {ops.SUB, ops.FSUB, ops.FDIV}


def vector_types(nodes: list[Node]) -> set[int]:
    """The types of vectors in the code."""
    return {
        value.type for node in nodes for value in (*node.block.params, *node.block.code) if value.type >= FIRST_VECTOR
    }


class VectorSelector(Selector):
    def __init__(self, function: Function, target: VectorTarget, nodes: list[Node]) -> None:
        super().__init__(function, target, nodes)
        self.vectors = target
        self.scalar = self._special
        self._special = dict.fromkeys(range(ops.COUNT), self._any)

    def run(self) -> None:
        super().run()
        self.scalar = {}

    def _any(self, value: Value) -> None:
        op = value.op
        if value.type < FIRST_VECTOR:
            for arg in value.args:
                if arg.type >= FIRST_VECTOR:
                    break
            else:
                handler = self.scalar.get(op)
                if handler is not None:
                    handler(value)
                else:
                    self._by_rule(value)
                return
        if op in _MEMORY:
            self._move(value)
        elif op == ops.LANE_NUMBERS or (op == ops.SPLAT and value.args[0].op == ops.CONST):
            # Masks are made anew or stored; there is no memory for them to be left in.
            kept = element_of(value.type) != BOOL
            self.found.append(Instruction(SPLATTING, None, [], (), [(value, -1)], value.line, None, kept))
        elif op in _SHIFTS:
            self._shift(value)
        elif op in _DECISIONS:
            found = self._decision(COMPARISON, value, value.line)
            found.results = [(value, -1)]
            self.found.append(found)
        elif op == ops.MASKBITS:
            self._bits(value)
        elif op == ops.ADD:
            self._count_mask(value)
        elif op == ops.SELECT:
            self._choose(value)
        elif op == ops.BNOT:
            self._not(value)
        elif op == ops.BAND:
            self._and(value)
        elif op == ops.FMA and self._alone(value.args[2], ops.FNEG):
            self._multiply_subtract(value)
        else:
            self._by(value, value.args, value.attr)

    def _rule(self, value: Value, attr: Any = None) -> Rule:
        source = value.args[0].type if value.args else value.type
        rule: Rule | None = self.vectors.vector_rule(ops.NAMES[value.op], value.type, source, attr)
        if rule is None:
            raise NotImplementedError(f"no rule for {value!r}")
        return rule

    def _by(self, value: Value, args: tuple[Value, ...], attr: Any = None) -> None:
        self._plain(value, self._rule(value, attr), args)

    # Folding.

    def _fold_load(
        self, uses: list[Any], flags: tuple[int, ...], bytes: int = 8
    ) -> tuple[MemoryOperand | None, tuple[int, ...]]:
        for at, value in enumerate(uses):
            if value.op == ops.LOAD and flags[at] & (MEMORY | FREE) == MEMORY:
                element = element_of(value.type)
                size = SIZES[element]
                if value.type < FIRST_VECTOR:
                    size = 4 if element == F32 else bytes
                elif self.vectors.bytes_of(value.type) < 16:
                    continue
                if element != BOOL and self._loads(value, size):
                    self.used[value.id] = FOLDED
                    uses[at] = None
                    flags = (*flags[:at], flags[at] | LATE, *flags[at + 1 :])
                    return self._address(value, at, size if value.type < FIRST_VECTOR else 8, uses, flags)
        return None, flags

    def _condition(self, kind: int, value: Value, line: int) -> Instruction:
        inner = value
        negated = False
        while self._alone(inner, ops.BNOT):
            inner = inner.args[0]
            negated = not negated
        if inner.op not in _DECISIONS or not self._alone(inner, inner.op):
            return super()._condition(kind, value, line)
        while value is not inner:
            self.used[value.id] = FOLDED
            value = value.args[0]
        self.used[inner.id] = FOLDED
        found = self._decision(kind, inner, line)
        found.negated ^= negated
        return found

    def _decision(self, kind: int, value: Value, line: int) -> Instruction:
        """Whether any or all lanes are true, of a mask or of two that are joined."""
        uses = value.args
        attr = None
        negated = False
        (mask,) = uses
        op = value.op
        if self._alone(mask, ops.BNOT):  # any lane is false unless all are true
            self.used[mask.id] = FOLDED
            (mask,) = uses = mask.args
            op = ops.ANY + ops.ALL - op
            negated = True
        for joined, name in ((ops.BOR, "or"), (ops.BAND, "and")):
            if self._alone(mask, joined) and not any(self._folds(arg) for arg in mask.args):
                rule = self.vectors.vector_rule(ops.NAMES[op], value.type, mask.type, name)
                if rule is not None:
                    self.used[mask.id] = FOLDED
                    uses = mask.args
                    attr = name
                    break
        rule = self.vectors.vector_rule(ops.NAMES[op], value.type, mask.type, attr)
        found = Instruction(kind, None, list(uses), rule.uses, [], line)
        found.condition = rule
        found.negated = negated
        return found

    def _folds(self, mask: Value) -> bool:
        """Whether a mask would rather become part of a conjunction: a comparison, or a negation."""
        return mask.op in _COMPARISONS or mask.op == ops.BNOT

    # Ops.

    def _instead(self, old: Value, new: Value) -> None:
        """Notes that an operand is not used, but another one that stands before it."""
        self.used[old.id] -= 1
        self.used[new.id] += 1

    def _shift(self, value: Value) -> None:
        x, counts = value.args
        bits = 8 * SIZES[element_of(value.type)]
        if counts.op == ops.SPLAT:
            count = counts.args[0]
            if count.op == ops.CONST:
                self._instead(counts, count)
                self._by(value, (x, count), "const")
                return
            known = 0 <= count.lo and count.hi < bits
            rule = self.vectors.vector_rule(ops.NAMES[value.op], value.type, x.type, "small" if known else "lanes")
            if rule is not None:
                self._plain(value, rule, (x, counts))
            else:
                self._instead(counts, count)
                self._by(value, (x, count), "uniform")
            return
        self._by(value, (x, counts), "small" if 0 <= counts.lo and counts.hi < bits else "lanes")

    def _multiply_subtract(self, value: Value) -> None:
        x, y, negated = value.args
        self.used[negated.id] = FOLDED
        self._by(value, (x, y, negated.args[0]), "minus")

    def _not(self, value: Value) -> None:
        (mask,) = value.args
        if mask.op in _COMPARISONS and self._alone(mask, mask.op):
            self.used[mask.id] = FOLDED
            rule, args = self._compared(value, mask, True, False)
            self._plain(value, rule, args)
        else:
            self._by(value, value.args)

    def _count_mask(self, value: Value) -> None:
        for x, other in (value.args, value.args[::-1]):
            if self._alone(other, ops.B2I):
                (mask,) = other.args
                rule = self.vectors.vector_rule("add", value.type, mask.type, "mask")
                if rule is not None:
                    self.used[other.id] = FOLDED
                    self._plain(value, rule, (x, mask))
                    return
        self._by(value, value.args)

    def _bits(self, value: Value) -> None:
        (mask,) = value.args
        inner = mask.args[0] if self._alone(mask, ops.BNOT) else mask
        if inner is mask or (inner.op in _COMPARISONS and self._alone(inner, inner.op)):
            self._by(value, (mask,))
        else:
            self.used[mask.id] = FOLDED
            self._by(value, (inner,), "not")

    def _compared(self, value: Value, comparison: Value, negated: bool, masked: bool) -> tuple[Rule, tuple[Value, ...]]:
        """The rule of a comparison, and its operands."""
        op, args = comparison.op, comparison.args
        attr = "masked" if masked else None
        if negated:
            if op in _FLOAT_COMPARISONS:
                attr = "masked not" if masked else "not"
            else:
                op, swapped = _OPPOSITE[op]
                args = args[::-1] if swapped else args
        return self.vectors.vector_rule(ops.NAMES[op], value.type, args[0].type, attr), args

    def _and(self, value: Value) -> None:
        """A comparison of the lanes that a mask leaves, or the negation of a mask, if that is one operand."""
        for one, other in (value.args, value.args[::-1]):
            inner = other.args[0] if self._alone(other, ops.BNOT) else other
            negated = inner is not other
            if inner.op in _COMPARISONS and self._alone(inner, inner.op):
                rule, args = self._compared(value, inner, negated, True)
                if rule is not None:
                    self.used[other.id] = self.used[inner.id] = FOLDED
                    self._plain(value, rule, (*args, one))
                    return
            if negated:
                self.used[other.id] = FOLDED
                self._by(value, (inner, one), "not")
                return
        self._by(value, value.args)

    def _merge(self, value: Value, mask: Value, made: Value, other: Value) -> bool:
        """Computes only some of the lanes of a result, if the target can."""
        if made.op not in _MERGED or not self._alone(made, made.op):
            return False
        first, second = made.args
        if second is other and made.op in _COMMUTE:
            first, second = second, first
        again = "again" if first is other else "merged"
        attr = (again, ops.NAMES[made.op])
        rule = self.vectors.vector_rule("select", value.type, mask.type, attr)
        if rule is None or (first is not other and second is other):
            return False
        self.used[made.id] = FOLDED
        if first is other:
            self.used[other.id] -= 1
            self._plain(value, rule, (other, mask, second))
        else:
            self._plain(value, rule, (other, mask, first, second))
        return True

    def _choose(self, value: Value) -> None:
        mask, yes, no = value.args
        if self._alone(mask, ops.BNOT):
            self.used[mask.id] = FOLDED
            (mask,) = mask.args
            yes, no = no, yes
        if element_of(value.type) in _FLOATS and mask.op == ops.FLT and self._alone(mask, ops.FLT):
            x, y = mask.args
            if (x is yes and y is no) or (x is no and y is yes):
                self.used[mask.id] = FOLDED
                self.used[x.id] -= 1
                self.used[y.id] -= 1
                if x is yes:
                    self._by(value, (x, y), "min")
                else:
                    self._by(value, (y, x), "max")
                return
        if not self._merge(value, mask, yes, no):
            self._by(value, (mask, yes, no))

    def _move(self, value: Value) -> None:
        op = value.op
        memory = value.attr
        args = value.args
        stored = args[:1] if op in _STORES else ()
        args = args[len(stored) :]
        mask: tuple[Value, ...] = ()
        if op != ops.LOAD and op != ops.STORE:
            args, mask = args[:-1], args[-1:]
        name = memory.kind.name
        attr = (name, element_of(args[1].type)) if op in (ops.GATHER, ops.SCATTER) else name
        rule = self._rule(value, attr)
        at = len(stored)
        uses: list[Any] = [*stored, None, *mask]
        flags = rule.uses
        base, index = args[0], args[1] if len(args) > 1 else None
        if op == ops.GATHER or op == ops.SCATTER:
            found_memory = MemoryOperand(at, 8, len(uses), len(uses) + 1, memory.scale, memory.displacement)
            uses += [base, index]
            late = flags[at] & LATE
            flags = (*flags, late, late)
        else:
            found_memory, flags = self._fold_address(base, index, memory.scale, memory.displacement, at, 8, uses, flags)
        results = [] if op in _STORES else [(value, -1)]
        found = Instruction(PLAIN, rule, uses, flags, results, value.line)
        found.memory = found_memory
        self.found.append(found)
